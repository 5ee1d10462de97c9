import type { Logger } from 'pino'
import type { Store } from './store/port.ts'
import type { Instant } from './time.ts'

/** What every door is handed: built once by the root, and by tests with a store and a clock of their own. */
export interface Kit {
  readonly store: Store
  readonly now: () => Instant
  readonly newId: () => string
  readonly newSecret: () => string
  /** Where people reach the web, without a slash at the end: `https://…`. */
  readonly publicUrl: string
  /** IANA name of the zone in which meetings and days are meant. */
  readonly zone: string
  /** The folder beside the store for files that are no records. */
  readonly files: string
  readonly log: Logger
}

import type { Logger } from 'pino'
import type { Instant } from '../../time.ts'
import type { AnyCollection, AnyFactLog } from '../declare.ts'
import { type Sync, syncData } from './disk.ts'
import { FactFiles } from './facts.ts'
import { Health } from './health.ts'
import { Keeper, type Pace } from './keeper.ts'
import { load } from './load.ts'
import { claimFolder } from './owner.ts'
import { JsonStore } from './store.ts'

export interface JsonStoreOptions {
  /** Made when it is not there, for its owner only. */
  readonly folder: string
  readonly collections: readonly AnyCollection[]
  readonly factLogs: readonly AnyFactLog[]
  readonly now: () => Instant
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** How a file is forced to disk. */
  readonly sync?: Sync
  readonly pace?: Partial<Pace>
  /** After how many new facts a large stream’s index and counters are written down, for quicker starts. */
  readonly checkpointFacts?: number
  /** Whether `close` leaves every collection's file written; without, the next start reads more of the journal. */
  readonly snapshotOnClose?: boolean
}

const defaultCheckpointFacts = 50_000
const defaultPace: Pace = { afterBytes: 4 << 20, afterMs: 30_000 }

/**
 * Opens the store of a folder: snapshots first, then the journal's commands that they do not cover.
 * Throws `StoreLocked` when another process owns the folder, `UnreadableStore` when what is on disk is damaged,
 * invalid, of a newer version, or of collections that are not declared.
 */
export async function openJsonStore(options: JsonStoreOptions): Promise<JsonStore> {
  const { folder, now, log } = options
  const claim = await claimFolder(folder)
  try {
    const health = new Health(log)
    const stats = { lines: 0, syncs: 0 }
    const means = { health, sync: options.sync ?? syncData, stats }
    const { tables, covered, journal } = await load(folder, options.collections, means, log)
    const keeper = new Keeper(folder, covered, journal, health, log, { ...defaultPace, ...options.pace })
    const facts = new FactFiles(folder, options.factLogs, {
      ...means,
      log,
      checkpointFacts: options.checkpointFacts ?? defaultCheckpointFacts,
    })
    const snapshotOnClose = options.snapshotOnClose ?? true
    return new JsonStore({
      folder,
      tables,
      journal,
      keeper,
      facts,
      health,
      now,
      claim,
      stats,
      snapshotOnClose,
    })
  } catch (error) {
    await claim.release()
    throw error
  }
}

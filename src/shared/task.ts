import type { Actor } from './actor.ts'
import type { Say } from './words.ts'

/** Something that waits for a person: said in the person's language, with the page where it is done. */
export interface Task {
  readonly text: string
  readonly path: string
  /** To be done today, or overdue. */
  readonly urgent: boolean
  /** Nobody has to do it: it is offered, for a time. */
  readonly optional?: true
}

/** What a room knows to wait for somebody, the most pressing first. */
export type ReadTasks = (actor: Actor, t: Say) => Promise<readonly Task[]>

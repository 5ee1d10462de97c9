import type { Refusal } from '../refusal.ts'
import type { Instant } from '../time.ts'
import type { Collection, Doc, FactLog } from './declare.ts'

/** Who a write is kept under: a person's id, or the part of the program that acted. */
export type Author = string

export interface Reading {
  find<T extends Doc>(from: Collection<T>, id: string): Promise<T | undefined>
  /** Throws `MissingRecord`: for ids that the program itself wrote down. */
  get<T extends Doc>(from: Collection<T>, id: string): Promise<T>
  /** Every record, in the order of their ids. */
  all<T extends Doc>(from: Collection<T>): Promise<readonly T[]>
  /** The records that a named query holds under a key, in the order of their ids. */
  list<T extends Doc, Q extends string>(from: Collection<T, Q>, query: Q, key: string): Promise<readonly T[]>
}

export interface Writing extends Reading {
  /** Throws `DuplicateKey` when the id, or a key declared unique, is taken. */
  add<T extends Doc>(to: Collection<T>, doc: T): Promise<T>
  /** Runs `rule` on the record as it is now. A refusal leaves the record alone and is handed back. Throws `MissingRecord`. */
  change<T extends Doc, N extends T | Refusal>(
    within: Collection<T>,
    id: string,
    rule: (doc: T) => N,
  ): Promise<N>
  /** Does nothing when there is no such record. */
  remove<T extends Doc>(from: Collection<T>, id: string): Promise<void>
}

/** What an append found: the fact was new, or one with its id was there already (and is handed back). */
export type Appended<T> = { readonly added: true } | { readonly added: false; readonly stored: T }

/** What became of a fact that was to be kept against a token: `spent` when another fact had used the token. */
export type Spending<T> = Appended<T> | { readonly added: false; readonly spent: true }

export interface Facts {
  /** Idempotent by the fact's id within its stream. Resolves when the fact is on disk. */
  append<T extends Doc>(log: FactLog<T>, stream: string, fact: T): Promise<Appended<T>>
  /**
   * Like `append`, for a fact that is kept against a token, each of which can be used once in its stream. Keeping the fact
   * and using up the token are one durable step; sending the same fact again is `append`'s second case, whatever the token.
   */
  spend<T extends Doc>(log: FactLog<T>, stream: string, fact: T, token: string): Promise<Spending<T>>
  /**
   * Forgets, also on disk, which token came with which fact and in which order they came: the facts are shuffled, the
   * used tokens kept in their own order.
   */
  unlink<T extends Doc>(log: FactLog<T>, stream: string): Promise<void>
  /** The fact of a stream with an id; undefined when there is none. */
  fact<T extends Doc>(log: FactLog<T>, stream: string, id: string): Promise<T | undefined>
  /**
   * The counters of a stream; exact, and independent in cost of how many facts there are. They may go on counting:
   * read what must agree before the next `await`.
   */
  counts<T extends Doc>(log: FactLog<T>, stream: string): Promise<ReadonlyMap<string, number>>
  /** How many facts a stream holds. It only grows: what was worked out of them holds until it does. */
  size<T extends Doc>(log: FactLog<T>, stream: string): Promise<number>
  /** Every fact of a stream, in the order in which they came. */
  facts<T extends Doc>(log: FactLog<T>, stream: string): AsyncIterable<T>
  /** The same, some hundreds at a time as they are read: going through a million one by one takes twice as long. */
  factPieces<T extends Doc>(log: FactLog<T>, stream: string): AsyncIterable<readonly T[]>
}

/** One change of a record: when, under whom, and the record as it then was (`null`: removed). */
export interface Change<T> {
  readonly at: Instant
  readonly by: Author
  readonly doc: T | null
}

/**
 * Where everything is kept. Records are plain data and are never mutated: a rule returns a new one.
 * What an `await` here has returned is on disk.
 */
export interface Store extends Reading, Facts {
  /**
   * A command: all that `work` does is kept, or nothing is. Nothing is kept when `work` throws or returns a
   * `Refusal`. Commands run one after another, so `work` must only read, decide and write: no waiting for
   * the network, a file or a timer inside.
   */
  write<R>(by: Author, work: (tx: Writing) => Promise<R>): Promise<R>
  /** Who changed a record, when and to what; oldest first. Reads the whole journal: for pages that are asked for rarely. */
  history<T extends Doc>(of: Collection<T>, id: string): Promise<readonly Change<T>[]>
  /** Finishes what is under way and gives the store free for another process. */
  close(): Promise<void>
}

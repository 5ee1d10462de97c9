import type { z } from 'zod'

/** Every record carries its own id, unique within its collection. */
export interface Doc {
  readonly id: string
}

/** The keys under which a named query finds a record; `undefined` keeps the record out of it. */
export type Keys = string | readonly string[] | undefined

/** Lifts a record by one version; pure, and total over what the older version could hold. */
export type Upgrade = (old: unknown) => unknown

/** A feature declares its collections once, in its file `store.ts`. */
export interface Collection<T extends Doc, Q extends string = string> {
  readonly name: string
  /** Version of the record's shape; records of older versions pass through `upgrades` on load. */
  readonly version: number
  readonly schema: z.ZodType<T>
  /** `upgrades[n]` lifts a record from version n to n + 1. */
  readonly upgrades: Readonly<Record<number, Upgrade>>
  /** Named queries: the only ways, besides the id, in which records are looked up. */
  readonly queries: Readonly<Record<Q, (doc: T) => Keys>>
  /** Queries of which each key may be held by one record only. */
  readonly unique: readonly Q[]
}

export function collection<T extends Doc, Q extends string = never>(declared: {
  name: string
  version?: number
  schema: z.ZodType<T>
  upgrades?: Record<number, Upgrade>
  queries?: Record<Q, (doc: T) => Keys>
  unique?: readonly NoInfer<Q>[]
}): Collection<T, Q> {
  return {
    version: 1,
    upgrades: {},
    queries: {} as Record<Q, (doc: T) => Keys>,
    unique: [],
    ...declared,
  }
}

/** A log of facts: appended, never changed, in streams (a survey's round is one stream). */
export interface FactLog<T extends Doc> {
  readonly name: string
  readonly version: number
  readonly schema: z.ZodType<T>
  readonly upgrades: Readonly<Record<number, Upgrade>>
  /**
   * The counters that a fact adds one to; the store keeps their sums per stream as facts arrive. It must rest on
   * the fact alone; whenever it counts differently, raise `version`, so that all is counted anew.
   */
  readonly counts: (fact: T) => readonly string[]
  /**
   * A quick test that holds of no fact but those which JSON and the schema would give back as they are: these are kept without
   * going through either. The others, and all where it is not given, take the long way.
   */
  readonly isPlain?: (fact: T) => boolean
}

export function factLog<T extends Doc>(declared: {
  name: string
  version?: number
  schema: z.ZodType<T>
  upgrades?: Record<number, Upgrade>
  counts: (fact: T) => readonly string[]
  isPlain?: (fact: T) => boolean
}): FactLog<T> {
  return { version: 1, upgrades: {}, ...declared }
}

/** A collection of whatever shape: what an engine is handed, since it treats all alike. */
export interface AnyCollection {
  readonly name: string
  readonly version: number
  readonly schema: z.ZodType<Doc>
  readonly upgrades: Readonly<Record<number, Upgrade>>
  readonly queries: Readonly<Record<string, (doc: never) => Keys>>
  readonly unique: readonly string[]
}

/** A log of facts of whatever shape. */
export interface AnyFactLog {
  readonly name: string
  readonly version: number
  readonly schema: z.ZodType<Doc>
  readonly upgrades: Readonly<Record<number, Upgrade>>
  readonly counts: (fact: never) => readonly string[]
  readonly isPlain?: (fact: never) => boolean
}

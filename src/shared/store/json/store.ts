import { AsyncLocalStorage } from 'node:async_hooks'
import { isRefusal } from '../../refusal.ts'
import type { Instant } from '../../time.ts'
import type { AnyCollection, Collection, Doc, FactLog } from '../declare.ts'
import { MissingRecord, MisusedCommand } from '../errors.ts'
import type { Appended, Author, Change, Spending, Store, Writing } from '../port.ts'
import { Command } from './command.ts'
import type { FactFiles } from './facts.ts'
import type { Health } from './health.ts'
import { historyOf } from './history.ts'
import type { Journal } from './journal.ts'
import type { Keeper } from './keeper.ts'
import type { Claim } from './owner.ts'
import type { Table } from './table.ts'

/** The parts that `openJsonStore` has put together. */
export interface Parts {
  readonly folder: string
  readonly tables: ReadonlyMap<string, Table>
  readonly journal: Journal
  readonly keeper: Keeper
  readonly facts: FactFiles
  readonly health: Health
  readonly now: () => Instant
  readonly claim: Claim
  readonly stats: Readonly<{ lines: number; syncs: number }>
  readonly snapshotOnClose: boolean
}

/** Everything is read from memory; a command is kept by one line of the journal. */
export class JsonStore implements Store {
  readonly #parts: Parts
  /** Marks what a command's work does. Only while one runs: it makes every promise of the process dearer. */
  readonly #inside = new AsyncLocalStorage<{ running: boolean }>()
  #turns: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  find<T extends Doc>(from: Collection<T>, id: string): Promise<T | undefined> {
    return this.#read(from, table => table.get(id) as T | undefined)
  }

  async get<T extends Doc>(from: Collection<T>, id: string): Promise<T> {
    const doc = await this.find(from, id)
    if (!doc) throw new MissingRecord(from.name, id)
    return doc
  }

  all<T extends Doc>(from: Collection<T>): Promise<readonly T[]> {
    return this.#read(from, table => table.all() as readonly T[])
  }

  list<T extends Doc, Q extends string>(
    from: Collection<T, Q>,
    query: Q,
    key: string,
  ): Promise<readonly T[]> {
    return this.#read(from, table => table.under(query, key) as readonly Doc[] as readonly T[])
  }

  async write<R>(by: Author, work: (tx: Writing) => Promise<R>): Promise<R> {
    this.#parts.health.check()
    if (this.#inside.getStore()?.running) {
      throw new MisusedCommand(
        'A command inside a command would wait for itself: use the tx that you were given',
      )
    }
    const turn = this.#turns.then(() => this.#run(by, work))
    this.#turns = turn.catch(() => undefined)
    const { outcome, seq } = await turn
    await this.#parts.journal.settled(seq)
    return outcome
  }

  async history<T extends Doc>(of: Collection<T>, id: string): Promise<readonly Change<T>[]> {
    const table = this.#table(of)
    await this.#parts.journal.settled(table.seq)
    return (await historyOf(
      this.#parts.folder,
      table.declared,
      id,
    )) as readonly Change<Doc>[] as readonly Change<never>[]
  }

  append<T extends Doc>(log: FactLog<T>, stream: string, fact: T): Promise<Appended<T>> {
    return this.#parts.facts.append(log, stream, fact)
  }

  spend<T extends Doc>(log: FactLog<T>, stream: string, fact: T, token: string): Promise<Spending<T>> {
    return this.#parts.facts.spend(log, stream, fact, token)
  }

  unlink<T extends Doc>(log: FactLog<T>, stream: string): Promise<void> {
    return this.#parts.facts.unlink(log, stream)
  }

  fact<T extends Doc>(log: FactLog<T>, stream: string, id: string): Promise<T | undefined> {
    return this.#parts.facts.fact(log, stream, id)
  }

  counts<T extends Doc>(log: FactLog<T>, stream: string): Promise<ReadonlyMap<string, number>> {
    return this.#parts.facts.counts(log, stream)
  }

  size<T extends Doc>(log: FactLog<T>, stream: string): Promise<number> {
    return this.#parts.facts.size(log, stream)
  }

  facts<T extends Doc>(log: FactLog<T>, stream: string): AsyncIterable<T> {
    return this.#parts.facts.facts(log, stream)
  }

  factPieces<T extends Doc>(log: FactLog<T>, stream: string): AsyncIterable<readonly T[]> {
    return this.#parts.facts.factPieces(log, stream)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  /** The ownership of the folder, through which the command line asks. */
  get claim(): Claim {
    return this.#parts.claim
  }

  /** Lines written and fsyncs that it took, since the store was opened. */
  get stats(): Readonly<{ lines: number; syncs: number }> {
    return this.#parts.stats
  }

  /** Writes the lowdb files of all that has changed. */
  snapshot(): Promise<void> {
    return this.#parts.keeper.run()
  }

  async #close(): Promise<void> {
    const { health, journal, keeper, facts, claim, snapshotOnClose } = this.#parts
    health.close()
    await this.#turns
    try {
      await journal.settled(journal.seq)?.catch(() => undefined)
      await keeper.close(snapshotOnClose)
      await journal.close()
      await facts.close()
    } finally {
      await claim.release()
    }
  }

  /** What is read may rest on commands whose lines are still on their way to disk: waits for them. */
  async #read<T extends Doc, Q extends string, R>(
    from: Collection<T, Q>,
    look: (table: Table) => R,
  ): Promise<R> {
    const table = this.#table(from)
    const found = look(table)
    const settled = this.#parts.journal.settled(table.seq)
    if (settled) await settled
    return found
  }

  #table<T extends Doc, Q extends string>(declared: Collection<T, Q>): Table {
    this.#parts.health.check()
    return this.#tableOf(declared as AnyCollection)
  }

  #tableOf(declared: AnyCollection): Table {
    const table = this.#parts.tables.get(declared.name)
    if (!table) throw new Error(`The store was opened without the collection ${declared.name}`)
    return table
  }

  /** Runs a command and puts what it did into memory. `seq`: what must be on disk before its outcome is told. */
  async #run<R>(by: Author, work: (tx: Writing) => Promise<R>): Promise<{ outcome: R; seq: number }> {
    const { health, journal, keeper, now } = this.#parts
    health.checkWorking()
    const command = new Command(declared => this.#tableOf(declared))
    const outcome = await this.#within(command, work)
    const stagings = isRefusal(outcome) ? [] : command.stagings()
    health.checkWorking()
    if (stagings.length === 0) return { outcome, seq: journal.seq }
    const seq = journal.append(
      now(),
      by,
      stagings.map(({ change }) => change),
    )
    for (const { table, id, doc } of stagings) {
      if (doc) table.put(doc)
      else table.drop(id)
      table.seq = seq
    }
    keeper.changed()
    return { outcome, seq }
  }

  async #within<R>(command: Command, work: (tx: Writing) => Promise<R>): Promise<R> {
    const mark = { running: true }
    try {
      return await this.#inside.run(mark, () => work(command))
    } finally {
      mark.running = false
      this.#inside.disable()
      command.end()
    }
  }
}

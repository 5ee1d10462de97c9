import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { isRefusal, type Refusal } from '../../refusal.ts'
import type { AnyCollection, Collection, Doc } from '../declare.ts'
import { DuplicateKey, MissingRecord, MisusedCommand } from '../errors.ts'
import type { Writing } from '../port.ts'
import type { JournalChange } from './journal.ts'
import { keysOf, recordToKeep } from './records.ts'
import { sortedById } from './shelf.ts'
import { Table } from './table.ts'

/** How long a command may run before others get their turn: what it does is its own until it is kept. */
const turnMs = 5

/** What a command did to one collection: the records it left, every id it touched, and their lines for the journal. */
interface Staged {
  readonly base: Table
  readonly put: Table
  readonly touched: Map<string, string>
}

/** `doc` is `null` for a record that was removed; `change` is a `JournalChange` as JSON. */
export interface Staging {
  readonly table: Table
  readonly id: string
  readonly doc: Doc | null
  readonly change: string
}

/** One command's view of the store: what is there, covered by what the command itself has done so far. */
export class Command implements Writing {
  readonly #tableOf: (declared: AnyCollection) => Table
  readonly #staged = new Map<Table, Staged>()
  #over = false
  #turnBegan = performance.now()

  constructor(tableOf: (declared: AnyCollection) => Table) {
    this.#tableOf = tableOf
  }

  async find<T extends Doc>(from: Collection<T>, id: string): Promise<T | undefined> {
    return this.#find(await this.#on(from), id) as T | undefined
  }

  async get<T extends Doc>(from: Collection<T>, id: string): Promise<T> {
    return this.#get(await this.#on(from), id) as T
  }

  async all<T extends Doc>(from: Collection<T>): Promise<readonly T[]> {
    const { base, put, touched } = await this.#on(from)
    const kept = touched.size === 0 ? base.all() : base.all().filter(doc => !touched.has(doc.id))
    return (put.size === 0 ? kept : sortedById([...kept, ...put.values()])) as readonly T[]
  }

  async list<T extends Doc, Q extends string>(
    from: Collection<T, Q>,
    query: Q,
    key: string,
  ): Promise<readonly T[]> {
    const { base, put, touched } = await this.#on(from)
    const there = base.under(query, key)
    if (touched.size === 0) return there as readonly Doc[] as readonly T[]
    const kept = there.filter(doc => !touched.has(doc.id))
    return sortedById([...kept, ...put.under(query, key)]) as readonly Doc[] as readonly T[]
  }

  async add<T extends Doc>(to: Collection<T>, doc: T): Promise<T> {
    const staged = await this.#on(to)
    if (this.#find(staged, doc.id)) throw new DuplicateKey(to.name, 'id', doc.id)
    return this.#put(staged, doc) as T
  }

  async change<T extends Doc, N extends T | Refusal>(
    within: Collection<T>,
    id: string,
    rule: (doc: T) => N,
  ): Promise<N> {
    const staged = await this.#on(within)
    const doc = this.#get(staged, id)
    const next = rule(doc as T)
    if (isRefusal(next) || (next as Doc) === doc) return next
    if (next.id !== id) throw new MisusedCommand(`${within.name} ${id} cannot change its id to ${next.id}`)
    return this.#put(staged, next) as N
  }

  async remove<T extends Doc>(from: Collection<T>, id: string): Promise<void> {
    const staged = await this.#on(from)
    if (!this.#find(staged, id)) return
    staged.put.drop(id)
    staged.touched.set(id, changeText(staged.base, id, null))
  }

  /** Ends the command: nothing can be read or done through it any more. */
  end(): void {
    this.#over = true
  }

  /** Every record that the command left changed, once each. */
  stagings(): Staging[] {
    return [...this.#staged.values()].flatMap(({ base, put, touched }) =>
      [...touched]
        .filter(([id]) => put.get(id) ?? base.get(id))
        .map(([id, change]) => ({ table: base, id, doc: put.get(id) ?? null, change })),
    )
  }

  /** Everything after it, up to the end of an operation, runs in one go. */
  async #on<T extends Doc, Q extends string>(declared: Collection<T, Q>): Promise<Staged> {
    if (performance.now() - this.#turnBegan > turnMs) {
      await setImmediate()
      this.#turnBegan = performance.now()
    }
    if (this.#over) throw new MisusedCommand('This command is over: await everything inside store.write')
    const base = this.#tableOf(declared)
    const staged = this.#staged.get(base) ?? { base, put: new Table(base.declared), touched: new Map() }
    this.#staged.set(base, staged)
    return staged
  }

  #find({ base, put, touched }: Staged, id: string): Doc | undefined {
    return put.get(id) ?? (touched.has(id) ? undefined : base.get(id))
  }

  #get(staged: Staged, id: string): Doc {
    const doc = this.#find(staged, id)
    if (!doc) throw new MissingRecord(staged.base.declared.name, id)
    return doc
  }

  #put(staged: Staged, doc: Doc): Doc {
    const { base, put, touched } = staged
    const kept = recordToKeep(base.declared, doc)
    for (const query of base.declared.unique) {
      for (const key of keysOf(base.declared, query, kept)) {
        const holders = [
          ...put.under(query, key),
          ...base.under(query, key).filter(({ id }) => !touched.has(id)),
        ]
        if (holders.some(({ id }) => id !== kept.id)) throw new DuplicateKey(base.declared.name, query, key)
      }
    }
    put.put(kept)
    touched.set(kept.id, changeText(base, kept.id, kept))
    return kept
  }
}

function changeText({ declared }: Table, id: string, doc: Doc | null): string {
  return JSON.stringify({ in: declared.name, id, v: declared.version, doc } satisfies JournalChange)
}

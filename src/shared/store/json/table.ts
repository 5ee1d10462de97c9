import type { AnyCollection, Doc } from '../declare.ts'
import { keysOf } from './records.ts'
import { Shelf } from './shelf.ts'

/** The same list every time: what was made of it is known by it. */
const none: readonly Doc[] = Object.freeze([])

/** The records of one collection in memory, with an index for each named query. */
export class Table {
  readonly declared: AnyCollection
  /** The last command that changed it. */
  seq = 0
  readonly #docs = new Shelf()
  readonly #indexes: ReadonlyMap<string, Map<string, Shelf>>

  constructor(declared: AnyCollection) {
    this.declared = declared
    this.#indexes = new Map(Object.keys(declared.queries).map(query => [query, new Map()]))
  }

  get size(): number {
    return this.#docs.size
  }

  get(id: string): Doc | undefined {
    return this.#docs.get(id)
  }

  /** In the order of their ids. */
  all(): readonly Doc[] {
    return this.#docs.list()
  }

  values(): IterableIterator<Doc> {
    return this.#docs.values()
  }

  /** In the order of their ids. Throws on a query that the collection does not declare. */
  under(query: string, key: string): readonly Doc[] {
    const index = this.#indexes.get(query)
    if (!index) throw new Error(`${this.declared.name} declares no query ${query}`)
    return index.get(key)?.list() ?? none
  }

  put(doc: Doc): void {
    this.drop(doc.id)
    this.#docs.put(doc)
    for (const [query, index] of this.#indexes) {
      for (const key of keysOf(this.declared, query, doc)) {
        const shelf = index.get(key) ?? new Shelf()
        shelf.put(doc)
        index.set(key, shelf)
      }
    }
  }

  drop(id: string): void {
    const doc = this.#docs.get(id)
    if (!doc) return
    this.#docs.drop(id)
    for (const [query, index] of this.#indexes) {
      for (const key of keysOf(this.declared, query, doc)) {
        const shelf = index.get(key)
        shelf?.drop(id)
        if (shelf?.size === 0) index.delete(key)
      }
    }
  }

  /** The first key declared unique that two records hold. */
  doubleKey(): { query: string; key: string } | undefined {
    for (const query of this.declared.unique) {
      for (const [key, shelf] of this.#indexes.get(query) ?? []) if (shelf.size > 1) return { query, key }
    }
    return undefined
  }
}

import type { AnyCollection, Doc } from '../declare.ts'
import { keysOf } from './records.ts'

/** The records of one collection in memory, with an index for each named query. */
export class Table {
  readonly declared: AnyCollection
  /** The last command that changed it. */
  seq = 0
  readonly #docs = new Map<string, Doc>()
  readonly #indexes: ReadonlyMap<string, Map<string, Set<string>>>
  #sorted: readonly Doc[] | undefined

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
    this.#sorted ??= sortedById([...this.#docs.values()])
    return this.#sorted
  }

  values(): IterableIterator<Doc> {
    return this.#docs.values()
  }

  /** In no order. Throws on a query that the collection does not declare. */
  under(query: string, key: string): Doc[] {
    const index = this.#indexes.get(query)
    if (!index) throw new Error(`${this.declared.name} declares no query ${query}`)
    return [...(index.get(key) ?? [])].flatMap(id => this.#docs.get(id) ?? [])
  }

  put(doc: Doc): void {
    this.drop(doc.id)
    this.#docs.set(doc.id, doc)
    for (const [query, index] of this.#indexes) {
      for (const key of keysOf(this.declared, query, doc)) {
        const ids = index.get(key)
        if (ids) ids.add(doc.id)
        else index.set(key, new Set([doc.id]))
      }
    }
  }

  drop(id: string): void {
    this.#sorted = undefined
    const doc = this.#docs.get(id)
    if (!doc) return
    this.#docs.delete(id)
    for (const [query, index] of this.#indexes) {
      for (const key of keysOf(this.declared, query, doc)) {
        const ids = index.get(key)
        ids?.delete(id)
        if (ids?.size === 0) index.delete(key)
      }
    }
  }

  /** The first key declared unique that two records hold. */
  doubleKey(): { query: string; key: string } | undefined {
    for (const query of this.declared.unique) {
      for (const [key, ids] of this.#indexes.get(query) ?? []) if (ids.size > 1) return { query, key }
    }
    return undefined
  }
}

export function sortedById<T extends Doc>(docs: T[]): T[] {
  return docs.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

import type { Doc } from '../declare.ts'

/**
 * Records by id, and the same in the order of their ids. The order is made when it is first asked for; later changes
 * are merged in, so that asking again costs one pass and not a sort. An array that was handed out never changes.
 */
export class Shelf {
  readonly #docs = new Map<string, Doc>()
  readonly #changed = new Set<string>()
  #sorted: readonly Doc[] | undefined

  get size(): number {
    return this.#docs.size
  }

  get(id: string): Doc | undefined {
    return this.#docs.get(id)
  }

  values(): IterableIterator<Doc> {
    return this.#docs.values()
  }

  put(doc: Doc): void {
    this.#docs.set(doc.id, doc)
    if (this.#sorted) this.#changed.add(doc.id)
  }

  drop(id: string): void {
    if (this.#docs.delete(id) && this.#sorted) this.#changed.add(id)
  }

  /** In the order of their ids. */
  list(): readonly Doc[] {
    if (!this.#sorted) this.#sorted = sortedById([...this.#docs.values()])
    else if (this.#changed.size > 0) {
      this.#sorted = this.#merged(this.#sorted)
      this.#changed.clear()
    }
    return this.#sorted
  }

  #merged(sorted: readonly Doc[]): readonly Doc[] {
    const fresh = sortedById([...this.#changed].flatMap(id => this.#docs.get(id) ?? []))
    const merged: Doc[] = []
    let next = 0
    for (const doc of sorted) {
      if (this.#changed.has(doc.id)) continue
      for (let add = fresh[next]; add && add.id < doc.id; add = fresh[next]) {
        merged.push(add)
        next += 1
      }
      merged.push(doc)
    }
    return next < fresh.length ? merged.concat(fresh.slice(next)) : merged
  }
}

export function sortedById<T extends Doc>(docs: T[]): T[] {
  return docs.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

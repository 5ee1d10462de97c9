/** More than one map, since the largest of them is what a moment's growth copies at once; a power of two. */
const shards = 64

/**
 * A copy of an id that was cut out of a longer text, such as a posted form: V8 keeps the whole of that text in memory as long as
 * the part.
 */
export function ownId(id: string): string {
  const copy = Buffer.from(id, 'latin1').toString('latin1')
  return copy === id ? copy : id
}

/** Where in its file each fact stands, by the fact's id. */
export class IdIndex {
  readonly #shards = Array.from({ length: shards }, () => new Map<string, number>())
  #size = 0

  get size(): number {
    return this.#size
  }

  get(id: string): number | undefined {
    return this.#shard(id).get(id)
  }

  /** The id must be new. */
  add(id: string, offset: number): void {
    this.#shard(id).set(id, offset)
    this.#size += 1
  }

  /** All ids with their offsets, in no order. */
  *entries(): Generator<[id: string, offset: number]> {
    for (const shard of this.#shards) yield* shard
  }

  #shard(id: string): Map<string, number> {
    let sum = 0
    for (let at = Math.max(0, id.length - 6); at < id.length; at += 1)
      sum = (Math.imul(sum, 31) + id.charCodeAt(at)) | 0
    return this.#shards[sum & (shards - 1)] ?? new Map()
  }
}

import { createHash } from 'node:crypto'

const hashBytes = 32
/** Hashes between two turns of the event loop: a few milliseconds. */
const hashesInTurn = 2_000

/** A Merkle tree as RFC 6962, section 2.1, defines it: SHA-256, leaves under the prefix 0x00, nodes under 0x01. */
export interface MerkleTree {
  readonly size: number
  /** From the leaves' hashes up to the root, each level one buffer of hashes side by side. */
  readonly levels: readonly Buffer[]
}

/** What shows that a leaf is in a tree: the neighbours on the way up to the root. */
export interface InclusionProof {
  readonly index: number
  readonly size: number
  readonly path: readonly Buffer[]
}

export function leafHash(data: Buffer): Buffer {
  return createHash('sha256').update('\x00').update(data).digest()
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update('\x01').update(left).update(right).digest()
}

const hashAt = (level: Buffer, index: number) => level.subarray(index * hashBytes, (index + 1) * hashBytes)

/**
 * The tree over leaf hashes that stand side by side. Pairs are taken level by level, and a last one without a neighbour
 * goes up as it is, which gives the same root as the RFC's split at the largest power of two. `pause` gives others a turn.
 */
export async function merkleTree(leaves: Buffer, pause: () => Promise<unknown>): Promise<MerkleTree> {
  const levels = [leaves]
  for (let level = leaves; level.length > hashBytes; ) {
    const count = level.length / hashBytes
    const above = Buffer.alloc(Math.ceil(count / 2) * hashBytes)
    for (let at = 0; at < count; at += 2) {
      const left = hashAt(level, at)
      const joined = at + 1 < count ? nodeHash(left, hashAt(level, at + 1)) : left
      joined.copy(above, (at / 2) * hashBytes)
      if (at % (2 * hashesInTurn) === 0) await pause()
    }
    levels.push(above)
    level = above
  }
  return { size: leaves.length / hashBytes, levels }
}

/** The root; of a tree without leaves the hash of nothing. */
export function rootOf({ size, levels }: MerkleTree): Buffer {
  return size === 0 ? createHash('sha256').digest() : hashAt(levels.at(-1) ?? Buffer.alloc(hashBytes), 0)
}

export function leafAt({ levels }: MerkleTree, index: number): Buffer {
  return hashAt(levels[0] ?? Buffer.alloc(0), index)
}

/** Where a leaf hash stands among sorted leaves; undefined when it is not among them. */
export function indexOfLeaf(tree: MerkleTree, leaf: Buffer): number | undefined {
  let [low, high] = [0, tree.size]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (leafAt(tree, middle).compare(leaf) < 0) low = middle + 1
    else high = middle
  }
  return low < tree.size && leafAt(tree, low).equals(leaf) ? low : undefined
}

/** The audit path of RFC 6962, section 2.1.1, from the leaf's neighbour upwards. */
export function inclusionProof({ size, levels }: MerkleTree, index: number): InclusionProof {
  const path: Buffer[] = []
  let at = index
  for (const level of levels.slice(0, -1)) {
    const neighbour = at ^ 1
    if (neighbour * hashBytes < level.length) path.push(hashAt(level, neighbour))
    at >>>= 1
  }
  return { index, size, path }
}

/** Whether a path leads from a leaf's hash to a root (RFC 9162, section 2.1.3.2, which says how to check RFC 6962's paths). */
export function isIncluded(leaf: Buffer, { index, size, path }: InclusionProof, root: Buffer): boolean {
  if (index < 0 || index >= size) return false
  let [at, last, hash] = [index, size - 1, leaf]
  for (const neighbour of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(neighbour, hash)
      while (at % 2 === 0 && at !== 0) {
        at >>>= 1
        last >>>= 1
      }
    } else hash = nodeHash(hash, neighbour)
    at >>>= 1
    last >>>= 1
  }
  return last === 0 && hash.equals(root)
}

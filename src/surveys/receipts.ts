import type { Reading, Store } from '../shared/store/port.ts'
import { readableSigns, receiptOf } from './answer.ts'
import { inclusionProof, indexOfLeaf, leafHash, type MerkleTree, merkleTree, rootOf } from './merkle.ts'
import { endingId } from './publication.ts'
import type { ReceiptRoot } from './receipt-root.ts'
import { lastDayOf, type Round } from './round.ts'
import { answers, receiptRoots } from './store.ts'

/** All receipts of one of a round's endings. */
export interface Receipts {
  readonly tree: MerkleTree
  /** Of every ending, the oldest first. */
  readonly roots: readonly ReceiptRoot[]
  /** The one of this ending, as it was fixed. */
  readonly fixed: ReceiptRoot | undefined
}

/** A receipt as it was typed; undefined when it cannot be one. */
export function readReceipt(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  const isReceipt = plain.length === 8 && [...plain].every(sign => readableSigns.includes(sign))
  return isReceipt ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined
}

export const receiptLeaf = (receipt: string) => leafHash(Buffer.from(receipt, 'utf8'))

/** Facts between two turns of the event loop. */
const factsInTurn = 500

/**
 * The hashes of all receipts of a round, or of its first `size` ones, in their own order, which tells nothing about when
 * answers came. Every stored answer is among them, also one that is left out of the figures.
 */
export async function receiptTree(
  store: Store,
  round: Pick<Round, 'id'>,
  pause: () => Promise<unknown>,
  size = Number.POSITIVE_INFINITY,
): Promise<MerkleTree> {
  const buckets = Array.from({ length: 256 }, (): string[] => [])
  let count = 0
  for await (const { id } of store.facts(answers, round.id)) {
    if (count >= size) break
    const leaf = receiptLeaf(receiptOf(id))
    buckets[leaf[0] ?? 0]?.push(leaf.toString('latin1'))
    count += 1
    if (count % factsInTurn === 0) await pause()
  }
  const leaves = Buffer.alloc(count * 32)
  let at = 0
  for (const bucket of buckets) {
    for (const leaf of bucket.sort()) at += leaves.write(leaf, at, 'latin1')
    await pause()
  }
  return merkleTree(leaves, pause)
}

/** Fixes the root of a round that has ended, if nobody has, and gives every root that was ever fixed. */
export async function fixedRoots(
  store: Store,
  round: Round,
  tree: MerkleTree,
): Promise<readonly ReceiptRoot[]> {
  const id = endingId(round)
  return store.write('receipts', async tx => {
    if (!(await tx.find(receiptRoots, id))) await tx.add(receiptRoots, fixed(id, round, tree))
    return rootsOf(tx, round.id)
  })
}

/** Every root of a round that was fixed, the oldest first. */
export async function rootsOf(from: Reading, round: string): Promise<readonly ReceiptRoot[]> {
  const roots = await from.list(receiptRoots, 'round', round)
  return roots.toSorted((a, b) => endingOf(a) - endingOf(b))
}

function fixed(id: string, round: Round, tree: MerkleTree): ReceiptRoot {
  const on = lastDayOf(round)
  return { id, round: round.id, on, size: tree.size, root: rootOf(tree).toString('hex') }
}

const endingOf = ({ id }: ReceiptRoot) => Number(id.slice(id.lastIndexOf('-') + 1))

/** Everything that somebody needs to check a receipt without us; hashes are hexadecimal. */
export interface ReceiptProof {
  readonly algorithm: 'RFC 6962 SHA-256'
  readonly round: string
  readonly receipt: string
  readonly leaf: string
  readonly index: number
  readonly size: number
  readonly path: readonly string[]
  readonly root: string
}

/** The proof that a receipt is among those of a round; undefined when it is not. */
export function proofOf(round: string, receipt: string, tree: MerkleTree): ReceiptProof | undefined {
  const leaf = receiptLeaf(receipt)
  const index = indexOfLeaf(tree, leaf)
  if (index === undefined) return undefined
  const hex = (hash: Buffer) => hash.toString('hex')
  const { size, path } = inclusionProof(tree, index)
  return {
    algorithm: 'RFC 6962 SHA-256',
    round,
    receipt,
    leaf: hex(leaf),
    index,
    size,
    path: path.map(hex),
    root: hex(rootOf(tree)),
  }
}

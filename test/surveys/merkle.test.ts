import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  inclusionProof,
  indexOfLeaf,
  isIncluded,
  leafAt,
  leafHash,
  merkleTree,
  rootOf,
} from '../../src/surveys/merkle.ts'

const pause = async () => undefined
const treeOf = (leaves: readonly Buffer[]) => merkleTree(Buffer.concat(leaves), pause)

/** The leaves and roots with which certificate-transparency's own implementations test RFC 6962. */
const data = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hex => Buffer.from(hex, 'hex'))
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const leafHashes = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
  '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  '4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658',
  'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  '46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1',
]

test('the known leaves have the known hashes', () => {
  expect(data.map(leafHash).map(hash => hash.toString('hex'))).toEqual(leafHashes)
})

test.each(roots.map((root, size) => [size, root]))(
  'the root over %i of the known leaves is %s',
  async (size, root) => {
    expect(rootOf(await treeOf(data.slice(0, size).map(leafHash))).toString('hex')).toBe(root)
  },
)

const [leaf0 = '', leaf1 = '', , , leaf4 = '', leaf5 = '', leaf6 = ''] = leafHashes
/** Over the known leaves 0–1, 2–3 and 4–5. */
const [over01 = '', over23, over45] = [
  roots[2],
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
]
const over03 = roots[4] ?? ''
const over67 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'

test.each([
  [0, 1, []],
  [1, 5, [leaf0, over23, leaf4]],
  [5, 8, [leaf4, over67, over03]],
  [4, 7, [leaf5, leaf6, over03]],
  [6, 7, [over45, over03]],
  [0, 8, [leaf1, over23, '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
  [2, 3, [over01]],
])('the path of leaf %i among %i is the known one', async (index, size, path) => {
  const proof = inclusionProof(await treeOf(data.slice(0, size).map(leafHash)), index)
  expect(proof.path.map(hash => hash.toString('hex'))).toEqual(path)
})

/** The RFC's own recursive definition. */
function rfcRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only && leaves.length === 1) return only
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  const [left, right] = [rfcRoot(leaves.slice(0, split)), rfcRoot(leaves.slice(split))]
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest()
}

test('every leaf of every tree is proven, the root is the RFC’s, and a wrong leaf, place or path is not', async () => {
  const sizes = fc.integer({ min: 1, max: 70 })
  const property = fc.asyncProperty(sizes, fc.nat(), async (size, chance) => {
    const leaves = Array.from({ length: size }, (_, at) => leafHash(Buffer.from(String(at)))).sort(
      Buffer.compare,
    )
    const tree = await treeOf(leaves)
    const root = rootOf(tree)
    expect(root).toEqual(rfcRoot(leaves))
    const index = chance % size
    const leaf = leafAt(tree, index)
    expect(indexOfLeaf(tree, leaf)).toBe(index)
    const proof = inclusionProof(tree, index)
    expect(isIncluded(leaf, proof, root)).toBe(true)
    expect(isIncluded(leafHash(Buffer.from('foreign')), proof, root)).toBe(false)
    expect(indexOfLeaf(tree, leafHash(Buffer.from('foreign')))).toBeUndefined()
    if (size > 1) {
      expect(isIncluded(leaf, { ...proof, index: (index + 1) % size }, root)).toBe(false)
      expect(isIncluded(leaf, { ...proof, path: proof.path.slice(1) }, root)).toBe(false)
    }
  })
  await fc.assert(property, { numRuns: 150 })
})

test('two leaves alike are two leaves: each is proven, and a tree that lost one has another root', async () => {
  const twin = leafHash(Buffer.from('K7M2-9QTX'))
  const others = ['a', 'b', 'c'].map(text => leafHash(Buffer.from(text)))
  const sorted = [...others, twin, twin].sort(Buffer.compare)
  const tree = await treeOf(sorted)
  const places = sorted.flatMap((leaf, at) => (leaf.equals(twin) ? [at] : []))
  expect(places).toHaveLength(2)
  expect(places).toContain(indexOfLeaf(tree, twin))
  for (const at of places) expect(isIncluded(twin, inclusionProof(tree, at), rootOf(tree))).toBe(true)
  const lost = await treeOf([...others, twin].sort(Buffer.compare))
  expect([tree.size, lost.size]).toEqual([5, 4])
  expect(rootOf(lost).equals(rootOf(tree))).toBe(false)
})

import { setImmediate } from 'node:timers/promises'
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { page, refusalPage } from '../shared/web/page.tsx'
import { leafAt, type MerkleTree } from './merkle.ts'
import { ReceiptsPage } from './pages.receipts.tsx'
import { chosenEnding } from './public-ending.ts'
import type { Publication } from './publication.ts'
import { publishedWords } from './published-words.ts'
import { publicRound } from './publishing.ts'
import { receiptWords } from './receipt-words.ts'
import { proofOf, type Receipts, readReceipt, receiptTree, rootsOf } from './receipts.ts'
import { no } from './refusals.ts'
import type { Round } from './round.ts'

/** Trees that are kept in memory: the rounds that people ask about are the newest. */
const keptTrees = 4

/** The receipts of closed rounds, for everybody: a page to check one, its proof, and all hashes. */
export function receiptsWeb(kit: Kit) {
  const { store } = kit
  const web = new Hono<WebEnv>()
  const trees = new Map<string, Promise<MerkleTree>>()

  /** Built once for each ending of a round, whoever asks meanwhile; of the newest one while it is closed, of all that is stored. */
  const treeOf = ({ id }: Round, { size, ending }: Publication, isAll: boolean): Promise<MerkleTree> => {
    const key = `${id} ${ending} ${isAll}`
    const built = trees.get(key) ?? receiptTree(store, { id }, setImmediate, isAll ? undefined : size)
    trees.delete(key)
    trees.set(key, built)
    built.catch(() => trees.delete(key))
    for (const old of [...trees.keys()].slice(0, -keptTrees)) trees.delete(old)
    return built
  }

  const receiptsOf = async (c: Web, id: string) => {
    const found = await publicRound(store, id, dateOf(kit.now(), kit.zone), setImmediate)
    if (isRefusal(found)) return found
    const { round, endings, isClosed } = found
    const shown = chosenEnding(endings, c.req.query('ending'))
    if (!shown) return no.notPublished()
    const tree = await treeOf(round, shown, isClosed && shown === endings.at(-1))
    const roots = (await rootsOf(store, id)).filter(root => endings.some(one => one.id === root.id))
    const fixed = roots.find(root => root.id === shown.id)
    return { round, shown, receipts: { tree, roots, fixed } satisfies Receipts }
  }

  web.get('/r/:id/receipts', async c => {
    const found = await receiptsOf(c, c.req.param('id'))
    if (isRefusal(found)) return refusalPage(c, found, publishedWords.noResultYet)
    const typed = c.req.query('receipt') ?? ''
    const receipt = readReceipt(typed)
    const proof = receipt && proofOf(found.round.id, receipt, found.receipts.tree)
    const props = { view: viewOf(c), ...found, typed, ...(proof ? { proof } : {}) }
    return page(c, c.get('t')(receiptWords.receipts), <ReceiptsPage {...props} />)
  })

  web.get('/r/:id/proof.json', async c => {
    const found = await receiptsOf(c, c.req.param('id'))
    if (isRefusal(found)) return refusalPage(c, found, publishedWords.noResultYet)
    const receipt = readReceipt(c.req.query('receipt') ?? '')
    const proof = receipt && proofOf(found.round.id, receipt, found.receipts.tree)
    if (!proof) return refusalPage(c, no.unknownReceipt())
    return asFile(c, `receipt-${proof.receipt}`, 'json').json(proof)
  })

  web.get('/r/:id/receipts.txt', async c => {
    const found = await receiptsOf(c, c.req.param('id'))
    if (isRefusal(found)) return refusalPage(c, found, publishedWords.noResultYet)
    const { tree } = found.receipts
    return stream(asFile(c, `receipts-${found.round.id}`, 'txt'), async out => {
      for (let from = 0; from < tree.size; from += linesInPart) await out.write(linesOf(tree, from))
    })
  })

  return web
}

const linesInPart = 1_000

/** Leaf hashes in hexadecimal, one a line, in the order of the tree. */
function linesOf(tree: MerkleTree, from: number): string {
  const count = Math.min(linesInPart, tree.size - from)
  return Array.from({ length: count }, (_, at) => `${leafAt(tree, from + at).toString('hex')}\n`).join('')
}

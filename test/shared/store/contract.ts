import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isRefusal, Refusal } from '../../../src/shared/refusal.ts'
import {
  type AnyCollection,
  type AnyFactLog,
  collection,
  factLog,
} from '../../../src/shared/store/declare.ts'
import type { Store } from '../../../src/shared/store/port.ts'

export const associations = collection({
  name: 'associations',
  schema: z.object({
    id: z.string(),
    name: z.string(),
    tags: z.array(z.string()),
    code: z.string().optional(),
  }),
  queries: { tag: doc => doc.tags, code: doc => doc.code },
  unique: ['code'],
})
export const visits = collection({
  name: 'visits',
  schema: z.object({ id: z.string(), association: z.string(), points: z.int() }),
  queries: { association: doc => doc.association },
})
export const answers = factLog({
  name: 'answers',
  schema: z.object({ id: z.string(), unit: z.string(), level: z.int() }),
  counts: fact => ['all', `${fact.unit}:${fact.level}`],
})

/** What a test may do with an engine; `reopen` closes the store and opens what it kept. */
export interface Opened {
  readonly store: Store
  reopen(): Promise<Opened>
}
export type OpenEngine = (
  collections: readonly AnyCollection[],
  factLogs: readonly AnyFactLog[],
) => Promise<Opened>

const xiahe = { id: 'xiahe', name: '下河社区计生协会', tags: ['first', 'held'], code: '001' }
const shanghe = { id: 'shanghe', name: '上河社区计生协会', tags: ['held'], code: '002' }
const tooLate = () => new Refusal('tooLate', 410, { 'zh-CN': '已截止', en: 'Too late' })

/** The promises of the store's port; every engine must keep them. */
export function storeContract(engine: string, open: OpenEngine): void {
  const fresh = () => open([associations, visits], [answers])
  const seeded = async () => {
    const opened = await fresh()
    await opened.store.write('liu', async tx => {
      await tx.add(associations, xiahe)
      await tx.add(associations, shanghe)
    })
    return opened
  }
  const listed = async <T>(items: AsyncIterable<T>) => {
    const all: T[] = []
    for await (const item of items) all.push(item)
    return all
  }

  describe(`${engine}: records`, () => {
    test('are found by id, in whole and by named query, in the order of their ids', async () => {
      const { store } = await seeded()
      expect(await store.find(associations, 'xiahe')).toEqual(xiahe)
      expect(await store.find(associations, 'nowhere')).toBeUndefined()
      expect(await store.all(associations)).toEqual([shanghe, xiahe])
      expect(await store.list(associations, 'tag', 'held')).toEqual([shanghe, xiahe])
      expect(await store.list(associations, 'tag', 'first')).toEqual([xiahe])
      expect(await store.list(associations, 'tag', 'lost')).toEqual([])
    })

    test('that must be there and are not throw MissingRecord', async () => {
      const { store } = await fresh()
      await expect(store.get(associations, 'nowhere')).rejects.toMatchObject({ name: 'MissingRecord' })
      const changed = store.write('liu', tx => tx.change(associations, 'nowhere', doc => doc))
      await expect(changed).rejects.toMatchObject({ name: 'MissingRecord' })
    })

    test('move between the keys of a query when they change, and leave it when they are removed', async () => {
      const { store } = await seeded()
      await store.write('liu', tx => tx.change(associations, 'xiahe', doc => ({ ...doc, tags: ['late'] })))
      expect(await store.list(associations, 'tag', 'held')).toEqual([shanghe])
      expect(await store.list(associations, 'tag', 'late')).toEqual([{ ...xiahe, tags: ['late'] }])
      await store.write('liu', tx => tx.remove(associations, 'xiahe'))
      expect(await store.list(associations, 'tag', 'late')).toEqual([])
      expect(await store.all(associations)).toEqual([shanghe])
    })

    test('are still there after a restart, as they were left', async () => {
      const { store, reopen } = await seeded()
      await store.write('liu', async tx => {
        await tx.remove(associations, 'shanghe')
        await tx.change(associations, 'xiahe', ({ code: _, ...doc }) => doc)
      })
      const { code: _, ...left } = xiahe
      const again = (await reopen()).store
      expect(await again.all(associations)).toEqual([left])
      expect(await again.list(associations, 'tag', 'held')).toEqual([left])
    })

    test('cannot be changed in place by those who read them', async () => {
      const { store } = await seeded()
      const doc = await store.get(associations, 'xiahe')
      expect(() => doc.tags.push('forged')).toThrow(TypeError)
    })

    test('that their schema refuses are not kept', async () => {
      const { store } = await seeded()
      const kept = store.write('liu', tx =>
        tx.add(visits, { id: 'v1', association: 'xiahe', points: Number.NaN }),
      )
      await expect(kept).rejects.toMatchObject({ name: 'InvalidRecord' })
      expect(await store.all(visits)).toEqual([])
    })
  })

  describe(`${engine}: commands`, () => {
    test('hand back what their work returns', async () => {
      const { store } = await seeded()
      const next = await store.write('liu', tx =>
        tx.change(associations, 'xiahe', doc => ({ ...doc, name: '下河' })),
      )
      expect(next.name).toBe('下河')
    })

    test('see what they have done so far; others see it only when it is kept', async () => {
      const { store } = await seeded()
      await store.write('liu', async tx => {
        await tx.add(associations, { id: 'new', name: '新', tags: ['held'] })
        await tx.change(associations, 'xiahe', doc => ({ ...doc, tags: [] }))
        await tx.remove(associations, 'shanghe')
        expect((await tx.all(associations)).map(({ id }) => id)).toEqual(['new', 'xiahe'])
        expect((await tx.list(associations, 'tag', 'held')).map(({ id }) => id)).toEqual(['new'])
        expect(await tx.find(associations, 'shanghe')).toBeUndefined()
        expect(await store.find(associations, 'new')).toBeUndefined()
        expect(await store.list(associations, 'tag', 'held')).toEqual([shanghe, xiahe])
      })
      expect((await store.list(associations, 'tag', 'held')).map(({ id }) => id)).toEqual(['new'])
    })

    test('that are large let others read meanwhile, who see nothing of them or all', async () => {
      const { store } = await fresh()
      let over = false
      const large = store.write('liu', async tx => {
        for (let n = 0; n < 3_000; n += 1) await tx.add(visits, { id: `v${n}`, association: 'a', points: n })
      })
      const done = large.then(() => {
        over = true
      })
      const seen = new Set<number>()
      while (!over) {
        seen.add((await store.list(visits, 'association', 'a')).length)
        await new Promise(resolve => setImmediate(resolve))
      }
      await done
      expect([...seen].filter(size => size !== 0 && size !== 3_000)).toEqual([])
      expect(await store.all(visits)).toHaveLength(3_000)
    })

    test('keep nothing when their work throws', async () => {
      const { store, reopen } = await seeded()
      const failing = store.write('liu', async tx => {
        await tx.add(visits, { id: 'v1', association: 'xiahe', points: 3 })
        await tx.change(associations, 'xiahe', doc => ({ ...doc, name: 'half' }))
        throw new Error('broken')
      })
      await expect(failing).rejects.toThrow('broken')
      expect(await store.all(visits)).toEqual([])
      const again = (await reopen()).store
      expect(await again.get(associations, 'xiahe')).toEqual(xiahe)
    })

    test('keep nothing when their work returns a refusal', async () => {
      const { store } = await seeded()
      const outcome = await store.write('liu', async tx => {
        await tx.add(visits, { id: 'v1', association: 'xiahe', points: 3 })
        return tooLate()
      })
      expect(isRefusal(outcome)).toBe(true)
      expect(await store.all(visits)).toEqual([])
    })

    test('are handed a rule’s refusal and may go on', async () => {
      const { store } = await seeded()
      const name = await store.write('liu', async tx => {
        const changed = await tx.change(associations, 'xiahe', () => tooLate())
        await tx.add(visits, { id: 'v1', association: 'xiahe', points: 1 })
        return isRefusal(changed) ? changed.code : 'kept'
      })
      expect(name).toBe('tooLate')
      expect(await store.get(associations, 'xiahe')).toEqual(xiahe)
      expect(await store.all(visits)).toHaveLength(1)
    })

    test('run one after another: no change is lost among a hundred at once', async () => {
      const { store } = await seeded()
      await store.write('liu', tx => tx.add(visits, { id: 'v1', association: 'xiahe', points: 0 }))
      const more = Array.from({ length: 100 }, () =>
        store.write('liu', async tx => {
          const { points } = await tx.get(visits, 'v1')
          await Promise.resolve()
          await tx.change(visits, 'v1', doc => ({ ...doc, points: points + 1 }))
        }),
      )
      await Promise.all(more)
      expect(await store.get(visits, 'v1')).toMatchObject({ points: 100 })
    })

    test('go on after one that failed', async () => {
      const { store } = await seeded()
      const first = store.write('liu', async () => Promise.reject(new Error('broken')))
      const second = store.write('liu', tx => tx.remove(associations, 'xiahe'))
      await expect(first).rejects.toThrow('broken')
      await second
      expect(await store.all(associations)).toEqual([shanghe])
    })

    test('refuse to run inside each other, and to be used when they are over', async () => {
      const { store } = await seeded()
      const inside = store.write('liu', () => store.write('liu', async () => 1))
      await expect(inside).rejects.toMatchObject({ name: 'MisusedCommand' })
      const over = await store.write('liu', async tx => ({ tx }))
      await expect(over.tx.all(visits)).rejects.toMatchObject({ name: 'MisusedCommand' })
    })
  })

  describe(`${engine}: unique keys`, () => {
    const double = { name: 'DuplicateKey' }

    test('refuse a second record with the same id or key, also within one command', async () => {
      const { store } = await seeded()
      const twin = { ...xiahe, id: 'twin' }
      await expect(store.write('liu', tx => tx.add(associations, xiahe))).rejects.toMatchObject(double)
      await expect(store.write('liu', tx => tx.add(associations, twin))).rejects.toMatchObject(double)
      const within = store.write('liu', async tx => {
        await tx.add(associations, { ...twin, id: 'a', code: '009' })
        await tx.add(associations, { ...twin, id: 'b', code: '009' })
      })
      await expect(within).rejects.toMatchObject(double)
      expect(await store.all(associations)).toHaveLength(2)
    })

    test('refuse a change onto a taken key, and give a key free that is left', async () => {
      const { store } = await seeded()
      const onto = store.write('liu', tx =>
        tx.change(associations, 'xiahe', doc => ({ ...doc, code: '002' })),
      )
      await expect(onto).rejects.toMatchObject(double)
      await store.write('liu', async tx => {
        await tx.change(associations, 'shanghe', doc => ({ ...doc, code: '003' }))
        await tx.change(associations, 'xiahe', doc => ({ ...doc, code: '002' }))
      })
      expect(await store.list(associations, 'code', '002')).toEqual([{ ...xiahe, code: '002' }])
    })
  })

  describe(`${engine}: history`, () => {
    test('tells who changed a record, when and to what', async () => {
      const { store, reopen } = await seeded()
      await store.write('chen', tx => tx.change(associations, 'xiahe', doc => ({ ...doc, name: '下河' })))
      const again = await reopen()
      await again.store.write('wu', tx => tx.remove(associations, 'xiahe'))
      const at = '2026-10-05T01:30:00.000Z'
      expect(await again.store.history(associations, 'xiahe')).toEqual([
        { at, by: 'liu', doc: xiahe },
        { at, by: 'chen', doc: { ...xiahe, name: '下河' } },
        { at, by: 'wu', doc: null },
      ])
      expect(await again.store.history(visits, 'xiahe')).toEqual([])
    })
  })

  describe(`${engine}: facts`, () => {
    const answer = (id: string, level = 5) => ({ id, unit: 'xiahe', level })

    test('are read back whatever their length', async () => {
      const { store, reopen } = await fresh()
      const facts = [1, 700_000, 20, 300_000, 262_000, 3].map((length, at) => {
        return { id: String(at), unit: String(at).repeat(length), level: 5 }
      })
      for (const fact of facts) await store.append(answers, 'round-1', fact)
      const again = (await reopen()).store
      expect(await listed(again.facts(answers, 'round-1'))).toEqual(facts)
    })

    test('are kept in the order in which they came, and counted', async () => {
      const { store, reopen } = await fresh()
      for (const [id, level] of [['b', 5] as const, ['a', 4] as const, ['c', 5] as const]) {
        expect(await store.append(answers, 'round-1', answer(id, level))).toEqual({ added: true })
      }
      const again = (await reopen()).store
      expect(await again.size(answers, 'round-1')).toBe(3)
      expect((await listed(again.facts(answers, 'round-1'))).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
      const pieces = (await listed(again.factPieces(answers, 'round-1'))).flat()
      expect(pieces).toEqual(await listed(again.facts(answers, 'round-1')))
      expect(Object.fromEntries(await again.counts(answers, 'round-1'))).toEqual({
        all: 3,
        'xiahe:4': 1,
        'xiahe:5': 2,
      })
    })

    test('are kept once: whoever sends one again is handed the one that is there', async () => {
      const { store, reopen } = await fresh()
      await store.append(answers, 'round-1', answer('a', 5))
      const stored = { added: false, stored: answer('a', 5) }
      expect(await store.append(answers, 'round-1', answer('a', 1))).toEqual(stored)
      const again = (await reopen()).store
      expect(await again.append(answers, 'round-1', answer('a', 1))).toEqual(stored)
      expect((await again.counts(answers, 'round-1')).get('all')).toBe(1)
    })

    test('are found by their id', async () => {
      const { store, reopen } = await fresh()
      const arriving = store.append(answers, 'round-1', answer('a', 4))
      expect(await store.fact(answers, 'round-2', 'a')).toBeUndefined()
      await arriving
      expect(await store.fact(answers, 'round-1', 'a')).toEqual(answer('a', 4))
      const again = (await reopen()).store
      expect(await again.fact(answers, 'round-1', 'a')).toEqual(answer('a', 4))
      expect(await again.fact(answers, 'round-1', 'b')).toBeUndefined()
    })

    test('are kept against a token, which can be used once', async () => {
      const { store, reopen } = await fresh()
      const spend = (to: Store, id: string, token: string, level = 5) =>
        to.spend(answers, 'round-1', answer(id, level), token)
      const both = await Promise.all([spend(store, 'b', 'x'), spend(store, 'c', 'x')])
      expect(both).toEqual([{ added: true }, { added: false, spent: true }])
      expect(await spend(store, 'a', 'y')).toEqual({ added: true })
      const check = async (to: Store) => {
        expect(await spend(to, 'b', 'x', 1)).toEqual({ added: false, stored: answer('b') })
        expect(await spend(to, 'b', 'z', 1)).toEqual({ added: false, stored: answer('b') })
        expect(await spend(to, 'd', 'x')).toEqual({ added: false, spent: true })
        expect(await to.append(answers, 'round-1', answer('b', 1))).toEqual({
          added: false,
          stored: answer('b'),
        })
        expect(await to.fact(answers, 'round-1', 'a')).toEqual(answer('a'))
        expect((await to.counts(answers, 'round-1')).get('all')).toBe(2)
        const ids = (await listed(to.facts(answers, 'round-1'))).map(({ id }) => id)
        expect(ids.sort()).toEqual(['a', 'b'])
        expect(await to.size(answers, 'round-1')).toBe(2)
      }
      await check(store)
      const again = await reopen()
      await check(again.store)
      await again.store.unlink(answers, 'round-1')
      await check(again.store)
      const last = (await again.reopen()).store
      await check(last)
      expect(await spend(last, 'd', 'z')).toEqual({ added: true })
    })

    test('are counted once at every moment while their tokens are forgotten', async () => {
      const { store } = await fresh()
      const ids = Array.from({ length: 40 }, (_, at) => `a${at}`)
      await Promise.all(ids.map(id => store.spend(answers, 'round-1', answer(id), `token ${id}`)))
      let over = false
      const forgotten = store.unlink(answers, 'round-1').finally(() => {
        over = true
      })
      const late = store.spend(answers, 'round-1', answer('late', 1), 'late')
      while (!over) {
        expect((await store.counts(answers, 'round-1')).get('xiahe:5')).toBe(40)
        await new Promise(setImmediate)
      }
      await forgotten
      expect(await late).toEqual({ added: true })
      expect((await store.counts(answers, 'round-1')).get('all')).toBe(41)
    })

    test('are kept once also when they arrive at the same moment', async () => {
      const { store } = await fresh()
      const outcomes = await Promise.all([1, 2, 3].map(l => store.append(answers, 'round-1', answer('a', l))))
      expect(outcomes).toEqual([
        { added: true },
        { added: false, stored: answer('a', 1) },
        { added: false, stored: answer('a', 1) },
      ])
      expect(await listed(store.facts(answers, 'round-1'))).toEqual([answer('a', 1)])
    })

    test('of one stream know nothing of another, whatever the streams are called', async () => {
      const { store, reopen } = await fresh()
      const streams = ['r', 'R', '../r', '第一轮', 'a/b', 'a%2fb', '.']
      for (const stream of streams) await store.append(answers, stream, answer('a'))
      const again = (await reopen()).store
      for (const stream of streams) expect(await listed(again.facts(answers, stream))).toHaveLength(1)
      expect(await listed(again.facts(answers, 'empty'))).toEqual([])
      expect(await again.counts(answers, 'empty')).toEqual(new Map())
    })

    test('that their schema refuses are not kept', async () => {
      const { store } = await fresh()
      const kept = store.append(answers, 'round-1', answer('a', 1.5))
      await expect(kept).rejects.toMatchObject({ name: 'InvalidRecord' })
      expect(await store.append(answers, 'round-1', answer('a', 1))).toEqual({ added: true })
    })
  })

  test(`${engine}: refuses everything once it is closed, and keeps what was under way`, async () => {
    const { store, reopen } = await seeded()
    const last = store.write('liu', tx => tx.remove(associations, 'xiahe'))
    const fact = store.append(answers, 'round-1', { id: 'a', unit: 'xiahe', level: 5 })
    const again = await reopen()
    await Promise.all([last, fact])
    const closed = { name: 'StoreClosed' }
    await expect(store.all(associations)).rejects.toMatchObject(closed)
    await expect(store.write('liu', async () => 1)).rejects.toMatchObject(closed)
    await expect(
      store.append(answers, 'round-1', await fact.then(() => ({ id: 'b', unit: 'x', level: 1 }))),
    ).rejects.toMatchObject(closed)
    expect(await again.store.all(associations)).toEqual([shanghe])
    expect((await again.store.counts(answers, 'round-1')).get('all')).toBe(1)
  })
}

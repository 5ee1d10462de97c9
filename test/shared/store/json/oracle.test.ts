import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../../../src/shared/refusal.ts'
import type { Writing } from '../../../../src/shared/store/port.ts'
import { openTestStore, testFolder } from '../../../helpers/store.ts'
import { visits } from '../contract.ts'

interface Visit {
  readonly id: string
  readonly association: string
  readonly points: number
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const step = fc.record({ kind: fc.constantFrom('put', 'remove'), id, association: id, points: fc.nat(9) })
const command = fc.record({
  kind: fc.constant('command' as const),
  steps: fc.array(step, { maxLength: 5 }),
  end: fc.constantFrom('keep', 'keep', 'keep', 'refuse', 'throw'),
})
const reopen = fc.record({ kind: fc.constant('reopen' as const) })
const snapshot = fc.record({ kind: fc.constant('snapshot' as const) })

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function take(tx: Writing, { kind, ...visit }: Step): Promise<void> {
  if (kind === 'remove') await tx.remove(visits, visit.id)
  else if (await tx.find(visits, visit.id)) await tx.change(visits, visit.id, () => visit)
  else await tx.add(visits, visit)
}

function taken(state: ReadonlyMap<string, Visit>, steps: readonly Step[]): Map<string, Visit> {
  const next = new Map(state)
  for (const { kind, ...visit } of steps) {
    if (kind === 'remove') next.delete(visit.id)
    else next.set(visit.id, visit)
  }
  return next
}

const sorted = (found: Iterable<Visit>) => [...found].sort((a, b) => a.id.localeCompare(b.id))

test('the store holds what a plain map would, whatever is done and wherever it is closed', async () => {
  const acts = fc.array(fc.oneof({ weight: 8, arbitrary: command }, reopen, snapshot), { maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(acts, async acts => {
      const folder = await testFolder()
      let store = await openTestStore({ folder, collections: [visits] })
      let state: ReadonlyMap<string, Visit> = new Map()
      for (const act of acts) {
        if (act.kind === 'snapshot') await store.snapshot()
        else if (act.kind === 'reopen') {
          await store.close()
          store = await openTestStore({ folder, collections: [visits] })
        } else {
          const done = store.write('someone', async tx => {
            for (const next of act.steps) await take(tx, next)
            const within = sorted(taken(state, act.steps).values())
            expect(await tx.all(visits)).toEqual(within)
            expect(await tx.list(visits, 'association', 'a')).toEqual(
              within.filter(({ association }) => association === 'a'),
            )
            if (act.end === 'throw') throw new Error('broken off')
            return act.end === 'refuse' ? new Refusal('no', 409, { 'zh-CN': '否', en: 'No' }) : undefined
          })
          if (act.end === 'throw') await expect(done).rejects.toThrow('broken off')
          else await done
          if (act.end === 'keep') state = taken(state, act.steps)
        }
        const expected = sorted(state.values())
        expect(await store.all(visits)).toEqual(expected)
        for (const key of ['a', 'b']) {
          expect(await store.list(visits, 'association', key)).toEqual(
            expected.filter(({ association }) => association === key),
          )
        }
      }
      await store.close()
    }),
    { numRuns: 40 },
  )
})

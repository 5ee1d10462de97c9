import { expect, test } from 'vitest'
import { addGroups, emptyGroups } from '../../src/registers/groups.ts'
import { leadersOf } from '../../src/registers/leaders.ts'
import { memberGroups } from '../../src/registers/store.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { granted } from '../helpers/people.ts'
import { newWorld } from '../helpers/world.ts'

const unit = '350203001001'
const hand = {
  ...{ by: { id: 'l', name: '甲' }, now: instant('2026-11-20T02:00:00Z'), today: plainDate('2026-11-20') },
  months: ['2026-11'],
}

/** A store with registers of these years, each with so many groups that have a leader. */
async function registers(years: Readonly<Record<string, number>>) {
  const { store } = await newWorld({ units: false })
  await store.write('test', async tx => {
    for (const [year, count] of Object.entries(years)) {
      const groups = Array.from({ length: count }, (_, at) => ({ name: `${at}组`, covers: '', leader: true }))
      const list = emptyGroups(year, unit)
      await tx.add(memberGroups, count === 0 ? list : granted(addGroups(list, groups, hand)))
    }
  })
  return (month: string) => leadersOf(store, unit, month)
}

test.each<[Readonly<Record<string, number>>, string, number | undefined]>([
  // Reported in November, when the next year's register is kept already: October still counts by its own.
  [{ 2026: 4, 2027: 7 }, '2026-10', 4],
  [{ 2026: 4, 2027: 7 }, '2025-11', 4],
  [{ 2026: 4, 2027: 7 }, '2026-11', 7],
  // Not carried over yet: the groups of the year before stand until then.
  [{ 2026: 4 }, '2026-11', 4],
  [{ 2026: 4, 2027: 0 }, '2026-11', 4],
  // A later register says nothing of a month before it.
  [{ 2027: 7 }, '2026-10', undefined],
])('with the registers %j the month %s expects %s leaders', async (years, month, expected) => {
  expect(await (await registers(years))(month)).toBe(expected)
})

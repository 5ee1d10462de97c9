import { expect, test } from 'vitest'
import { collections, factLogs } from '../../src/collections.ts'
import { verifyFolder } from '../../src/shared/store/json/verify.ts'
import { seeded } from './seeded.ts'

/** How many of `all` are of each kind. */
function counted<T>(all: readonly T[], kind: (one: T) => unknown): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of all) counts[String(kind(one))] = (counts[String(kind(one))] ?? 0) + 1
  return counts
}

test('the sample district is whole and in the middle of its year', {
  timeout: 180_000,
}, async () => {
  const { folder, cast, read } = await seeded()
  expect((await verifyFolder(folder, collections, factLogs)).faults).toEqual([])

  const played = await read('ratings')
  const ratings = played.filter(({ cycle }) => cycle === '2026')
  const states = counted(ratings, ({ state }) => state)
  const handedIn = ratings.filter(({ state }) => state !== 'draft').length
  expect(handedIn / ratings.length).toBeGreaterThan(0.88)
  expect(handedIn / ratings.length).toBeLessThan(0.95)
  expect(states.returned).toBeGreaterThanOrEqual(4)
  expect(states.subdistrictAccepted).toBeGreaterThan(10)
  const grades = counted(ratings, ({ grade }) => grade)
  expect(grades.firstClass).toBeGreaterThan(10)
  expect(grades.qualified).toBeGreaterThan(20)

  // Something to decide, to review and to confirm for those whom one can play.
  const pilot = played.filter(({ cycle, grade }) => cycle === '2025' && grade !== null)
  expect(pilot.map(({ subdistrict }) => subdistrict)).toEqual(Array(7).fill('350203001000'))
  expect(await read('rating-appeals')).toMatchObject([{ cycle: '2026', byName: '示例负责人06' }])
  const home = ratings.filter(({ subdistrict }) => subdistrict === '350203001000')
  expect(home.filter(({ state }) => state === 'final').map(({ community }) => community)).toContain(
    cast.lead1.duties[0]?.unit,
  )
  type Listed = { unit: string; groups: { marks: string[]; appraisal?: unknown }[] }
  const own = ((await read('member-groups')) as Listed[]).find(
    ({ unit }) => unit === cast.lead3.duties[0]?.unit,
  )
  expect(own?.groups.filter(({ marks }) => marks.length > 0).length).toBeGreaterThan(3)
  expect(own?.groups.filter(({ appraisal }) => appraisal)).toEqual([])

  expect((await read('register-sheets')).length).toBeGreaterThan(90)
  expect((await read('member-groups')).length).toBeGreaterThan(85)
  const hung = await read('plaques')
  expect(hung.filter(({ rating }) => String(rating).startsWith('2025-'))).toHaveLength(7)
  const plaques = hung.length - 7
  expect(plaques).toBeGreaterThan(20)
  expect(plaques).toBeLessThan(Number(grades.firstClass) + Number(grades.qualified))
  expect(await read('lagging-communities')).toHaveLength(3)
  expect(await read('highlights')).toHaveLength(8)
  const meetings = counted(await read('meetings'), ({ level, status }) => `${level} ${status}`)
  expect(meetings['subdistrict held']).toBeGreaterThan(100)
  expect(meetings['community notHeld']).toBeGreaterThan(5)
  type Written = { minutes?: { final?: unknown; additions?: unknown[] }; agenda?: { outcome: string }[] }
  const written = (await read('meetings')) as Written[]
  expect(written.filter(({ minutes }) => minutes?.final).length).toBeGreaterThan(100)
  expect(written.filter(({ minutes }) => minutes?.additions)).toHaveLength(1)
  // A community's point was handed on by its subdistrict and settled by the district.
  expect(written.flatMap(({ agenda = [] }) => agenda.map(({ outcome }) => outcome)).sort()).toEqual([
    ...['raised', 'settled'],
  ])
  const bulletins = (await read('bulletins')) as { id: string; content: { overdue: { unit: string }[] } }[]
  expect(bulletins.map(({ id }) => id)).toEqual(['2026-1', '2026-2'])
  expect(bulletins[1]?.content.overdue.map(({ unit }) => unit)).toContain('中华街道')
  expect((await read('rounds')).length).toBe(3)
  // One round was published, reopened and published again; the other is published once.
  expect((await read('publications')).map(({ ending, told }) => [ending, told !== null]).sort()).toEqual([
    ...[
      [1, true],
      [1, true],
      [2, true],
    ],
  ])
  expect((await read('exclusions')).map(({ state }) => state)).toEqual(['proposed'])
  expect(await read('marks')).toEqual([{ id: 'sample' }])
  for (const { name } of (await read('people')) as { name: string }[]) expect(name).toMatch(/^示例/)
  expect(cast.lead1.name).toBe('示例负责人01')
})

test('two runs of the seed leave the same records', { timeout: 300_000 }, async () => {
  const [one, other] = [await seeded(), await seeded()]
  for (const { name } of collections) expect(await other.read(name), name).toEqual(await one.read(name))
})

import { expect, test } from 'vitest'
import type { ComputedFigures } from '../../src/ratings/figures.ts'
import { ratings } from '../../src/ratings/store.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'
import { excellent, fieldsOf } from '../ratings/rubric.ts'

const community = '350203001001'
const ratingPage = `/ratings/2026/${community}`
const sheetPage = `/registers/2026/${community}`

/** The association’s rating filled in with everything that could be wished for, and its form’s section B. */
async function filledIn() {
  const world = await newWorld({ now: '2026-10-20T01:00:00Z' })
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  world.actAs(lead)
  const rating = () => world.store.get(ratings, `2026-${community}`)
  const save = async (section: string) => {
    const { revision } = await rating()
    const fields = { base: String(revision), ...fieldsOf(section) }
    expect((await world.post(`${ratingPage}/self/${section}`, fields)).status).toBeLessThan(400)
  }
  return {
    ...world,
    rating,
    save,
    page: async (path: string) => (await world.get(path)).text(),
    valuesOf: (figures: ComputedFigures) =>
      Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure?.value])),
  }
}

test('funds and rewards entered once are computed in the rating, linked and dated, and are not asked again', async () => {
  const world = await filledIn()
  await world.save('B')
  expect((await world.rating()).values.fundsReceived).toBe(excellent.fundsReceived)
  const before = (await world.rating()).result.selfScore ?? 0
  await world.post(sheetPage, {
    base: '0',
    ...{ fundsPlanned: '20000', fundsReceived: '10000', fundsVouchered: 'yes' },
    ...{ viceDue: '24000', vicePaid: '24000', leadersDue: '8000', leadersPaid: '4000' },
  })
  const form = await world.page(`${ratingPage}/self/B`)
  expect(form).not.toContain('name="fundsReceived"')
  expect(form).toContain(`href="${sheetPage}"`)
  expect(form).toContain('registers')
  const { figures, result } = await world.rating()
  expect(world.valuesOf(figures)).toMatchObject({
    fundsPlanned: 20000,
    fundsReceived: 10000,
    leadersPaid: 4000,
  })
  expect(figures.fundsReceived?.asOf).toBe('2026-10-20')
  // B1: 10,000 of 20,000 is 3 of 6 points; B3: half is 2.5 of 5.
  expect(before - (result.selfScore ?? 0)).toBe(5.5)
  // What lacks is the cheapest step, and leads to where it is entered.
  expect(await world.page(ratingPage)).toMatch(
    new RegExp(`<a href="#B1">[^<]*</a> → <a href="${sheetPage}">`),
  )
  expect(await world.page('/summary')).toContain(`<a href="${sheetPage}">鸿山社区`)
  const funds = { base: '1', fundsPlanned: '20000', fundsReceived: '20000', fundsVouchered: 'yes' }
  const rewards = { viceDue: '24000', vicePaid: '24000', leadersDue: '8000', leadersPaid: '8000' }
  expect(await world.page('/summary')).toContain('1 of 2 met')
  await world.post(sheetPage, { ...funds, ...rewards })
  expect((await world.rating()).result.selfScore).toBe(before)
  expect(await world.page('/summary')).toContain('2 of 2 met')
})

test('groups, members and the council feed sections A and C; what the subdistrict confirms counts', async () => {
  const world = await filledIn()
  await world.post(sheetPage, {
    base: '0',
    ...{ council_health: '4', council_members: '3', councilChangesRecorded: 'yes', members: '320' },
    ...{ president: 'yes', fullTimeVicePresident: 'yes', secretaryGeneral: 'no', termEnds: '2026-06-30' },
    groupsCoverAll: 'yes',
  })
  await world.post(`${sheetPage}/groups`, { lines: '第1小组\n第2小组' })
  const months = ['2025-11', '2025-12', ...Array.from({ length: 9 }, (_, at) => `2026-0${at + 1}`)]
  for (const month of months)
    await world.post(`${sheetPage}/groups/month`, { month, 'activities-1': '1', 'publicity-1': '1' })
  await world.post(`${sheetPage}/groups/1/marks`, { mark: ['members', 'records'] })
  world.actAs(subdistrict)
  await world.post(`${sheetPage}/groups/appraisal`, { group: '1', outcome: 'confirmed' })
  world.actAs(lead)
  await world.save('A')
  expect(world.valuesOf((await world.rating()).figures)).toMatchObject({
    ...{ posts: ['president', 'fullTimeVicePresident'], termState: 'expired' },
    ...{ councilSize: 7, councilCategories: ['health', 'members'], councilChangesRecorded: true },
    ...{ members: 320, membersUpdated: true, groups: 2, leaders: 2, groupsCoverAll: true },
    ...{ fiveGoodGroups: 1, groupMonthsActive: 11, groupsPublicity: 1 },
  })
  const page = await world.page(ratingPage)
  expect(page).toContain('President, Full-time vice president')
})

test('a cycle whose rubric does not use the registers goes on asking', async () => {
  const world = await filledIn()
  const { rubrics, ratingCycles } = await import('../../src/ratings/store.ts')
  const { rubric } = await world.store.get(ratingCycles, '2026')
  await world.store.write('test', tx =>
    tx.change(rubrics, rubric, old => {
      const json = structuredClone(old.json) as { scoring: { figures: { source: string }[] } }
      json.scoring.figures = json.scoring.figures.filter(({ source }) => source !== 'registers')
      return { ...old, json }
    }),
  )
  const older = await newDesk(world)
  expect(older).not.toHaveProperty('fundsPlanned')
})

/** What a desk that reads the kept rubric anew knows of the association. */
async function newDesk(world: Awaited<ReturnType<typeof filledIn>>) {
  await world.post(sheetPage, { base: '0', fundsPlanned: '20000' })
  const { ratingDesk } = await import('../../src/ratings/desk.ts')
  const { ratingParts } = await import('../../src/rating-parts.ts')
  const opened = await ratingDesk(world.kit, ratingParts(world.kit)).open(district, '2026', community)
  return 'rating' in opened ? opened.rating.figures : {}
}

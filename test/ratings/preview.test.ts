import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { newRating } from '../../src/ratings/cycle.ts'
import { parseRubric } from '../../src/ratings/parse-rubric.ts'
import { preview } from '../../src/ratings/preview.ts'
import type { Rating } from '../../src/ratings/rating.ts'
import { resultOf, selfScores } from '../../src/ratings/score-sheet.ts'
import { ratings } from '../../src/ratings/store.ts'
import { plainDate } from '../../src/shared/time.ts'
import { district, lead, newWorld } from '../helpers/world.ts'
import { excellent, rubricJson, theRubric } from './rubric.ts'

const code = '350203001001'
const old = theRubric()
const around = { today: plainDate('2026-11-20') }

/** A draft in which group leaders have to come more often: from 90 % on 4 points, from 80 % on 2. */
function stricter() {
  const json = rubricJson()
  const panel = json.pages[2].elements.find(({ name }: { name: string }) => name === 'C2')
  panel.scoring.bands = [
    { from: 0.9, points: 4 },
    { from: 0.8, points: 2 },
  ]
  return { ...json, version: '2027.draft' }
}

/** A draft with a higher limit of 一流, another base of its share, a later end of the acceptance, and more meetings asked. */
function otherLimits() {
  const json = rubricJson()
  json.scoring.grades.firstClass.totalPercent = 92
  json.scoring.shares.firstClassBase = 'qualifiedOrBetter'
  json.scoring.deadlines.acceptance = '12-10'
  const gate = json.scoring.gates.find(({ id }: { id: string }) => id === 'G4')
  gate.qualified = { ...gate.qualified, if: gate.qualified.if.replace('9', '10') }
  return json
}

function rubricOf(json: unknown) {
  const parsed = parseRubric(json)
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.rubric
}

function entered(otherwise: Record<string, unknown> = {}, more: Partial<Rating> = {}): Rating {
  const values = { ...excellent, ...otherwise }
  const rating = { ...newRating('2026', code, '鸿山社区', '350203001000'), values, ...more }
  return { ...rating, result: resultOf(old, rating, around) }
}

test('a draft that says the same changes nothing', () => {
  const found = preview(old, rubricOf(rubricJson()), [entered()], around)
  const nothing = { added: [], removed: [], rescored: [], settings: [], gates: [], rows: [] }
  expect(found).toMatchObject({ ...nothing, compared: 1 })
})

test('an item with another rule is worked out anew, and the grade that follows is told', () => {
  // 140 of 168 leaders came: 83.3 %.
  const found = preview(old, rubricOf(stricter()), [entered(), newRating('2026', 'x', 'y', 'z')], around)
  expect(found.rescored).toEqual(['C2'])
  expect(found.compared).toBe(1)
  expect(found.rows).toMatchObject([
    { before: { score: 100 }, after: { score: 98 }, items: [{ item: 'C2', from: 4, to: 2 }], unanswered: [] },
  ])
  // E1 2 of 6, A5 2 of 5, C4 0 of 2: 91 points, and 89 by the draft.
  const near = entered({ publicityActivities: 4, archives: ['plan'], groupsPublicity: 0 })
  expect(preview(old, rubricOf(stricter()), [near], around)).toMatchObject({
    counts: [
      { grade: 'firstClass', before: 1, after: 0 },
      { grade: 'qualified', before: 0, after: 1 },
      { grade: 'notQualified', before: 0, after: 0 },
    ],
    rows: [{ before: { score: 91 }, after: { score: 89 } }],
  })
})

test('limits, targets, dates and gates that would be others are told, as they were and by the draft', () => {
  const found = preview(old, rubricOf(otherLimits()), [], around)
  expect(found.settings).toEqual([
    { setting: 'grades.firstClass.totalPercent', from: 90, to: 92 },
    { setting: 'shares.firstClassBase', from: 'all', to: 'qualifiedOrBetter' },
    { setting: 'deadlines.acceptance', from: '11-30', to: '12-10' },
  ])
  expect(found.gates).toMatchObject([{ gate: 'G4', target: 'qualified' }])
  expect(found.gates[0]?.from?.rule).not.toBe(found.gates[0]?.to?.rule)
})

test('what a reviewer gave stays where the rule is the same', () => {
  const accepted = {
    scores: { ...selfScores(old, excellent), A5: 2 },
    reasons: { A5: '缺档案' },
    gates: {},
    rectifications: {},
    opinion: '',
  }
  const rating = entered({}, { state: 'subdistrictAccepted', subdistrictReview: accepted })
  const [row] = preview(old, rubricOf(stricter()), [rating], around).rows
  expect([row?.before.score, row?.after.score]).toEqual([97, 95])
  expect(row?.items).toEqual([{ item: 'C2', from: 4, to: 2 }])
})

async function withScores() {
  const world = await newWorld()
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  await world.store.write('test', tx => tx.change(ratings, `2026-${code}`, () => entered()))
  return world
}

test('the district tries a draft on the page; what is no rubric is refused with everything that is wrong', async () => {
  const world = await withScores()
  const send = (text: string) => world.post('/ratings/2026/preview', { file: new File([text], 'draft.json') })
  expect((await world.get('/ratings/2026/preview')).status).toBe(200)
  const compared = await (await send(JSON.stringify(stricter()))).text()
  expect(compared).toContain('Draft 2027.draft: 1 association compared')
  expect(compared).toContain('C2 4→2')
  expect(compared).not.toContain('What else would be different')
  const limits = (await (await send(JSON.stringify(otherLimits()))).text()).replace(/<[^>]+>/g, ' ')
  expect(limits).toMatch(/Limit of 一流, % of the points +90 +92 /)
  expect(limits).toMatch(/Of what the share of 一流 is taken +all communities +those of 合格 and better /)
  const broken = stricter()
  broken.scoring.total = 90
  const refused = await send(JSON.stringify(broken))
  expect(refused.status).toBe(422)
  expect((await send('not json')).status).toBe(422)
  world.actAs(lead)
  expect((await world.get('/ratings/2026/preview')).status).toBe(403)
  expect((await send('{}')).status).toBe(403)
})

test('on the command line it is one JSON document', async () => {
  const world = await withScores()
  const run = (json: unknown) =>
    runCommand(world.kit, {
      argv: ['rating', 'preview', 'draft.json', '--cycle', '2026', '--json'],
      lang: 'en',
      readFile: async () => new TextEncoder().encode(JSON.stringify(json)),
    })
  const { out, code: exit } = await run(stricter())
  expect(exit).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ cycle: '2026', draft: '2027.draft', rescored: ['C2'], compared: 1 })
  expect((await run({})).code).toBe(1)
})

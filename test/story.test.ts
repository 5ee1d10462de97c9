import { expect, test } from 'vitest'
import { buildClock } from '../src/clock.ts'
import { runCommand } from '../src/commands.ts'
import { firstLink } from '../src/people/links.ts'
import { people } from '../src/people/store.ts'
import { ratings } from '../src/ratings/store.ts'
import { type ChatWorld, chatWorld } from './helpers/chat.ts'
import { cookieOf, enrol, signIn } from './helpers/people.ts'
import { contactFields } from './ratings/playing.ts'
import { excellent, fieldsOf, theRubric } from './ratings/rubric.ts'
import { answer, fully } from './surveys/asking.ts'

/** A district of one subdistrict and two communities; the names are the real ones, the year is made up. */
const unitsFile = `代码,级别,名称,上级,人口
350203000000,区,思明区,,
350203001000,街道,厦港街道,350203000000,
350203001001,社区,鸿山社区,350203001000,6000
350203001004,社区,蜂巢山社区,350203001000,4000
`
const community = '350203001001'
const at = `/ratings/2026/${community}`
/** The first Tuesday of each month of the assessment year 2026; 7 October shows the holiday's shift from the 6th. */
const tuesdays = [
  ...['2025-11-04', '2025-12-02', '2026-01-06', '2026-02-03', '2026-03-03', '2026-04-07'],
  ...['2026-05-06', '2026-06-02', '2026-07-07', '2026-08-04', '2026-09-01', '2026-10-08'],
]

test('a district’s year: units, people, meetings in chat, residents’ answers, a rating, and the targets', async () => {
  const world = await chatWorld({ now: '2025-11-03T01:00:00Z', units: false })
  const clock = buildClock(world.kit)

  const first = cookieOf(await world.post(pathOf((await firstLink(world.kit, 'en')) ?? ''), {}))
  const file = new File([unitsFile], 'units.csv')
  expect((await world.post('/units/import', { file, step: 'import' }, first)).status).toBe(303)
  const [admin] = await world.store.all(people)
  const { person: street } = await enrol(world, '街道', 'subdistrict', '350203001000')
  const { person: lead, user } = await world.join('甲', 'lead', community)

  await cli(world, 'meetings', 'plan', '--level', 'community', '--unit', community, ...monthly)
  for (const [month, day] of tuesdays.entries()) {
    world.clock.set(`${day}T03:30:00Z`)
    await clock.tick()
    await user.says(`已开 ${12 + month}人`)
    await user.waitsFor(`到会 ${12 + month} 人`)
  }
  const held = (await cli(world, 'meetings', 'list')).filter((meeting: Listed) => meeting.status === 'held')
  expect(held.map((meeting: Listed) => meeting.starts.slice(0, 10))).toEqual(tuesdays)

  const opened = await cli(world, 'survey', 'open', ...round)
  const path = pathOf(opened.links[0].url)
  for (let n = 1; n <= 40; n++) {
    const overall = n <= 38 ? '5' : '2'
    expect((await answer(world, path, { ...fully, overall })).status).toBe(201)
  }
  await cli(world, 'survey', 'close', opened.round.id)
  expect((await world.get(path)).status).toBe(410)
  expect((await cli(world, 'survey', 'results', opened.round.id)).total).toMatchObject({
    valid: 40,
    levels: [38, 0, 0, 2, 0],
    broad: 0.95,
    verdict: 'undecided',
  })

  // The sessions of last November are long over.
  const office = await signIn(world, admin ?? street)
  const staff = await signIn(world, street)
  const leads = await signIn(world, lead)
  expect((await world.post('/ratings', { year: '2026' }, office)).headers.get('location')).toBe(
    '/ratings/2026',
  )
  for (const section of theRubric().sections) {
    const { revision } = await ratingOf(world)
    const fields = { ...fieldsOf(section.id, asked), base: String(revision), go: 'next' }
    expect((await world.post(`${at}/self/${section.id}`, fields, leads)).status).toBe(303)
  }
  expect((await world.post(`${at}/submit`, { target: 'qualified' }, leads)).status).toBe(303)
  await world.post(`${at}/steps`, { action: 'startReview' }, staff)
  expect((await review(world, staff)).status).toBe(303)
  expect(await ratingOf(world)).toMatchObject({ state: 'subdistrictAccepted', grade: null })

  await world.post('/ratings/2026/sample', { seed: '20261031' }, office)
  expect((await review(world, office)).status).toBe(303)
  await world.post('/ratings/2026/notice', { ...contactFields, go: 'announce' }, office)
  world.clock.set('2026-10-20T01:00:00Z')
  expect((await world.post(`${at}/steps`, { action: 'finalise' }, office)).status).toBe(303)
  expect(await ratingOf(world)).toMatchObject({ state: 'final', grade: 'qualified' })

  const summary = await cli(world, 'summary')
  expect(summary.targets).toMatchObject([
    { key: 'qualifiedOrBetter', base: 2, count: 1, needed: 2, missing: 1, status: 'notMet' },
    { key: 'firstClass', base: 2, count: 0, needed: 1, missing: 1, status: 'notMet' },
    { key: 'satisfaction', base: 40, count: 38, value: 0.95, status: 'undecided' },
    { key: 'meetings', base: 12, count: 12, value: 1, status: 'met' },
    { key: 'guarantees', base: 5, count: 0, needed: 5, value: null, status: 'noData' },
    { key: 'lagging', base: 0, value: 1, status: 'met' },
    { key: 'highlights', base: 1, count: 0, needed: 1, missing: 1, status: 'notMet' },
  ])
  await user.says('/summary')
  expect((await user.waitsFor('评定周期 2026')).text).toContain('等级：合格')
  expect(await (await world.get('/summary', office)).text()).toContain('1 so far, 2 needed')
})

const monthly = ['--rule', 'FREQ=MONTHLY;BYDAY=1TU', '--time', '09:30']
const round = [
  ...['--form', 'satisfaction', '--units', community, '--basis', 'broad'],
  ...['--opens', '2026-10-01', '--closes', '2026-10-31'],
]

/** What the records do not know themselves. */
const asked = { ...excellent, members: 320 }

interface Listed {
  readonly status: string
  readonly starts: string
}

const pathOf = (url: string) => new URL(url).pathname

async function cli(world: ChatWorld, ...argv: string[]) {
  const readFile = async () => new Uint8Array()
  const { out, err } = await runCommand(world.kit, { argv: [...argv, '--json'], lang: 'en', readFile })
  if (err) throw new Error(err)
  return JSON.parse(out)
}

const ratingOf = (world: ChatWorld) => world.store.get(ratings, `2026-${community}`)

/** Sends the review table back as the page draws it: every score as the level below gave it. */
async function review(world: ChatWorld, who: { readonly cookie: string }) {
  const html = await (await world.get(`${at}/review`, who)).text()
  const drawn = [...html.matchAll(/<input name="(score-\w+)" value="([^"]*)"/g)]
  const base = /name="base" value="(\d+)"/.exec(html)?.[1] ?? ''
  const fields = Object.fromEntries(drawn.map(found => [found[1] ?? '', found[2] ?? '']))
  return world.post(`${at}/review`, { ...fields, base, go: 'decide' }, who)
}

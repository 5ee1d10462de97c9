import { expect, test } from 'vitest'
import { outbox } from '../../src/delivery/store.ts'
import { people } from '../../src/people/store.ts'
import { workdaysOf } from '../../src/rating-parts.ts'
import { plainDate } from '../../src/shared/time.ts'
import { surveysClock } from '../../src/surveys/clock.ts'
import { progressShown } from '../../src/surveys/progress.ts'
import { dueStep, reminderSteps } from '../../src/surveys/reminder-steps.ts'
import { enrol } from '../helpers/people.ts'
import { district, lead, subdistrict, type World } from '../helpers/world.ts'
import { answer, cli, fully, newAskingWorld } from './asking.ts'
import { round, standard } from './world.ts'

const [hongshan, other, area] = ['350203001001', '350203001004', '350203001000']

async function lagging() {
  const world = await newAskingWorld()
  await enrol(world, '鸿山会长', 'lead', hongshan)
  await enrol(world, '另一会长', 'lead', other)
  await enrol(world, '街道干部', 'subdistrict', area)
  const tick = surveysClock(world.kit, workdaysOf(world.kit))
  const at = async (moment: string) => {
    world.clock.set(moment)
    await tick()
  }
  return { world, at }
}

async function sent({ store }: World) {
  const names = new Map((await store.all(people)).map(one => [one.id, one.name]))
  const rows = (await store.all(outbox)).filter(({ message }) => message.kind === 'survey.lagging')
  return rows.map(({ message }) => ({
    to: names.get(message.to),
    text: message.text,
    buttons: message.buttons,
  }))
}

test('leads whose unit lacks answers are reminded at half and three days before the end, then those above in one message', async () => {
  const { world, at } = await lagging()
  const [here = '', there = ''] = world.round.paths
  for (let n = 0; n < 50; n++) await answer(world, there)
  for (let n = 0; n < 12; n++) await answer(world, here, { ...fully, overall: n < 2 ? 'dontknow' : '5' })

  await at('2026-10-12T08:00:00Z')
  await at('2026-10-13T00:59:00Z')
  expect(await sent(world)).toEqual([])
  await at('2026-10-13T01:00:00Z')
  await at('2026-10-13T02:00:00Z')
  const [first, ...more] = await sent(world)
  expect(more).toEqual([])
  expect(first?.to).toBe('鸿山会长')
  expect(first?.text).toContain('鸿山社区 has 10 valid answers of 50; 40 are missing')
  expect(first?.text).toContain(here)
  expect(first?.buttons[0]?.[0]).toMatchObject({
    url: `http://localhost:3000/surveys/${world.round.id}/progress`,
  })

  await at('2026-10-17T03:00:00Z')
  expect((await sent(world)).map(({ to }) => to)).toEqual(['鸿山会长', '鸿山会长'])
  await at('2026-10-19T03:00:00Z')
  await at('2026-10-20T03:00:00Z')
  const all = await sent(world)
  expect(all).toHaveLength(3)
  const digest = all.find(({ to }) => to === '街道干部')
  expect(digest?.text).toContain('1 unit is below the target of 50: 鸿山社区 10/50.')
  await at('2026-10-21T03:00:00Z')
  expect(await sent(world)).toHaveLength(3)
})

test('a step that was missed is overtaken by the next, and nobody is written to when all have enough', async () => {
  const { world, at } = await lagging()
  await at('2026-10-18T03:00:00Z')
  expect((await sent(world)).map(({ to }) => to).sort()).toEqual(['另一会长', '鸿山会长'])
  for (const path of world.round.paths) for (let n = 0; n < 50; n++) await answer(world, path)
  await at('2026-10-19T03:00:00Z')
  expect(await sent(world)).toHaveLength(2)
})

test('without staff in the subdistrict the district is told', async () => {
  const world = await newAskingWorld()
  await enrol(world, '区干部', 'district', '350203000000')
  world.clock.set('2026-10-19T03:00:00Z')
  await surveysClock(world.kit, workdaysOf(world.kit))()
  expect((await sent(world)).map(({ to }) => to)).toEqual(['区干部'])
})

test('the days of reminders follow the round, short rounds leave some out, and rounds without them have none', () => {
  const remind = { leads: [{ share: 0.5 }, { daysBefore: 3 }], above: { daysBefore: 1 }, hour: 9 }
  const of = (opens: string, closes: string) => {
    const days = { opens: plainDate(opens), closes: plainDate(closes) }
    return { ...round(days), standard: { ...standard, remind } }
  }
  expect(reminderSteps(of('2026-10-05', '2026-10-20'))).toEqual([
    { to: 'leads', on: '2026-10-13' },
    { to: 'leads', on: '2026-10-17' },
    { to: 'above', on: '2026-10-19' },
  ])
  expect(reminderSteps(of('2026-10-05', '2026-10-07'))).toEqual([
    { to: 'above', on: '2026-10-06' },
    { to: 'leads', on: '2026-10-07' },
  ])
  expect(reminderSteps(of('2026-10-05', '2026-10-05'))).toEqual([])
  expect(reminderSteps(round())).toEqual([])
  const closed = { ...of('2026-10-05', '2026-10-20'), closed: plainDate('2026-10-12') }
  expect(reminderSteps(closed).map(({ on }) => on)).toEqual(['2026-10-09', '2026-10-11'])
  const at = (today: string, hour: string) =>
    dueStep(of('2026-10-05', '2026-10-20'), { today: plainDate(today), hour })
  expect(at('2026-10-13', '2026-10-13T08')).toBeUndefined()
  expect(at('2026-10-13', '2026-10-13T09')?.on).toBe('2026-10-13')
  expect(at('2026-10-14', '2026-10-14T00')?.on).toBe('2026-10-13')
})

test('only so many boards of progress are live at once, and each place is given back', async () => {
  const world = await newAskingWorld()
  world.actAs(subdistrict)
  const path = `/surveys/${world.round.id}/progress/live`
  const tenOf = async (person: string) => {
    world.actAs({ ...subdistrict, id: person })
    const opened = await Promise.all(Array.from({ length: 10 }, () => world.get(path)))
    expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([200]))
    return opened
  }
  const first = await tenOf('p0')
  expect((await world.get(path)).status).toBe(429)
  const others = (await Promise.all(['p1', 'p2', 'p3', 'p4'].map(tenOf))).flat()
  world.actAs({ ...subdistrict, id: 'p5' })
  expect((await world.get(path)).status).toBe(429)
  await Promise.all(first.map(each => each.body?.cancel()))
  await expect.poll(async () => (await world.get(path)).status, { timeout: 5000, interval: 500 }).toBe(200)
  await Promise.all(others.map(each => each.body?.cancel()))
})

test('the progress of very many units is shown by subdistrict, each leading to its units', async () => {
  const units = Array.from({ length: 151 }, (_, at) => {
    const code = `s${at % 2}`
    return {
      ...{ code: `u${at}`, name: `u${at}`, level: 'community' as const, link: `l${at}` },
      subdistrict: { code, name: code },
    }
  })
  const asked = { ...round(), units }
  const counts = new Map([
    ['u0|overall|5', 50],
    ['u0|@|online', 50],
    ['u1|overall|5', 20],
  ])
  const shown = progressShown(asked, units, counts)
  expect(shown.units).toEqual([])
  expect(shown.total).toEqual({ units: 151, reached: 1, valid: 70 })
  expect(shown.subdistricts).toEqual([
    { code: 's0', name: 's0', units: 76, reached: 1, valid: 50, missing: 75 * 50, byChannel: [50, 0, 0] },
    { code: 's1', name: 's1', units: 75, reached: 0, valid: 20, missing: 75 * 50 - 20, byChannel: [0, 0, 0] },
  ])
  expect(progressShown(asked, units.slice(0, 150), counts).units).toHaveLength(150)
})

test('the progress of units stands with those first that lack most, and sends itself while answers come', async () => {
  const world = await newAskingWorld()
  world.actAs(subdistrict)
  const [here = ''] = world.round.paths
  for (let n = 0; n < 3; n++) await answer(world, here)
  const path = `/surveys/${world.round.id}/progress`
  const page = await (await world.get(path)).text()
  expect(page.indexOf('蜂巢山社区')).toBeLessThan(page.indexOf('鸿山社区'))
  expect(page).toContain('0 of 2 units have reached the target of 50 valid answers; 3 valid in all')
  expect(page).toMatch(/reminded on 2026-10-13, 2026-10-17, 2026-10-19 \(digest/)
  const live = await world.get(`${path}/live`)
  const reader = live.body?.getReader()
  const next = async () => new TextDecoder().decode((await reader?.read())?.value)
  expect(await next()).toContain('3 valid in all')
  await answer(world, here)
  expect(await next()).toContain('4 valid in all')
  await reader?.cancel()
  const narrowed = await (await world.get(`${path}?of=350203001001`)).text()
  expect(narrowed).toContain('<strong>鸿山社区</strong>')
  expect(narrowed).toContain(`data-live="${path}/live?of=350203001001"`)
  expect(narrowed).not.toContain('蜂巢山社区')
  world.actAs(lead)
  const own = await (await world.get(path)).text()
  expect(own).toContain('鸿山社区')
  expect(own).not.toContain('蜂巢山社区')
  world.actAs({ ...lead, duties: [{ role: 'lead', unit: '350203003001' }] })
  expect((await world.get(path)).status).toBe(403)
  world.actAs(district)
  expect((await world.get(path)).status).toBe(200)
  await cli(world, 'survey', 'close', world.round.id)
  const ended = await (await world.get(path)).text()
  expect(ended).toContain('4 valid in all')
  expect(ended).toContain('This survey has ended')
  expect(ended).not.toMatch(/Updates by itself|are reminded on|data-live|live\.js/)
})

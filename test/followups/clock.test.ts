import { expect, test } from 'vitest'
import { outbox, queue } from '../../src/delivery/store.ts'
import { followUpsClock } from '../../src/followups/clock.ts'
import { openFollowUp, takeStep } from '../../src/followups/ledger.ts'
import { parsePress } from '../../src/shared/bot/press.ts'
import { splitText } from '../../src/shared/bot/split.ts'
import { plainDate } from '../../src/shared/time.ts'
import { enrol, granted } from '../helpers/people.ts'
import { newWorld } from '../helpers/world.ts'

const owner = '350203001001'

async function withFollowUp(given = [{ id: 'f', due: '2026-10-30', what: '更新会员小组名册' }]) {
  const world = await newWorld({ now: '2026-10-13T02:00:00Z' })
  const { person } = await enrol(world, '甲', 'lead', owner)
  const source = { kind: 'meeting' as const, id: 'm', title: '例会' }
  const open = (id: string, due: string, what: string) => {
    const by = { by: 'p', at: world.clock.now(), zone: 'Asia/Shanghai', publicUrl: '' }
    const asked = { id, source, owner, what, due: plainDate(due) }
    return world.store.write('p', async tx => granted(await openFollowUp(tx, asked, by)))
  }
  for (const { id, due, what } of given) await open(id, due, what)
  let tick = followUpsClock(world.kit)
  const restarts = () => {
    tick = followUpsClock(world.kit)
  }
  const urges = async () =>
    (await world.store.all(outbox))
      .filter(row => row.message.kind === 'followup.overdue')
      .map(row => row.message)
  const urgedOn = async (moment: string) => {
    world.clock.set(moment)
    await tick()
    return (await urges()).length
  }
  return { world, person, open, restarts, urges, urgedOn }
}

test('the owner is urged once, on the day after the due date', async () => {
  const { urgedOn } = await withFollowUp()
  expect(await urgedOn('2026-10-30T10:00:00Z')).toBe(0)
  expect(await urgedOn('2026-10-30T16:00:00Z')).toBe(1)
  expect(await urgedOn('2026-10-31T02:00:00Z')).toBe(1)
  expect(await urgedOn('2026-11-01T02:00:00Z')).toBe(1)
})

test('what was handed in is not urged', async () => {
  const { world, person, urgedOn } = await withFollowUp()
  const lead = { id: person.id, name: '甲', lang: 'en' as const, duties: person.duties }
  granted(await takeStep(world.kit, 'f', { act: 'submit', note: '已更新' }, lead))
  expect(await urgedOn('2026-10-31T02:00:00Z')).toBe(0)
})

test('several of one day come in one message with a button each, and none twice, whatever happens in between', async () => {
  const { world, person, restarts, urges, urgedOn } = await withFollowUp([
    { id: 'a', due: '2026-10-30', what: '更新名册' },
    { id: 'b', due: '2026-10-29', what: '补齐台账' },
    { id: 'c', due: '2026-10-31', what: '张贴公示' },
  ])
  // The program stood still over two due dates.
  expect(await urgedOn('2026-10-30T20:00:00Z')).toBe(1)
  const [first] = await urges()
  expect(first?.text).toContain('2 follow-ups are past their date')
  expect(first?.text).toContain('1. 补齐台账, due 10-29\n2. 更新名册, due 10-30')
  expect(first?.buttons.map(row => row.map(({ label }) => label))).toEqual([
    ['Act on 1', 'Act on 2'],
    ['Open the list'],
  ])
  restarts()
  expect(await urgedOn('2026-10-31T02:00:00Z')).toBe(1)
  restarts()
  expect(await urgedOn('2026-11-01T02:00:00Z')).toBe(2)
  expect(
    (await urges()).filter(({ text }) => text.includes('“张贴公示” was due on 2026-10-31')),
  ).toHaveLength(1)
  // Who becomes a lead afterwards is told of all that is overdue.
  const late = await enrol(world, '乙', 'lead', owner)
  restarts()
  expect(await urgedOn('2026-11-01T03:00:00Z')).toBe(3)
  expect((await urges()).filter(({ to }) => to === late.person.id)).toHaveLength(1)
  expect((await urges()).filter(({ to }) => to === person.id)).toHaveLength(2)
})

test('what comes up after the message of the day waits for the next, and is not lost', async () => {
  const { world, person, open, restarts, urgedOn } = await withFollowUp()
  const lead = { id: person.id, name: '甲', lang: 'en' as const, duties: person.duties }
  const clerk = { ...lead, id: 'clerk', duties: [{ role: 'subdistrict' as const, unit: '350203001000' }] }
  await open('g', '2026-10-30', '补齐台账')
  granted(await takeStep(world.kit, 'g', { act: 'submit', note: '已补' }, lead))
  expect(await urgedOn('2026-10-31T02:00:00Z')).toBe(1)
  granted(await takeStep(world.kit, 'g', { act: 'return', note: '缺页' }, clerk))
  restarts()
  expect(await urgedOn('2026-10-31T03:00:00Z')).toBe(1)
  expect(await urgedOn('2026-11-01T02:00:00Z')).toBe(2)
})

test('many with long names are one message that Telegram takes', async () => {
  const many = Array.from({ length: 40 }, (_, at) => ({
    id: `f${10 + at}`,
    due: '2026-10-30',
    what: '册'.repeat(500),
  }))
  const { urges, urgedOn } = await withFollowUp(many)
  expect(await urgedOn('2026-10-31T02:00:00Z')).toBe(1)
  const [urge] = await urges()
  expect(splitText(urge?.text ?? '')).toHaveLength(1)
  expect(urge?.text).toContain('40 follow-ups')
  expect(urge?.text).toContain('20 more')
  const presses = urge?.buttons.flat().flatMap(button => ('data' in button ? [button.data] : [])) ?? []
  expect(presses.map(data => parsePress(data)?.id)).toEqual(many.slice(0, 20).map(({ id }) => id))
})

test('who was told by an earlier version is not told again', async () => {
  const { world, person, urgedOn } = await withFollowUp()
  const key = `followup.overdue:f@2026-10-30:${person.id}`
  const message = { key, kind: 'followup.overdue', to: person.id, text: '已过期限', repeatable: true }
  await world.store.write('clock', tx => queue(tx, message, world.clock.now()))
  expect(await urgedOn('2026-10-31T02:00:00Z')).toBe(1)
  expect(await urgedOn('2026-11-01T02:00:00Z')).toBe(1)
})

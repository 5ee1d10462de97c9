import { expect, test } from 'vitest'
import { outbox } from '../../src/delivery/store.ts'
import { followUpsClock } from '../../src/followups/clock.ts'
import { openFollowUp, takeStep } from '../../src/followups/ledger.ts'
import { plainDate } from '../../src/shared/time.ts'
import { enrol, granted } from '../helpers/people.ts'
import { newWorld } from '../helpers/world.ts'

const owner = '350203001001'

async function withFollowUp() {
  const world = await newWorld({ now: '2026-10-13T02:00:00Z' })
  const { person } = await enrol(world, '甲', 'lead', owner)
  const source = { kind: 'meeting' as const, id: 'm', title: '例会' }
  const asked = { id: 'f', source, owner, what: '更新会员小组名册', due: plainDate('2026-10-30') }
  const by = { by: 'p', at: world.clock.now(), zone: 'Asia/Shanghai', publicUrl: '' }
  granted(await world.store.write('p', tx => openFollowUp(tx, asked, by)))
  const tick = followUpsClock(world.kit)
  const urgedOn = async (moment: string) => {
    world.clock.set(moment)
    await tick()
    return (await world.store.all(outbox)).filter(row => row.message.kind === 'followup.overdue').length
  }
  return { world, person, urgedOn }
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

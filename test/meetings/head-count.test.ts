import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { tell } from '../../src/meetings/reporting.ts'
import { meetings } from '../../src/meetings/store.ts'
import { personAsActor } from '../../src/people/person.ts'
import { ratingFigures } from '../../src/rating-figures.ts'
import { addGroups, changeGroup, emptyGroups, readLines } from '../../src/registers/groups.ts'
import { memberGroups } from '../../src/registers/store.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { enrol, granted } from '../helpers/people.ts'
import { newWorld, type World } from '../helpers/world.ts'

const community = '350203001001'
const hand = {
  by: { id: 'l', name: '甲' },
  now: instant('2026-10-01T02:00:00Z'),
  today: plainDate('2026-10-01'),
  months: ['2026-10'],
}
const fiveGroups = granted(addGroups(emptyGroups('2026', community), readLines('一\n二\n三\n四\n五'), hand))
const groups = granted(
  changeGroup(fiveGroups, 5, { name: '五', covers: '', leader: false, closed: false }, hand),
)

/** Four of five groups have a leader; the community meets on Tuesday 13 October 2026. */
async function community13October(headCount?: number) {
  const world = await newWorld({ now: '2026-10-12T01:30:00Z' })
  const { person } = await enrol(world, '甲', 'lead', community)
  await world.store.write('test', tx => tx.add(memberGroups, groups))
  const series = {
    level: 'community' as const,
    unit: community,
    rule: 'FREQ=MONTHLY;BYDAY=2TU',
    time: '15:00',
  }
  const given = { ...series, ...(headCount !== undefined && { headCount }) }
  const [meeting] = granted(await plan(world.kit, loadHolidays(), given)).meetings
  return { world, person, id: meeting?.id ?? '' }
}
const expectedAt = async (world: World, id: string) => (await world.store.get(meetings, id)).headCount

test('a meeting that is over expects the group leaders of the register, and its page says so', async () => {
  const { world, person, id } = await community13October()
  const clock = buildClock(world.kit)
  await clock.tick()
  expect(await expectedAt(world, id)).toBeUndefined()
  world.clock.set('2026-10-13T09:00:00Z')
  await clock.tick()
  expect(await expectedAt(world, id)).toBe(4)
  world.actAs(personAsActor(person))
  expect(await (await world.get(`/meetings/${id}`)).text()).toContain('Group leaders expected: 4')
})

test('what was expected stands when groups change afterwards, and the rating counts the leaders who came', async () => {
  const { world, person, id } = await community13October()
  world.clock.set('2026-10-13T09:00:00Z')
  const told = { kind: 'held', report: { present: 3 } } as const
  granted(await tell(world.kit, id, personAsActor(person), told))
  await world.store.write('test', tx =>
    tx.change(memberGroups, groups.id, was => granted(addGroups(was, readLines('六\n七'), hand))),
  )
  granted(await tell(world.kit, id, personAsActor(person), told))
  const figures = await ratingFigures(world.kit)({
    community,
    starts: plainDate('2026-10-01'),
    ends: plainDate('2027-09-30'),
    asOf: plainDate('2026-10-31'),
    overdueDays: 30,
  })
  expect(figures.leadersExpected?.value).toBe(4)
  expect(figures.leadersPresent?.value).toBe(3)
})

test('a number in the plan counts over the register', async () => {
  const { world, person, id } = await community13October(12)
  world.clock.set('2026-10-13T09:00:00Z')
  granted(await tell(world.kit, id, personAsActor(person), { kind: 'held', report: { present: 3 } }))
  expect(await expectedAt(world, id)).toBe(12)
})

import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { isLateAfter } from '../../src/meetings/following.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { meetingsToMake } from '../../src/meetings/making.ts'
import { plan } from '../../src/meetings/planning.ts'
import { tell } from '../../src/meetings/reporting.ts'
import { planSeries } from '../../src/meetings/series.ts'
import { meetings } from '../../src/meetings/store.ts'
import type { Policy } from '../../src/meetings/workdays.ts'
import { dateOf, instant, instantAt, plainDate, plainTime } from '../../src/shared/time.ts'
import { granted, office } from '../helpers/people.ts'
import { lead, newWorld } from '../helpers/world.ts'
import { aMeeting } from './samples.ts'

const unit = '350203001000'
const community = '350203001001'
const zone = 'Asia/Shanghai'
const calendar = loadHolidays()

/** The subdistrict met on `above`; the community's meeting comes so many workdays later. */
function workdaysAfter(above: string, days: number, policy: Policy = 'next'): string {
  const planning = { by: 'x', at: instant('2025-12-01T00:00Z'), minutes: 90 }
  const from = plainDate('2025-12-01')
  const series = granted(
    planSeries(
      {
        ...{ id: 'c', level: 'community', unit: community, title: '例会', rule: 'FREQ=MONTHLY', from },
        ...{ time: plainTime('15:00'), policy, follows: { days, count: 'workdays' } },
      },
      planning,
    ),
  )
  const over = aMeeting({
    unit,
    level: 'subdistrict',
    starts: instantAt(plainDate(above), series.time, zone),
  })
  const now = over.starts
  const [made] = meetingsToMake(series, { calendar, zone, now, above: [over], known: new Set() })
  if (!made) return 'none'
  const shift = made.shift ? ` from ${made.shift.from.slice(5)} ${made.shift.kind}` : ''
  return `${dateOf(made.starts, zone)}${shift}, due by ${made.dueBy?.slice(5)}${made.unsure ? ', unsure' : ''}`
}

test.each<[string, number, string]>([
  // An ordinary week: Tuesday the 9th, two workdays on is Thursday.
  ['2026-06-09', 2, '2026-06-11, due by 06-16'],
  // National Day: Wednesday 30 September is worked, then Thursday the 8th, Friday the 9th and the worked Saturday the 10th.
  ['2026-09-29', 1, '2026-09-30, due by 10-12'],
  ['2026-09-29', 2, '2026-10-08, due by 10-12'],
  ['2026-09-29', 3, '2026-10-09, due by 10-12'],
  // The fourth is the worked Saturday: it is counted, but the meeting is put onto the Monday after it.
  ['2026-09-29', 4, '2026-10-12 from 10-10 makeUp, due by 10-12'],
  ['2026-09-29', 5, '2026-10-12, due by 10-12'],
  // From 28 September the fifth is that Saturday and the last day in time: rather the Friday before.
  ['2026-09-28', 5, '2026-10-09 from 10-10 makeUp, due by 10-10'],
  // Mid-autumn: from 17 September the worked Sunday the 20th is the second, and the holiday from the 25th is left out.
  ['2026-09-17', 2, '2026-09-21 from 09-20 makeUp, due by 09-23'],
  ['2026-09-21', 4, '2026-09-28, due by 09-29'],
  // Spring Festival: worked Saturdays on 14 and 28 February, days off from the 15th to the 23rd.
  ['2026-02-12', 1, '2026-02-13, due by 02-26'],
  ['2026-02-12', 2, '2026-02-24 from 02-14 makeUp, due by 02-26'],
  ['2026-02-12', 3, '2026-02-24, due by 02-26'],
  ['2026-02-24', 4, '2026-03-02 from 02-28 makeUp, due by 03-02'],
])('from %s the workday %i is %s', (above, days, expected) => {
  expect(workdaysAfter(above, days)).toBe(expected)
})

test('a worked weekend turns to the workday before by that policy, is kept by that one, and is never left out', () => {
  expect(workdaysAfter('2026-09-29', 4, 'previous')).toMatch(/^2026-10-09 from 10-10 makeUp/)
  expect(workdaysAfter('2026-09-29', 4, 'keep')).toBe('2026-10-10, due by 10-12')
  expect(workdaysAfter('2026-09-29', 4, 'skip')).toMatch(/^2026-10-12 from 10-10 makeUp/)
})

test('workdays of a year without holiday data are counted by weekdays, and the meeting says that it is unsure', () => {
  expect(workdaysAfter('2031-03-06', 2)).toBe('2031-03-10, due by 03-13, unsure')
})

test('a community has until the seventh day after the meeting above, or until the day its workdays make', () => {
  const above = aMeeting({ starts: instantAt(plainDate('2026-10-13'), plainTime('15:00'), zone) })
  const late = (day: string, dueBy?: string) => {
    const starts = instantAt(plainDate(day), plainTime('23:00'), zone)
    const more = dueBy === undefined ? {} : { dueBy: plainDate(dueBy) }
    return isLateAfter(aMeeting({ level: 'community', starts, ...more }), above, zone)
  }
  expect([late('2026-10-20'), late('2026-10-21')]).toEqual([false, true])
  expect([late('2026-10-22', '2026-10-22'), late('2026-10-23', '2026-10-22')]).toEqual([false, true])
})

test('after a workday plan, being late goes by workdays, also when the meeting above moves past one moved by hand', async () => {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  const rule = { unit, rule: 'FREQ=MONTHLY;BYDAY=2TU', time: '09:30' }
  const planned = granted(await plan(world.kit, calendar, { ...rule, level: 'subdistrict' }))
  const above = planned.meetings[0]?.id ?? ''
  const follows = { days: 4, count: 'workdays' as const }
  granted(await plan(world.kit, calendar, { ...rule, level: 'community', unit: community, follows }))
  const clock = buildClock(world.kit)
  const [first] = await world.store.list(meetings, 'unit', community)
  const id = first?.id ?? ''
  expect([first?.starts, first?.dueBy]).toEqual(['2026-10-19T01:30:00.000Z', '2026-10-20'])
  const moved = (starts: string) => ({ kind: 'moved', to: instant(starts), reason: '活动室维修' }) as const
  granted(await tell(world.kit, id, office, moved('2026-10-21T07:00Z')))
  world.actAs(lead)
  const page = async () => (await world.get(`/meetings/${id}`)).text()
  expect(await page()).toContain('later than the 5 workdays (until 10-20) in which it is due')
  granted(await tell(world.kit, above, office, moved('2026-10-15T01:30Z')))
  await clock.tick()
  expect((await world.store.get(meetings, id)).starts).toBe('2026-10-21T07:00:00.000Z')
  expect(await page()).toContain('due within 5 workdays (until 10-22)')
})

import { expect, test } from 'vitest'
import { expectedOf } from '../../src/meetings/expecting.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { planSeries, type SeriesInput } from '../../src/meetings/series.ts'
import { instant, plainDate, plainTime } from '../../src/shared/time.ts'
import { granted } from '../helpers/people.ts'
import { district, newWorld } from '../helpers/world.ts'
import { aMeeting } from './samples.ts'

const [street, community] = ['350203001000', '350203001001']
const calendar = loadHolidays()

function series(rule: string, given: Partial<SeriesInput> = {}) {
  const input = { id: 's', level: 'subdistrict' as const, unit: street, title: '例会', rule, ...given }
  const [from, time] = [plainDate('2026-01-01'), plainTime('09:30')]
  return granted(
    planSeries({ from, time, ...input }, { by: 'p', at: instant('2026-01-01T00:00Z'), minutes: 90 }),
  )
}

/** July to October 2026, seen on 20 July. */
const looking = {
  months: ['2026-07', '2026-08', '2026-09', '2026-10'],
  today: plainDate('2026-07-20'),
  zone: 'Asia/Shanghai',
  calendar,
}
const shown = (expected: ReturnType<typeof expectedOf>) =>
  [...expected].map(([month, days]) => `${month}: ${days.join(' ')}`)

test.each([
  [
    'the first Monday',
    series('FREQ=MONTHLY;BYDAY=1MO'),
    '2026-08: 2026-08-03|2026-09: 2026-09-07|2026-10: 2026-10-08',
  ],
  ['each Sunday', series('FREQ=WEEKLY;INTERVAL=8;BYDAY=SU'), '2026-08: 2026-08-17|2026-10: 2026-10-12'],
  [
    'left out on a day off',
    series('FREQ=MONTHLY;BYDAY=1MO', { policy: 'skip' }),
    '2026-08: 2026-08-03|2026-09: 2026-09-07',
  ],
  ['each quarter', series('FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1WE'), '2026-10: 2026-10-08'],
  [
    'ended in September',
    { ...series('FREQ=MONTHLY;BYDAY=1MO'), ended: plainDate('2026-09-07') },
    '2026-08: 2026-08-03',
  ],
])('the days on which a series will meet: %s', (_, planned, days) => {
  expect(shown(expectedOf([planned], looking)).join('|')).toBe(days)
})

test('a series that follows the meeting above is expected some days after that one, planned or expected', () => {
  const below = series('FREQ=MONTHLY', { level: 'community', follows: { days: 3, count: 'days' } })
  const [starts, rest] = [instant('2026-08-12T01:30Z'), { id: 'n', month: '2026-09' }]
  const meetings = [aMeeting({ month: '2026-08', starts }), aMeeting({ ...rest, status: 'cancelled' })]
  const expected = expectedOf([series('FREQ=YEARLY;BYMONTH=10;BYDAY=3WE')], looking)
  const days = shown(expectedOf([below], looking, { meetings, expected }))
  // Both come to a Saturday, which gives way to Monday.
  expect(days).toEqual(['2026-08: 2026-08-17', '2026-10: 2026-10-26'])
  expect(shown(expectedOf([below], looking))).toEqual([])
})

test('the year and the calendar say of months too far to be planned that a meeting is due, and when', async () => {
  const world = await newWorld({ now: '2026-11-27T01:30:00Z' })
  const at = { level: 'subdistrict' as const, unit: street, rule: 'FREQ=MONTHLY;BYDAY=2TU', time: '09:30' }
  granted(await plan(world.kit, calendar, at))
  const below = { level: 'community' as const, unit: community, rule: '', time: '15:00' }
  granted(await plan(world.kit, calendar, { ...below, follows: { days: 3, count: 'days' } }))
  world.actAs(district)
  const read = async (path: string, lang = 'zh-CN') =>
    (await world.get(path, { 'accept-language': lang })).text()
  const own = await read(`/meetings?unit=${street}`)
  expect(own).toContain('：当月无会 11 月；待开 12、1 月；尚未排定 2、3、4、5、6、7、8、9、10 月</title>')
  expect(own).toContain('尚未排定的例会，预计会期：2027-02-09、2027-03-09、')
  expect(await read(`/meetings?unit=${community}`, 'en')).toContain(
    'expected on: 2027-02-12, 2027-03-12, 2027-04-16,',
  )
  const march = '/meetings/calendar?month=2027-03&unit='
  expect(await read(`${march}${street}`)).toContain('本月例会尚未排定，预计会期：2027-03-09。')
  expect(await read(`${march}350203000000&level=subdistrict`)).toContain('预计会期：2027-03-09。')
  expect(await read(`${march}350203000000`)).toContain('本月没有会议')
  expect(await read(`${march.replace('2027-03', '2026-12')}${street}`)).not.toContain('尚未排定')
})

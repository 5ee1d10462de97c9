import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { runCommand } from '../../src/commands.ts'
import { outbox } from '../../src/delivery/store.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { readHolidays } from '../../src/meetings/holidays/calendar.ts'
import { readDayFile } from '../../src/meetings/holidays/day-file.ts'
import { importHolidays, removeHolidays } from '../../src/meetings/holidays/importing.ts'
import { holidayYears } from '../../src/meetings/holidays/store.ts'
import { plan } from '../../src/meetings/planning.ts'
import { tell } from '../../src/meetings/reporting.ts'
import { meetings } from '../../src/meetings/store.ts'
import { dayKind } from '../../src/meetings/workdays.ts'
import { workdaysOf } from '../../src/rating-parts.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { enrol, granted, office } from '../helpers/people.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'

/** An arrangement of 2027 for tests; the real one is announced in autumn 2026. */
const year2027 = [
  ['2026-12-31', 'off', '元旦'],
  ['2027-01-01', 'off', '元旦'],
  ['2027-01-02', 'off', '元旦'],
  ['2027-02-05', 'off', '春节'],
  ['2027-02-06', 'off', '春节'],
  ['2027-01-30', 'work', '春节'],
  ['2027-04-05', 'off', '清明节'],
  ['2027-05-01', 'off', '劳动节'],
  ['2027-06-09', 'off', '端午节'],
  ['2027-10-01', 'off', '国庆节'],
] as const
const csv = (days: readonly (readonly [string, string, string])[] = year2027) =>
  Buffer.from(
    [
      '日期,类型,名称',
      ...days.map(([date, mark, name]) => `${date},${mark === 'off' ? '休' : '班'},${name}`),
    ].join('\n'),
  )
const without = (name: string) => csv(year2027.filter(([, , own]) => own !== name))

const event = (title: string, from: string, to?: string, more = '') =>
  [
    'BEGIN:VEVENT',
    `UID:${from}-${title}`,
    `DTSTART;VALUE=DATE:${from}`,
    ...(to ? [`DTEND;VALUE=DATE:${to}`] : []),
    `SUMMARY:${title}`,
    ...(more ? [more] : []),
    'END:VEVENT',
  ].join('\r\n')
const ics = (...events: string[]) =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n'))

test('calendars are read as people publish them: 休 and 班 in the title, spans and single days, all else left alone', async () => {
  const days = await readDayFile(
    ics(
      event('元旦（休）', '20270101', '20270102'),
      event('元旦', '20270101'),
      event('立春', '20270204'),
      event('春节 假期 第1天/共8天', '20270205'),
      event('春节补班', '20270130'),
      event('国庆节（班）', '20270926', '20270927'),
      event('劳动节假期', '20270501', '20270504'),
      event('端午节（休）', '20270609', undefined, 'STATUS:CANCELLED'),
    ),
  )
  expect(granted(days).map(({ date, mark, name }) => `${date} ${mark} ${name}`)).toEqual([
    '2027-01-01 off 元旦',
    '2027-02-05 off 春节',
    '2027-01-30 work 春节',
    '2027-09-26 work 国庆节',
    '2027-05-01 off 劳动节',
    '2027-05-02 off 劳动节',
    '2027-05-03 off 劳动节',
  ])
})

test('the same arrangement as a calendar and as a table is the same days', async () => {
  const events = year2027.map(([date, mark, name]) =>
    event(`${name}（${mark === 'off' ? '休' : '班'}）`, date.replaceAll('-', '')),
  )
  expect(await readDayFile(ics(...events))).toEqual(await readDayFile(csv()))
})

test.each<[string, Buffer, string]>([
  ['an empty file', Buffer.from(''), 'emptyFile'],
  ['a table without days', csv([]), 'noDays'],
  ['a date that does not exist', csv([['2027-02-30', 'off', '春节']]), 'noSuchDate'],
  ['a kind that nobody knows', Buffer.from('date,kind,name\n2027-01-01,maybe,元旦'), 'unknownKind'],
  ['a day without a name', Buffer.from('date,kind,name\n2027-01-01,休,'), 'nameNeeded'],
  ['a day that is both', csv([...year2027, ['2027-10-01', 'work', '国庆节']]), 'bothWays'],
  ['a year without its Dragon Boat Festival', without('端午节'), 'incomplete'],
  [
    'a year that comes with the program',
    Buffer.from(String(csv()).replaceAll('2027-', '2026-').replace('2026-12-31', '2025-12-31')),
    'alreadyKnown',
  ],
  ['a torn calendar', Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMM'), 'notACalendar'],
  ['a calendar without marks', ics(event('元旦', '20270101')), 'noDays'],
  [
    'an event at a time of day',
    ics('BEGIN:VEVENT\r\nDTSTART:20270101T090000Z\r\nSUMMARY:元旦（休）\r\nEND:VEVENT'),
    'notAllDay',
  ],
  ['an event of two months', ics(event('春节（休）', '20270201', '20270401')), 'tooLong'],
])('%s imports nothing', async (_, bytes, code) => {
  const world = await newWorld()
  const outcome = await importHolidays(world.kit, loadHolidays(), { bytes, replace: false, dryRun: false })
  expect(isRefusal(outcome) && outcome.code).toBe(code)
  expect(await world.store.all(holidayYears)).toEqual([])
})

const unit = '350203001000'
const community = '350203001001'

/** The tenth of December 2026: meetings on the first and the fifth of January are planned, of 2027 nothing is known. */
async function december() {
  const world = await newWorld({ now: '2026-12-10T02:00:00Z' })
  const { person } = await enrol(world, '甲', 'lead', community)
  const input = { level: 'subdistrict' as const, unit, time: '09:30' }
  const first = granted(
    await plan(world.kit, loadHolidays(), { ...input, rule: 'FREQ=MONTHLY;BYMONTHDAY=1' }),
  )
  const own = {
    level: 'community' as const,
    unit: community,
    time: '15:00',
    rule: 'FREQ=MONTHLY;BYMONTHDAY=2',
  }
  const second = granted(await plan(world.kit, loadHolidays(), own))
  const january = first.meetings.find(({ month }) => month === '2027-01')?.id ?? ''
  const below = second.meetings.find(({ month }) => month === '2027-01')?.id ?? ''
  return { world, person, january, below }
}
const bring = (world: World, bytes = csv(), more = {}) =>
  importHolidays(world.kit, loadHolidays(), { bytes, replace: false, dryRun: false, ...more })
const startOf = async (world: World, id: string) => (await world.store.get(meetings, id)).starts
const notesOf = async (world: World) =>
  (await world.store.all(outbox))
    .filter(row => row.message.kind === 'meeting.changed')
    .map(row => row.message.text)

test('a new year shifts its planned meetings, says why, and tells those concerned once', async () => {
  const { world, january, below } = await december()
  expect(await world.store.get(meetings, january)).toMatchObject({
    unsure: true,
    starts: '2027-01-01T01:30:00.000Z',
  })
  const tried = granted(await bring(world, csv(), { dryRun: true }))
  expect(tried).toEqual({ years: [{ year: 2027, off: 9, work: 1, outcome: 'new' }], shifted: 2 })
  expect(await startOf(world, january)).toBe('2027-01-01T01:30:00.000Z')
  expect(granted(await bring(world)).shifted).toBe(2)
  expect(await world.store.get(meetings, january)).toMatchObject({
    unsure: false,
    status: 'planned',
    month: '2027-01',
    starts: '2027-01-04T01:30:00.000Z',
    shift: { from: '2027-01-01', kind: 'holiday', name: { 'zh-CN': '元旦' } },
    changes: [{ cause: 'holidays', from: { starts: '2027-01-01T01:30:00.000Z' } }],
  })
  expect(await startOf(world, below)).toBe('2027-01-04T07:00:00.000Z')
  await bring(world, csv(), { replace: true })
  await buildClock(world.kit).tick()
  expect((await notesOf(world)).sort()).toEqual([
    'On another day (New Year): 厦港街道计生协会例会, planned for 01-01 09:30, is now 2027-01-04 Mon 09:30–11:00.',
    'On another day (New Year): 鸿山社区计生协会例会, planned for 01-02 15:00, is now 2027-01-04 Mon 15:00–16:30.',
  ])
})

test('a meeting moved by hand stays where it is; a year taken back shifts nothing any more', async () => {
  const { world, january, below } = await december()
  granted(
    await tell(world.kit, january, office, {
      kind: 'moved',
      to: instant('2027-01-06T01:30Z'),
      reason: '年终',
    }),
  )
  expect(granted(await bring(world)).shifted).toBe(1)
  expect(await startOf(world, january)).toBe('2027-01-06T01:30:00.000Z')
  expect(granted(await removeHolidays(world.kit, loadHolidays(), '2027')).shifted).toBe(1)
  expect(await world.store.get(meetings, below)).toMatchObject({
    unsure: true,
    starts: '2027-01-02T07:00:00.000Z',
  })
  const again = await removeHolidays(world.kit, loadHolidays(), '2027')
  expect(isRefusal(again) && again.code).toBe('notImported')
})

test('a year that is known is replaced only when that is asked for', async () => {
  const { world } = await december()
  granted(await bring(world))
  const again = await bring(world)
  expect(isRefusal(again) && [again.code, again.values]).toEqual(['alreadyKnown', { years: '2027' }])
  const other = csv([...year2027, ['2027-01-04', 'off', '元旦']])
  expect(granted(await bring(world, other, { replace: true })).years[0]?.outcome).toBe('replaced')
  const { district: known } = await readHolidays(world.store, loadHolidays())
  expect(dayKind(plainDate('2027-01-04'), known)).toBe('holiday')
  // The last day of the year before belongs to the New Year's arrangement, and 2026 stays known otherwise.
  expect(dayKind(plainDate('2026-12-31'), known)).toBe('holiday')
  expect(dayKind(plainDate('2026-10-01'), known)).toBe('holiday')
})

test('working days of ratings are counted by the same days', async () => {
  const { world } = await december()
  const days = workdaysOf(world.kit)
  const before = (await days())(plainDate('2026-12-30'), 1)
  expect([before.date, before.unsure]).toEqual(['2026-12-31', false])
  granted(await bring(world))
  expect((await days())(plainDate('2026-12-30'), 1).date).toBe('2027-01-04')
})

test('the district imports on the page; others see the days of their units and put down their own', async () => {
  const { world, below } = await december()
  const file = (bytes = csv()) => new File([bytes], 'days.csv')
  world.actAs(lead)
  expect((await world.get('/meetings/holidays')).status).toBe(403)
  world.actAs(subdistrict)
  expect((await world.post('/meetings/holidays/import', { file: file(), step: 'import' })).status).toBe(403)
  world.actAs(district)
  const checked = await (
    await world.post('/meetings/holidays/import', { file: file(), step: 'check' })
  ).text()
  expect(checked).toContain('2 planned meetings will be on another day')
  const faulty = await world.post('/meetings/holidays/import', {
    file: file(without('春节')),
    step: 'import',
  })
  expect([faulty.status, await faulty.text()]).toEqual([
    422,
    expect.stringContaining('it lacks the Spring Festival'),
  ])
  const done = await (await world.post('/meetings/holidays/import', { file: file(), step: 'import' })).text()
  expect(done).toContain('2 meetings are on another day now')
  world.actAs(subdistrict)
  const local = { unit, date: '2027-01-04', mark: 'off', name: '防台停工' }
  expect((await world.post('/meetings/holidays/days', { ...local, unit: '350203003000' })).status).toBe(403)
  expect((await world.post('/meetings/holidays/days', local)).status).toBe(303)
  expect((await world.post('/meetings/holidays/days', local)).status).toBe(422)
  expect(await startOf(world, below)).toBe('2027-01-05T07:00:00.000Z')
  const holidays = await readHolidays(world.store, loadHolidays())
  expect(dayKind(plainDate('2027-01-04'), holidays.of('350203003001'))).toBe('workday')
  expect(await (await world.get('/meetings/holidays')).text()).toContain('防台停工')
  await world.post(`/meetings/holidays/days/${unit}-2027-01-04/remove`, {})
  expect(await startOf(world, below)).toBe('2027-01-04T07:00:00.000Z')
})

test('the operator imports, lists and removes on the command line', async () => {
  const { world } = await december()
  const cli = (...argv: string[]) =>
    runCommand(world.kit, {
      argv: ['meetings', 'holidays', ...argv],
      lang: 'zh-CN',
      readFile: async () => csv(),
    })
  expect((await cli('import', 'x.csv', '--dry-run')).out).toContain(
    '2027 年：放假 9 天，调休上班 1 天 · 新增',
  )
  expect(await world.store.all(holidayYears)).toEqual([])
  expect((await cli('import', 'x.csv')).out).toContain('已调整 2 次会议的会期')
  expect((await cli('list')).out).toContain('2027\t导入\t放假 8 天')
  const again = await cli('import', 'x.csv')
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('2027 年的节假日安排已有')])
  expect((await cli('remove', '2027')).code).toBe(0)
  expect((await cli('list')).out).not.toContain('2027')
})

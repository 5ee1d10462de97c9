import { z } from 'zod'
import type { CliRoom } from '../shared/cli.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { plainDateSchema } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { readDistrict } from './calling.ts'
import { offsetsSchema } from './defaults.ts'
import { callExtra } from './extra.ts'
import { loadHolidays } from './holiday-data.ts'
import { earlier, listed, listRow } from './listing.ts'
import { meetingLevels } from './meeting.ts'
import { phaseName, phaseOf } from './phase.ts'
import { plan } from './planning.ts'
import { shiftText, whenText } from './saying.ts'
import { followCounts, followDays, typedTemplate } from './series.ts'
import { meetings } from './store.ts'
import { words } from './words.ts'
import { policies } from './workdays.ts'

const planSchema = z.object({
  level: z.enum(meetingLevels),
  unit: z.string(),
  rule: z.string().default(''),
  follows: followDays.optional(),
  followCount: z.enum(followCounts).default('days'),
  time: z.string(),
  title: z.string().min(1).max(60).optional(),
  place: z.string().max(60).optional(),
  policy: z.enum(policies).optional(),
  minutes: z.coerce.number().int().min(10).max(600).optional(),
  headCount: z.coerce.number().int().min(0).max(500).optional(),
  from: plainDateSchema.optional(),
  /** Items behind each other, with a semicolon between: a line of the shell is one line. */
  agenda: z
    .string()
    .transform(text => text.replace(/[;；]/g, '\n'))
    .pipe(typedTemplate)
    .optional(),
  ...offsetsSchema.shape,
})

const extraSchema = z.object({
  level: z.enum(meetingLevels),
  unit: z.string(),
  title: z.string().trim().min(1).max(60),
  date: plainDateSchema,
  time: z.string(),
  place: z.string().max(60).optional(),
  minutes: z.coerce.number().int().min(10).max(600).optional(),
  headCount: z.coerce.number().int().min(0).max(500).optional(),
})

export function meetingsCli(cli: CliRoom, kit: Kit): void {
  const t = speaker(cli.lang)
  const { store, zone } = kit

  cli.command({
    name: 'meetings plan',
    about: 'plan a series of meetings and make its next ones',
    options: [
      ['--level <level>', 'district, subdistrict or community'],
      ['--unit <code>', 'the unit that meets, or one above it to plan for all of the level'],
      ['--rule <rrule>', 'its days: FREQ=MONTHLY;BYDAY=1TU'],
      ['--follows <days>', 'instead of a rule: so many days after the meeting of the unit above'],
      ['--follow-count <count>', 'how those are counted: days or workdays; days where it is not given'],
      ['--time <time>', 'its time of day: 09:30'],
      ['--title <text>', 'its name'],
      ['--place <text>', 'where it is'],
      ['--policy <policy>', 'on a day off: next, previous, skip or keep'],
      ['--minutes <number>', 'how long it lasts'],
      ['--head-count <number>', 'community meetings: how many group leaders are expected'],
      ['--remind-days-before <number>', 'how many days before people are reminded, 1 where it is not given'],
      ['--sign-in-opens-minutes <number>', 'how many minutes before sign-in opens, 30 where it is not given'],
      ['--agenda <items>', 'with which items its minutes begin: 传达上级精神;部署下月工作'],
      ['--from <date>', 'first day of the rule'],
    ],
    input: planSchema,
    async run({ follows: days, followCount, ...input }) {
      const follows = days === undefined ? undefined : { days, count: followCount }
      const planned = await plan(kit, loadHolidays(), { ...input, follows })
      if (isRefusal(planned)) return planned
      const district = await readDistrict(store, zone)
      const rows = await listed(store, [...planned.meetings].sort(earlier), district)
      return {
        json: { series: planned.series, meetings: rows.map(listRow) },
        text: [
          t(words.plannedCount, { series: planned.series.length, meetings: rows.length }),
          ...rows.map(row => [whenText(row.meeting, zone, t), row.meeting.title].join('\t')),
        ].join('\n'),
      }
    },
  })

  cli.command({
    name: 'meetings extra',
    about: 'call one meeting outside every series',
    options: [
      ['--level <level>', 'district, subdistrict or community'],
      ['--unit <code>', 'the unit that meets'],
      ['--title <text>', 'its name'],
      ['--date <date>', 'its day, also a day off: 2026-10-05'],
      ['--time <time>', 'its time of day: 09:30'],
      ['--place <text>', 'where it is'],
      ['--minutes <number>', 'how long it lasts'],
      ['--head-count <number>', 'community meetings: how many group leaders are expected'],
    ],
    input: extraSchema,
    async run(input) {
      const called = await callExtra(kit, loadHolidays(), input)
      if (isRefusal(called)) return called
      const rows = await listed(store, [called], await readDistrict(store, zone))
      return {
        json: rows.map(listRow)[0],
        text: [called.id, whenText(called, zone, t), called.title].join('\t'),
      }
    },
  })

  cli.command({
    name: 'meetings list',
    about: 'list meetings with how many are expected and present',
    input: z.object({}),
    async run() {
      const district = await readDistrict(store, zone)
      const rows = await listed(store, [...(await store.all(meetings))].sort(earlier), district)
      return {
        json: rows.map(listRow),
        text: rows
          .map(({ meeting, tally }) =>
            [
              meeting.id,
              whenText(meeting, zone, t),
              t(phaseName(phaseOf(meeting, kit.now()))),
              `${tally.present}/${tally.expected}`,
              meeting.title,
              meeting.shift ? shiftText(meeting, zone, t) : '',
            ].join('\t'),
          )
          .join('\n'),
      }
    },
  })
}

import { z } from 'zod'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type Instant, instantSchema, plainDateSchema, plainTimeSchema } from '../shared/time.ts'
import { type Offsets, settingsSchema, settingsWith } from './defaults.ts'
import { type MeetingLevel, meetingLevels } from './meeting.ts'
import { readRule } from './rrule.ts'
import { policies } from './workdays.ts'

/** How the days after the meeting above are counted: all of them, or workdays, make-up weekends among them. */
export const followCounts = ['days', 'workdays'] as const
export type FollowCount = (typeof followCounts)[number]

/** How many, also as it is typed. */
export const followDays = z.coerce.number().int().min(1).max(27)

/** Held so many days after the meeting of the unit above. */
const followsSchema = z
  .object({ days: z.int().min(1).max(27), count: z.enum(followCounts).default('days') })
  .readonly()
export type Follows = z.infer<typeof followsSchema>

const templateSchema = z.array(z.string().min(1).max(120)).max(20)

/** An agenda template as it is typed, an item a line; empty lines are left out, and no line means none. */
export const typedTemplate = z
  .string()
  .transform(text =>
    text
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
  )
  .pipe(templateSchema)
  .transform(items => (items.length > 0 ? items : undefined))

export const seriesSchema = z
  .object({
    id: z.string(),
    level: z.enum(meetingLevels),
    unit: z.string(),
    title: z.string().min(1),
    /** An RFC 5545 rule of whole days; the time stands beside it. */
    rule: z.string(),
    /** First day from which the rule counts. */
    from: plainDateSchema,
    time: plainTimeSchema,
    minutes: z.int().min(10).max(600),
    place: z.string(),
    policy: z.enum(policies),
    /** A shift never leaves the month that the meeting counts for. */
    sameMonth: z.boolean(),
    /** Instead of days of its own: so many days after the meeting of the unit above that counts for the month. */
    follows: followsSchema.optional(),
    /** Community meetings: how many group leaders are expected. */
    headCount: z.int().nonnegative().optional(),
    /** The items with which the minutes of its meetings begin. */
    agenda: templateSchema.readonly().optional(),
    settings: settingsSchema,
    planned: z.object({ by: z.string(), at: instantSchema }).readonly(),
    /** From this day on no more meetings are made. */
    ended: plainDateSchema.optional(),
  })
  .readonly()
export type Series = z.infer<typeof seriesSchema>

export type SeriesInput = Pick<Series, 'id' | 'level' | 'unit' | 'title' | 'rule' | 'from' | 'time'> &
  Partial<Pick<Series, 'place' | 'policy' | 'headCount' | 'follows' | 'agenda'>> & {
    readonly minutes?: number
    readonly offsets?: Offsets
  }

/** A series as it is kept; refused when its rule is no rule of days. */
export function planSeries(
  { offsets = {}, ...input }: SeriesInput,
  { by, at, minutes }: { readonly by: string; readonly at: Instant; readonly minutes: number },
): Series | Refusal {
  const rule = readRule(input.rule, input.from)
  if (isRefusal(rule)) return rule
  return {
    minutes,
    place: '',
    policy: 'next',
    ...input,
    rule,
    // A weekly meeting may slip into the next month; one that comes once a month may not.
    sameMonth: input.follows === undefined && /FREQ=(MONTHLY|YEARLY)/.test(rule),
    settings: settingsWith(offsets),
    planned: { by, at },
  }
}

/** The title a series gets when none is typed. */
export function usualTitle(level: MeetingLevel, unitName: string): string {
  switch (level) {
    case 'district':
      return `${unitName}计生协会区级例会`
    case 'subdistrict':
      return `${unitName}计生协会例会`
    case 'community':
      return `${unitName}计生协会例会`
  }
}

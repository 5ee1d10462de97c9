import { z } from 'zod'

const percent = z.number().min(0).max(100)
const textSchema = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) }).readonly()

/** Where a "good" of a five-good group comes from: its leader, its activities and publicity on record, or a mark. */
const goodSchema = z.discriminatedUnion('from', [
  z.strictObject({ id: z.string(), title: textSchema, from: z.literal('leader') }).readonly(),
  /** Months with an activity, of those that are over. */
  z
    .strictObject({ id: z.string(), title: textSchema, from: z.literal('activityMonths'), percent })
    .readonly(),
  z.strictObject({ id: z.string(), title: textSchema, from: z.literal('publicity') }).readonly(),
  z.strictObject({ id: z.string(), title: textSchema, from: z.literal('marked') }).readonly(),
])
export type Good = z.infer<typeof goodSchema>

/** What an advanced subdistrict is measured by: the district's targets, reached in the subdistrict alone. */
export const measures = [
  'qualifiedOrBetter',
  'firstClass',
  'satisfaction',
  'guarantees',
  'meetings',
  'lagging',
  'highlights',
] as const
export type Measure = (typeof measures)[number]

/** The thresholds of registers and of what follows from grades: data with a version, `data/standards.json`. */
export const standardsSchema = z
  .strictObject({
    version: z.string(),
    guarantees: z.strictObject({ targetPercent: percent, rewardsPaidPercent: percent }).readonly(),
    /** How many years a council and its posts sit at most. */
    leadership: z.strictObject({ termYears: z.int().min(1).max(10) }).readonly(),
    groups: z
      .strictObject({
        /** As often within so many months counts as a group that does publicity. */
        publicity: z
          .strictObject({ months: z.int().min(1).max(12), atLeast: z.int().min(1).max(99) })
          .readonly(),
        fiveGood: z.array(goodSchema).min(1).readonly(),
      })
      .readonly(),
    lagging: z.strictObject({ targetPercent: percent, remindDaysBefore: z.int().min(0).max(60) }).readonly(),
    /** A subdistrict's and year's. */
    highlights: z
      .strictObject({
        targetPercent: percent,
        atLeast: z.int().min(1).max(20),
        atMost: z.int().min(1).max(20),
      })
      .readonly(),
    advanced: z
      .strictObject({
        criteria: z.array(z.strictObject({ measure: z.enum(measures), percent }).readonly()).readonly(),
      })
      .readonly(),
  })
  .readonly()
export type Standards = z.infer<typeof standardsSchema>

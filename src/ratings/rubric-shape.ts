import { z } from 'zod'
import { localisedSchema } from '../forms/localised.ts'
import { figureNames, sources } from './figures.ts'

const percent = z.number().min(0).max(100)
const points = z.number().min(0).max(1000)
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
const condition = z.strictObject({ if: z.string().min(1), text: localisedSchema })

/** The key `scoring` of a rating form as a whole. */
export const settingsSchema = z.strictObject({
  total: points,
  decimals: z.int().min(0).max(2),
  grades: z.strictObject({
    qualified: z.strictObject({ totalPercent: percent }),
    firstClass: z.strictObject({ totalPercent: percent, sectionPercent: percent }),
  }),
  shares: z.strictObject({
    qualified: percent,
    firstClass: percent,
    firstClassBase: z.enum(['all', 'qualifiedOrBetter']),
  }),
  year: z.strictObject({ startsMonth: z.int().min(1).max(12) }),
  sample: z.strictObject({ percent, atLeast: z.int().min(0), deviationPoints: points }),
  /** Rubrics from before self-checks were dated have none. */
  deadlines: z.strictObject({
    selfChecks: z.array(monthDay).max(12).default([]),
    midYear: monthDay.optional(),
    selfSubmit: monthDay,
    acceptance: monthDay,
    verification: monthDay,
    remindDaysBefore: z.array(z.int().min(0).max(60)).max(5).default([7, 1]),
  }),
  notice: z.strictObject({ workdays: z.int().min(1).max(60) }),
  appeal: z.strictObject({ workdays: z.int().min(1).max(60), decidedWithin: z.int().min(1).max(60) }),
  validity: z.strictObject({ years: z.int().min(1).max(10), failedReviews: z.int().min(1).max(10) }),
  rectification: z.strictObject({ overdueDays: z.int().min(0) }),
  /** Rubrics from before evidence was kept say nothing of it. */
  evidence: z
    .strictObject({
      fileMegabytes: z.number().positive().max(20),
      itemFiles: z.int().min(1).max(100),
      quotaMegabytes: z.number().positive().max(10_000),
    })
    .default({ fileMegabytes: 10, itemFiles: 12, quotaMegabytes: 200 }),
  nearest: z.strictObject({ blockCountsAsPoints: points }),
  figures: z.array(
    z.strictObject({
      name: z.enum(figureNames),
      source: z.enum(sources),
      unit: z.enum(['number', 'share', 'yesNo', 'choice']),
      title: localisedSchema,
    }),
  ),
  gates: z.array(
    z.strictObject({
      id: z.string().min(1).max(10),
      title: localisedSchema,
      items: z.array(z.string()),
      qualified: condition.optional(),
      firstClass: condition.optional(),
      heldWith: z.string().optional(),
      veto: z.boolean().default(false),
    }),
  ),
})
export type SettingsShape = z.infer<typeof settingsSchema>

/** The key `scoring` of a page: the points of the section. */
export const sectionSchema = z.strictObject({ points })

/** What ratings reads of the key `scoring` of a panel; points, value, bands and heldIf are read by forms. */
export const itemSchema = z.looseObject({
  evidence: localisedSchema,
  source: z.enum(sources),
})

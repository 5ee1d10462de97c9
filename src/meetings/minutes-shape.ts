import { z } from 'zod'
import { instantSchema, plainTimeSchema } from '../shared/time.ts'

/** How long each part of the minutes may be, in characters. */
export const limits = { title: 120, points: 6000, problems: 1000, text: 20_000, head: 60, items: 40 } as const

/** One item of the agenda, with what was said about it. */
const itemSchema = z
  .object({
    id: z.string().regex(/^[\w-]{1,24}$/),
    title: z.string().max(limits.title),
    points: z.string().max(limits.points),
    problems: z.string().max(limits.problems),
    /** The problem could not be solved here: it goes onto the agenda of the level above. */
    raised: z.boolean(),
  })
  .readonly()
export type MinutesItem = z.infer<typeof itemSchema>

/** Who was in the chair and who kept the minutes, by name or post, and where and when it really was. */
export const headFields = ['chair', 'recorder', 'place', 'from', 'until'] as const
export type HeadField = (typeof headFields)[number]

/** Drafted until they are final; what has to be set right then is added under its date. */
export const minutesSchema = z
  .object({
    items: z.array(itemSchema).max(limits.items).readonly().default([]),
    /** What belongs to no item; the minutes kept before there were items are all here. */
    text: z.string().max(limits.text),
    chair: z.string().max(limits.head).optional(),
    recorder: z.string().max(limits.head).optional(),
    place: z.string().max(limits.head).optional(),
    from: plainTimeSchema.optional(),
    until: plainTimeSchema.optional(),
    /** Who began them. */
    by: z.string(),
    /** When they were last changed. */
    at: instantSchema,
    final: z.object({ by: z.string(), at: instantSchema }).readonly().optional(),
    additions: z
      .array(z.object({ text: z.string().min(1).max(1000), by: z.string(), at: instantSchema }).readonly())
      .readonly()
      .optional(),
  })
  .readonly()
export type Minutes = z.infer<typeof minutesSchema>

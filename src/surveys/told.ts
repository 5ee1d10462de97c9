import { z } from 'zod'
import { channels } from './answer.ts'

const spanSchema = z.object({ least: z.int().nonnegative(), most: z.int().nonnegative() }).readonly()

/** From the least to the most that something may be; both are equal where it is told exactly. */
export interface Span {
  readonly least: number
  readonly most: number
}

/** What may be known of the valid answers of a unit or a group, and of those among them that are not satisfied. */
export const cellsSchema = z.object({ valid: spanSchema, others: spanSchema }).readonly()
export type KnownCells = z.infer<typeof cellsSchema>

/** How a total is distributed over the levels. */
export const toldLevelsSchema = z
  .object({
    /**
     * One part a level, the best first; or all levels that count as satisfied, or all others, as one part where a level
     * among them is a small cell. `levels` are places: 0 is 非常满意, 4 is 非常不满意.
     */
    parts: z
      .array(z.object({ levels: z.array(z.int().min(0).max(4)).readonly(), count: spanSchema }).readonly())
      .readonly(),
    /** 不了解; null where few said so, or where it would tell the valid answers. */
    dontKnow: z.int().nonnegative().nullable(),
  })
  .readonly()
export type ToldLevels = z.infer<typeof toldLevelsSchema>
export type LevelPart = ToldLevels['parts'][number]

/**
 * All that the public is told of one set of answers: those that came until a round ended, or between two of its endings.
 * Kept as it was told, so that no later program tells the same answers in another way.
 */
export const toldSchema = z
  .object({
    total: cellsSchema,
    /** The total with the answers that were left out. */
    withAll: cellsSchema,
    levels: toldLevelsSchema.nullable(),
    /** By code; empty where all are in one. */
    subdistricts: z.record(z.string(), cellsSchema).readonly(),
    units: z.record(z.string(), cellsSchema).readonly(),
    /** By the question's name, over all units; the overall question is not among them. */
    themes: z.record(z.string(), cellsSchema).readonly(),
    /** Those that were used, with their answers; null for each where one brought few. */
    channels: z
      .array(z.object({ channel: z.enum(channels), count: z.int().nonnegative().nullable() }).readonly())
      .readonly(),
  })
  .readonly()
export type Told = z.infer<typeof toldSchema>

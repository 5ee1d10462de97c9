import { readFileSync } from 'node:fs'
import { z } from 'zod'

const rubricSchema = z.object({
  scoring: z.object({ year: z.object({ startsMonth: z.int().min(1).max(12) }) }),
})

/** The first month of an assessment year, as the rubric has it; read when the program starts. */
export const { startsMonth } = rubricSchema.parse(
  JSON.parse(readFileSync(new URL('../../surveys/rating.json', import.meta.url), 'utf8')),
).scoring.year

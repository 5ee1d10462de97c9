import { z } from 'zod'
import { collection } from '../shared/store/declare.ts'
import type { Reading } from '../shared/store/port.ts'
import { instantSchema } from '../shared/time.ts'
import { appealSchema } from './appeal.ts'
import { type Cycle, cycleSchema } from './cycle.ts'
import { evidenceSchema } from './evidence.ts'
import { ratingSchema } from './rating.ts'

export const ratingCycles = collection({ name: 'rating-cycles', schema: cycleSchema })

export const ratings = collection({
  name: 'ratings',
  schema: ratingSchema,
  queries: { cycle: rating => rating.cycle, community: rating => rating.community },
})

export const appeals = collection({
  name: 'rating-appeals',
  schema: appealSchema,
  queries: { cycle: appeal => appeal.cycle },
})

export const evidence = collection({
  name: 'rating-evidence',
  schema: evidenceSchema,
  queries: { rating: file => file.rating, hash: file => file.hash },
})

/** For which item a person was asked for photos and documents in chat; one at a time. */
export const evidenceTalks = collection({
  name: 'evidence-talks',
  schema: z
    .object({
      /** The person. */
      id: z.string(),
      cycle: z.string(),
      community: z.string(),
      item: z.string(),
      expires: instantSchema,
    })
    .readonly(),
})

/** The rubrics that cycles were opened with, each kept as it was: a running cycle keeps its version. */
export const rubrics = collection({
  name: 'rubrics',
  schema: z.object({ id: z.string(), version: z.string(), json: z.unknown() }).readonly(),
})

/** The cycle of the latest year. */
export async function newestCycle(from: Reading): Promise<Cycle | undefined> {
  return (await from.all(ratingCycles)).at(-1)
}

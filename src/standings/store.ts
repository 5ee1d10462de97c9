import { collection } from '../shared/store/declare.ts'
import type { Reading } from '../shared/store/port.ts'
import { advancedSchema } from './advanced.ts'
import { highlightSchema, standing } from './highlight.ts'
import { laggingSchema } from './lagging.ts'
import { plaqueSchema } from './plaque.ts'

export const plaques = collection({
  name: 'plaques',
  schema: plaqueSchema,
  queries: { community: plaque => plaque.community, rating: plaque => plaque.rating },
})

export const laggings = collection({
  name: 'lagging-communities',
  schema: laggingSchema,
  queries: { cycle: lagging => lagging.cycle, open: lagging => (lagging.lifted ? undefined : 'yes') },
})

export const highlights = collection({
  name: 'highlights',
  schema: highlightSchema,
  queries: { year: highlight => highlight.year },
})

export const advancedSubdistricts = collection({
  name: 'advanced-subdistricts',
  schema: advancedSchema,
  queries: { year: decision => decision.year },
})

/** Whether a year has a highlight that stands. */
export async function hasHighlights(from: Reading, { id }: { readonly id: string }): Promise<boolean> {
  return standing(await from.list(highlights, 'year', id)).length > 0
}

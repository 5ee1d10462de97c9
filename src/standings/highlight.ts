import { z } from 'zod'
import type { Standards } from '../registers/standards.ts'
import type { Refusal } from '../shared/refusal.ts'
import { instantSchema } from '../shared/time.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { no } from './refusals.ts'
import { type Hand, textFault } from './text.ts'
import { words } from './words.ts'

export const longestHighlight = 300

const byWhom = { at: instantSchema, by: z.string(), byName: z.string() }

/** A good example of a subdistrict: what the unit did, for the bulletin. */
export const highlightSchema = z
  .object({
    id: z.string(),
    year: z.string(),
    subdistrict: unitCodeSchema,
    /** The subdistrict itself, or one of its communities. */
    unit: unitCodeSchema,
    theme: z.string().min(1).max(40),
    text: z.string().min(1).max(longestHighlight),
    entered: z.object(byWhom).readonly(),
    withdrawn: z.object(byWhom).readonly().optional(),
  })
  .readonly()
export type Highlight = z.infer<typeof highlightSchema>

/** Enters a highlight, as long as the subdistrict has fewer than the standards allow. */
export function highlight(
  asked: Pick<Highlight, 'id' | 'year' | 'subdistrict' | 'unit' | 'theme' | 'text'>,
  own: readonly Highlight[],
  { highlights: { atMost } }: Standards,
  hand: Hand,
): Highlight | Refusal {
  const fault = textFault(
    { field: words.theme, text: asked.theme, most: 40 },
    { field: words.highlightText, text: asked.text, most: longestHighlight },
  )
  if (fault) return fault
  if (standing(own).length >= atMost) return no.tooManyHighlights({ most: atMost })
  const entered = { at: hand.now, by: hand.by.id, byName: hand.by.name }
  return { ...asked, theme: asked.theme.trim(), text: asked.text.trim(), entered }
}

export function standing(all: readonly Highlight[]): readonly Highlight[] {
  return all.filter(({ withdrawn }) => withdrawn === undefined)
}

/** Takes a highlight back; it stays on record. */
export function withdraw(highlight: Highlight, hand: Hand): Highlight {
  const withdrawn = { at: hand.now, by: hand.by.id, byName: hand.by.name }
  return highlight.withdrawn ? highlight : { ...highlight, withdrawn }
}

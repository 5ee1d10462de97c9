import { newestCycle } from '../ratings/store.ts'
import { standards } from '../registers/standards-file.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type Highlight, highlight } from './highlight.ts'
import { no } from './refusals.ts'
import { readScene } from './scene.ts'
import { highlights } from './store.ts'

/** Enters a highlight of the year that is being assessed, by staff of the subdistrict or the district. */
export async function addHighlight(
  kit: Kit,
  actor: Actor,
  { unit, theme, text }: Pick<Highlight, 'unit' | 'theme' | 'text'>,
): Promise<Highlight | Refusal> {
  const { hand, tree, isStaffOver } = await readScene(kit, actor)
  const subdistrict = tree.above(unit, 'subdistrict')?.id
  if (!subdistrict || !isStaffOver(subdistrict)) return no.staffOnly()
  const cycle = await newestCycle(kit.store)
  if (!cycle) return no.noCycle()
  return kit.store.write(actor.id, async tx => {
    const own = (await tx.list(highlights, 'year', cycle.id)).filter(each => each.subdistrict === subdistrict)
    const asked = { id: kit.newId(), year: cycle.id, subdistrict, unit, theme, text }
    const entered = highlight(asked, own, standards, hand)
    return isRefusal(entered) ? entered : tx.add(highlights, entered)
  })
}

import { openFollowUp } from '../followups/ledger.ts'
import { gradeRows } from '../ratings/grade-row.ts'
import { ratingId } from '../ratings/rating.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { type Candidate, type Lagging, type Listing, list } from './lagging.ts'
import { no } from './refusals.ts'
import { readScene } from './scene.ts'
import { laggings } from './store.ts'
import type { Hand } from './text.ts'
import { words } from './words.ts'

/** The communities whose grade in force is 未达标 and that are not listed for the cycle in which it was decided. */
export async function candidates(from: Reading, today: PlainDate): Promise<readonly Candidate[]> {
  const { rows } = await gradeRows(from, today)
  const listed = new Set((await from.all(laggings)).map(({ id }) => id))
  return rows.flatMap(({ code, name, subdistrict, grade, inForce }) => {
    if (grade !== 'notQualified' || !inForce) return []
    const id = ratingId(inForce.cycle, code)
    return listed.has(id) ? [] : [{ id, cycle: inForce.cycle, community: code, name, subdistrict }]
  })
}

/** Lists a community, and puts its plan into the ledger: the community's to do until the last check. */
export async function listCommunity(
  kit: Kit,
  actor: Actor,
  { cycle, community }: Pick<Lagging, 'cycle' | 'community'>,
  listing: Listing,
): Promise<Lagging | Refusal> {
  const { hand, isStaffOver, tree, unitName } = await readScene(kit, actor)
  if (!isStaffOver(community)) return no.staffOnly()
  if (!tree.find(listing.helper.unit)) return no.unknownHelper()
  return kit.store.write(actor.id, async tx => {
    const id = ratingId(cycle, community)
    const name = unitName(community)
    if (await tx.find(laggings, id)) return no.listed({ name })
    const of = (await candidates(tx, hand.today)).find(each => each.id === id)
    if (!of) return no.notLagging({ name })
    const lagging = list(of, listing, hand)
    if (isRefusal(lagging)) return lagging
    const source = { kind: 'lagging' as const, id, title: `${words.lagging['zh-CN']} ${cycle} ${of.name}` }
    const what = words.followUpWhat['zh-CN'].replace('{plan}', lagging.plan)
    const due = lagging.checks.at(-1)?.on ?? hand.today
    const asked = { id: kit.newId(), source, owner: community, what, due }
    const { zone, publicUrl } = kit
    const opened = await openFollowUp(tx, asked, { by: actor.id, at: hand.now, zone, publicUrl })
    return isRefusal(opened) ? opened : tx.add(laggings, lagging)
  })
}

/** Runs a rule on a listed community, for staff above it; lifting is the district's. */
export async function changeLagging(
  kit: Kit,
  actor: Actor,
  { cycle, community }: Pick<Lagging, 'cycle' | 'community'>,
  rule: (lagging: Lagging, hand: Hand) => Lagging | Refusal,
  districtOnly = false,
): Promise<Lagging | Refusal> {
  const { hand, isStaffOver, isDistrictOver } = await readScene(kit, actor)
  if (!isStaffOver(community)) return no.staffOnly()
  if (districtOnly && !isDistrictOver(community)) return no.districtOnly()
  return kit.store.write(actor.id, async tx => {
    const id = ratingId(cycle, community)
    return (await tx.find(laggings, id)) ? tx.change(laggings, id, old => rule(old, hand)) : no.unknown()
  })
}

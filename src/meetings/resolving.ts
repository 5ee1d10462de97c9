import type { FollowUp } from '../followups/follow-up.ts'
import { openFollowUp } from '../followups/ledger.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { mayConvene } from './expected.ts'
import type { Deed, Meeting } from './meeting.ts'
import { minutesFixed } from './minutes.ts'
import { no } from './refusals.ts'
import { meetings } from './store.ts'

export interface Resolution {
  readonly what: string
  readonly owner: string | undefined
  readonly due: PlainDate | undefined
}

/** Puts a resolution of a meeting into the ledger and tells its owner; one without an owner or a due date is refused. */
export async function resolve(
  { store, now, newId, zone, publicUrl }: Pick<Kit, 'store' | 'now' | 'newId' | 'zone' | 'publicUrl'>,
  id: string,
  resolution: Resolution,
  actor: Actor,
): Promise<FollowUp | Refusal> {
  return store.write(actor.id, async tx => {
    const meeting = await tx.find(meetings, id)
    if (!meeting) return no.noMeeting()
    const tree = await readTree(tx)
    if (!mayConvene(actor, tree, meeting)) return no.notYours()
    const deed = { by: actor.id, at: now(), zone }
    return resolveIn(tx, meeting, resolution, { tree, deed, id: newId(), publicUrl })
  })
}

/** The same within the command that writes the minutes, for whoever may. */
export async function resolveIn(
  tx: Writing,
  meeting: Meeting,
  { what, owner, due }: Resolution,
  {
    tree,
    deed,
    id,
    publicUrl,
  }: { readonly tree: UnitTree; readonly deed: Deed; readonly id: string; readonly publicUrl: string },
): Promise<FollowUp | Refusal> {
  const fixed = minutesFixed(meeting)
  if (fixed) return fixed
  if (!owner || !due || what.trim() === '') return no.noOwner()
  if (!tree.within(meeting.unit).some(unit => unit.id === owner)) return no.ownerOutside()
  const source = { kind: 'meeting' as const, id: meeting.id, title: `${meeting.title} ${meeting.month}` }
  return openFollowUp(tx, { id, source, owner, what: what.trim(), due }, { ...deed, publicUrl })
}

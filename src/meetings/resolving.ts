import type { FollowUp } from '../followups/follow-up.ts'
import { openFollowUp } from '../followups/ledger.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import { mayConvene } from './expected.ts'
import { minutesFixed } from './meeting.ts'
import { no } from './refusals.ts'
import { meetings } from './store.ts'

export interface Resolution {
  readonly what: string
  readonly owner: string | undefined
  readonly due: PlainDate | undefined
}

/** Puts a resolution of a meeting into the ledger; one without an owner or a due date is refused. */
export async function resolve(
  { store, now, newId, zone }: Pick<Kit, 'store' | 'now' | 'newId' | 'zone'>,
  id: string,
  { what, owner, due }: Resolution,
  actor: Actor,
): Promise<FollowUp | Refusal> {
  return store.write(actor.id, async tx => {
    const meeting = await tx.find(meetings, id)
    if (!meeting) return no.noMeeting()
    const tree = await readTree(tx)
    if (!mayConvene(actor, tree, meeting)) return no.notYours()
    const fixed = minutesFixed(meeting)
    if (fixed) return fixed
    if (!owner || !due || what.trim() === '') return no.noOwner()
    if (!tree.within(meeting.unit).some(unit => unit.id === owner)) return no.ownerOutside()
    const source = { kind: 'meeting' as const, id, title: `${meeting.title} ${meeting.month}` }
    const asked = { id: newId(), source, owner, what: what.trim(), due }
    return openFollowUp(tx, asked, { by: actor.id, at: now(), zone })
  })
}

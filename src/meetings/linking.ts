import type { FollowUp } from '../followups/follow-up.ts'
import { followUps } from '../followups/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { convey, type Met, proposedTo, settle, toConvey } from './agenda.ts'
import type { AgendaOutcome, Point } from './agenda-shapes.ts'
import { mayConvene } from './expected.ts'
import type { Deed, Meeting } from './meeting.ts'
import { tellOutcome } from './point-telling.ts'
import { no } from './refusals.ts'
import { meetings } from './store.ts'

/** What a meeting has to do with those above and below it. */
export interface Linked {
  readonly proposed: readonly Point[]
  readonly decisions: readonly FollowUp[]
}

export async function readLinked(from: Reading, meeting: Meeting, tree: UnitTree): Promise<Linked> {
  const unit = tree.find(meeting.unit)
  const own = await from.list(meetings, 'unit', meeting.unit)
  const below = await Promise.all(tree.childrenOf(meeting.unit).map(child => metBy(from, child.id)))
  const above = unit?.parent ? await metBy(from, unit.parent) : []
  const uppers = await Promise.all(
    above.map(async upper => ({ ...upper, decisions: await decisionsOf(from, upper) })),
  )
  return { proposed: proposedTo(meeting, below.flat(), own), decisions: toConvey(meeting, uppers, own) }
}

/** The held meetings of a unit with their resolutions. */
async function metBy(from: Reading, unit: string): Promise<readonly Met[]> {
  const held = (await from.list(meetings, 'unit', unit)).filter(({ status }) => status === 'held')
  return Promise.all(
    held.map(async meeting => ({
      meeting,
      resolutions: await from.list(followUps, 'source', `meeting:${meeting.id}`),
    })),
  )
}

/** What was decided at a meeting, and what it conveyed from above. */
async function decisionsOf(from: Reading, { meeting, resolutions }: Met): Promise<readonly FollowUp[]> {
  const passedOn = (meeting.conveyed ?? []).filter(each => each.done)
  const found = await Promise.all(passedOn.map(each => from.find(followUps, each.decision)))
  return [...resolutions, ...found.filter(each => each !== undefined)]
}

type LinkKit = Pick<Kit, 'store' | 'now' | 'zone' | 'publicUrl'>

/** Keeps what became of a point that was proposed from below, and tells those who raised it. */
export function takeUp(
  kit: LinkKit,
  id: string,
  { key, outcome }: { readonly key: string; readonly outcome: AgendaOutcome },
  actor: Actor,
): Promise<Meeting | Refusal> {
  return linking(kit, id, actor, async (meeting, { proposed }, { deed, tx }) => {
    const point = proposed.find(each => each.key === key)
    const next = settle(meeting, point, outcome, deed)
    if (point && !isRefusal(next)) {
      await tellOutcome(tx, meeting, { point, outcome }, { ...deed, publicUrl: kit.publicUrl })
    }
    return next
  })
}

/** Keeps whether a decision from above was conveyed. */
export function sayConveyed(
  kit: LinkKit,
  id: string,
  { decision, done }: { readonly decision: string; readonly done: boolean },
  actor: Actor,
): Promise<Meeting | Refusal> {
  return linking(kit, id, actor, async (meeting, { decisions }, { deed }) =>
    convey(
      meeting,
      decisions.find(each => each.id === decision),
      done,
      deed,
    ),
  )
}

function linking(
  { store, now, zone }: LinkKit,
  id: string,
  actor: Actor,
  rule: (
    meeting: Meeting,
    linked: Linked,
    hand: { readonly deed: Deed; readonly tx: Writing },
  ) => Promise<Meeting | Refusal>,
): Promise<Meeting | Refusal> {
  return store.write(actor.id, async tx => {
    const meeting = await tx.find(meetings, id)
    if (!meeting) return no.noMeeting()
    const tree = await readTree(tx)
    if (!mayConvene(actor, tree, meeting)) return no.notYours()
    const deed = { by: actor.id, at: now(), zone }
    const next = await rule(meeting, await readLinked(tx, meeting, tree), { deed, tx })
    return isRefusal(next) ? next : tx.change(meetings, id, () => next)
  })
}

import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import { dateOf, type Instant, type PlainDate } from '../shared/time.ts'
import { actsFor, everything, rolesOver } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import {
  type Act,
  act,
  confirmerActs,
  type Doing,
  type FollowUp,
  ownerActs,
  possibleActs,
} from './follow-up.ts'
import { no } from './refusals.ts'
import { followUps } from './store.ts'
import { tellOpened, tellStep } from './telling.ts'

export interface NewFollowUp {
  readonly id: string
  readonly source: FollowUp['source']
  readonly owner: string
  readonly what: string
  readonly due: PlainDate
}

/** Who opens it and when; `publicUrl` is where the message to the owner leads. */
export interface Opening {
  readonly by: string
  readonly at: Instant
  readonly zone: string
  readonly publicUrl: string
  /** Whoever opens several at once tells of them in one message. */
  readonly toldApart?: boolean
}

/**
 * Puts something into the ledger, within the command that is its cause. The unit above the owner confirms it; the
 * district's own is confirmed by the district. The owner's people are told, unless that is done apart.
 */
export async function openFollowUp(
  tx: Writing,
  asked: NewFollowUp,
  { by, at, zone, publicUrl, toldApart }: Opening,
): Promise<FollowUp | Refusal> {
  const owner = (await readTree(tx)).find(asked.owner)
  if (!owner) return no.ownerNeeded()
  if (asked.due < dateOf(at, zone)) return no.dueInPast()
  const confirmer = owner.parent ?? owner.id
  const opened = await tx.add(followUps, {
    ...asked,
    confirmer,
    state: 'open',
    opened: { by, at },
    steps: [],
  })
  if (!toldApart) await tellOpened(tx, opened, { by, at, publicUrl })
  return opened
}

/** What the actor can do with a follow-up now: as the owner's people, or as those of a unit above. */
export function actsOf(actor: Actor, tree: UnitTree, followUp: FollowUp): readonly Act[] {
  const owns = ownsFollowUp(actor, tree, followUp)
  const confirms = rolesOver(actor, tree, followUp.confirmer).some(role => role !== 'lead')
  const may: readonly Act[] = [...(owns ? ownerActs : []), ...(confirms ? confirmerActs : [])]
  return possibleActs(followUp).filter(each => may.includes(each))
}

/** Whether it is the actor's to do: a duty for the owner, or, for the district's own, the first account's for everything. */
export function ownsFollowUp({ duties }: Actor, tree: UnitTree, { owner }: FollowUp): boolean {
  const all = owner === tree.district?.id ? everything : owner
  return duties.some(({ unit }) => unit === owner || unit === all)
}

/** Whether the actor may see it: the owner's people and everyone above. */
export function seesFollowUp(actor: Actor, tree: UnitTree, followUp: FollowUp): boolean {
  return actsFor(actor, tree, followUp.owner) || actsFor(actor, tree, followUp.confirmer)
}

/** A step that is asked for; `seen` is how many steps the follow-up had for whoever asks, where that is known. */
export type Asked = Doing & { readonly seen?: number | undefined }

/** One step by the actor, kept when the rule takes it; the other side is told. Refused when something else was done meanwhile. */
export async function takeStep(
  { store, now, zone, publicUrl }: Pick<Kit, 'store' | 'now' | 'zone' | 'publicUrl'>,
  id: string,
  { seen, ...doing }: Asked,
  actor: Actor,
): Promise<FollowUp | Refusal> {
  return store.write(actor.id, async tx => {
    const followUp = await tx.find(followUps, id)
    if (!followUp) return no.unknown()
    const tree = await readTree(tx)
    if (!seesFollowUp(actor, tree, followUp)) return no.notYours()
    if (seen !== undefined && seen !== followUp.steps.length) return no.movedOn()
    const possible = possibleActs(followUp).includes(doing.act)
    if (possible && !actsOf(actor, tree, followUp).includes(doing.act)) return no.notYours()
    const next = act(followUp, doing, { by: actor.id, at: now(), zone })
    if (isRefusal(next)) return next
    await tellStep(tx, next, doing.act, { by: actor.id, at: now(), publicUrl })
    return tx.change(followUps, id, () => next)
  })
}

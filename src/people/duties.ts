import type { Actor, Duty } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { whyNotAppoint } from './appointing.ts'
import { hasDuty, type Person, withDuty, withoutDuty } from './person.ts'
import { no } from './refusals.ts'
import { addInvited, issueInvitation, readSeen } from './register.ts'
import { dutyValues } from './saying.ts'
import { forgetKeys } from './sessions.ts'
import { invitations, people } from './store.ts'

/** Gives a person who is here already one more duty. */
export async function addDuty(kit: Kit, actor: Actor, id: string, duty: Duty): Promise<Person | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await readSeen(tx, actor, tree, id)
    if (isRefusal(person)) return person
    const refused = whyNotAppoint(actor, tree, duty)
    if (refused) return refused
    if (hasDuty(person, duty)) return no.alreadyHolds({ name: person.name, ...dutyValues(duty, tree) })
    return give(kit, tx, actor, id, duty)
  })
}

/** Ends a duty now. With the last one the person is signed out everywhere at once. */
export async function endDuty(kit: Kit, actor: Actor, id: string, duty: Duty): Promise<Person | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await readSeen(tx, actor, tree, id)
    if (isRefusal(person)) return person
    if (!hasDuty(person, duty)) return no.doesNotHold({ name: person.name })
    const refused = whyNotAppoint(actor, tree, duty)
    if (refused) return refused
    if (duty.role === 'district' && (await districtStaff(tx)).length === 1) {
      return no.lastDistrict({ name: person.name })
    }
    return relieve(kit, tx, person, duty)
  })
}

/** A successor is somebody who is here already, or somebody new. */
export type Successor =
  | { readonly id: string }
  | { readonly name: string; readonly post?: string | undefined }

/**
 * Passes a duty on: it ends for one and begins for the other at the same moment. Holders may do it with their own
 * duty, others as far as they may appoint. Without a secret, the successor is using the product already.
 */
export async function handOver(
  kit: Kit,
  actor: Actor,
  id: string,
  duty: Duty,
  to: Successor,
): Promise<{ readonly person: Person; readonly secret?: string } | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await readSeen(tx, actor, tree, id)
    if (isRefusal(person)) return person
    if (!hasDuty(person, duty)) return no.doesNotHold({ name: person.name })
    const refused = person.id === actor.id ? undefined : whyNotAppoint(actor, tree, duty)
    if (refused) return refused
    const successor = await takeOver(kit, tx, actor, tree, person, duty, to)
    if (isRefusal(successor)) return successor
    await relieve(kit, tx, person, duty, successor.person.id)
    return successor
  })
}

async function takeOver(
  kit: Kit,
  tx: Writing,
  actor: Actor,
  tree: UnitTree,
  from: Person,
  duty: Duty,
  to: Successor,
): Promise<{ readonly person: Person; readonly secret?: string } | Refusal> {
  if (!('id' in to)) return addInvited(kit, tx, actor, { ...to, duty })
  if (to.id === from.id) return no.ownSuccessor()
  const successor = await readSeen(tx, actor, tree, to.id)
  if (isRefusal(successor)) return successor
  if (hasDuty(successor, duty)) return no.alreadyHolds({ name: successor.name, ...dutyValues(duty, tree) })
  const person = await give(kit, tx, actor, successor.id, duty)
  return successor.ended
    ? { person, secret: await issueInvitation(kit, tx, person.id, actor.id) }
    : { person }
}

/**
 * Gives a duty. Whoever made an invitation that still lies about could use it, and come in with a duty of staff that
 * was not theirs to give: so it is void, and whoever gives the duty invites again.
 */
async function give(kit: Kit, tx: Writing, actor: Actor, id: string, duty: Duty): Promise<Person> {
  if (duty.role !== 'lead') {
    for (const key of await tx.list(invitations, 'person', id)) {
      if (key.by !== actor.id && key.by !== id) await tx.remove(invitations, key.id)
    }
  }
  return tx.change(people, id, old => withDuty(old, duty, kit.now()))
}

async function relieve(
  kit: Kit,
  tx: Writing,
  person: Person,
  duty: Duty,
  successor?: string,
): Promise<Person> {
  const next = await tx.change(people, person.id, old => withoutDuty(old, duty, kit.now(), successor))
  if (next.ended) await forgetKeys(tx, person.id)
  return next
}

async function districtStaff(tx: Writing): Promise<readonly Person[]> {
  return (await tx.all(people)).filter(person => person.duties.some(duty => duty.role === 'district'))
}

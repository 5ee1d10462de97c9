import type { Actor, Duty } from '../shared/actor.ts'
import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { isDistrictOver, isOverWhole, sees, whyNotAppoint } from './appointing.ts'
import { newInvitation } from './keys.ts'
import { hasDuty, type Person, withDuty, withoutDuty } from './person.ts'
import { no } from './refusals.ts'
import { dutyValues } from './saying.ts'
import { invitations, people, sessions, signInLinks } from './store.ts'

/** Whom to invite, and as what. */
export interface Invitee {
  readonly name: string
  readonly post?: string | undefined
  readonly duty: Duty
}

/** The secret is shown once; the same one opens the web and the chat. */
export interface Invited {
  readonly person: Person
  readonly secret: string
}

/** Adds a person with one duty, and issues the invitation. */
export async function invite(kit: Kit, actor: Actor, invitee: Invitee): Promise<Invited | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const refused = await whyNotInvite(tx, actor, await readTree(tx), invitee)
    return refused ?? addInvited(kit, tx, actor, invitee)
  })
}

export async function whyNotInvite(
  tx: Writing,
  actor: Actor,
  tree: UnitTree,
  { name, duty }: Invitee,
): Promise<Refusal | undefined> {
  const refused = whyNotAppoint(actor, tree, duty)
  if (refused) return refused
  const there = await tx.list(people, 'unit', duty.unit)
  const double = there.some(person => person.name === name && hasDuty(person, duty))
  return double ? no.alreadyHolds({ name, ...dutyValues(duty, tree) }) : undefined
}

/** For callers that have asked `whyNotInvite`. */
export async function addInvited(kit: Kit, tx: Writing, actor: Actor, invitee: Invitee): Promise<Invited> {
  const now = kit.now()
  const blank: Person = {
    id: kit.newId(),
    name: invitee.name,
    ...(invitee.post ? { post: invitee.post } : {}),
    lang: actor.lang,
    duties: [],
    former: [],
    since: now,
  }
  const person = await tx.add(people, withDuty(blank, invitee.duty, now))
  return { person, secret: await issueInvitation(kit, tx, person.id) }
}

/** Invites again somebody whose invitation was lost or has expired; older invitations are void from then on. */
export async function inviteAgain(kit: Kit, actor: Actor, id: string): Promise<Invited | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await seen(tx, actor, tree, id)
    if (isRefusal(person)) return person
    if (person.ended) return no.hasLeft({ name: person.name })
    if (!isOverWhole(actor, tree, person)) return no.notYours()
    // Whoever may invite again can come in as that person: for those who have joined that is the district's alone.
    if (person.joined && !isDistrictOver(actor, tree, person)) return no.mayNotReinvite({ name: person.name })
    return { person, secret: await issueInvitation(kit, tx, id) }
  })
}

/** Gives a person who is here already one more duty. */
export async function addDuty(kit: Kit, actor: Actor, id: string, duty: Duty): Promise<Person | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await seen(tx, actor, tree, id)
    if (isRefusal(person)) return person
    const refused = whyNotAppoint(actor, tree, duty)
    if (refused) return refused
    if (hasDuty(person, duty)) return no.alreadyHolds({ name: person.name, ...dutyValues(duty, tree) })
    return tx.change(people, id, old => withDuty(old, duty, kit.now()))
  })
}

/** Ends a duty now. With the last one the person is signed out everywhere at once. */
export async function endDuty(kit: Kit, actor: Actor, id: string, duty: Duty): Promise<Person | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await seen(tx, actor, tree, id)
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
 * duty, others as far as they may appoint. Without a secret, the successor was here already.
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
    const person = await seen(tx, actor, tree, id)
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
  const successor = await seen(tx, actor, tree, to.id)
  if (isRefusal(successor)) return successor
  if (hasDuty(successor, duty)) return no.alreadyHolds({ name: successor.name, ...dutyValues(duty, tree) })
  return { person: await tx.change(people, successor.id, old => withDuty(old, duty, kit.now())) }
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

async function forgetKeys(tx: Writing, person: string): Promise<void> {
  for (const key of await tx.list(sessions, 'person', person)) await tx.remove(sessions, key.id)
  for (const key of await tx.list(signInLinks, 'person', person)) await tx.remove(signInLinks, key.id)
  for (const key of await tx.list(invitations, 'person', person)) await tx.remove(invitations, key.id)
}

async function issueInvitation(kit: Kit, tx: Writing, person: string): Promise<string> {
  for (const old of await tx.list(invitations, 'person', person)) await tx.remove(invitations, old.id)
  const secret = kit.newSecret()
  await tx.add(invitations, newInvitation(hashOf(secret), person, kit.now()))
  return secret
}

async function seen(tx: Writing, actor: Actor, tree: UnitTree, id: string): Promise<Person | Refusal> {
  const person = await tx.find(people, id)
  if (!person) return no.unknownPerson()
  return sees(actor, tree, person) ? person : no.notYours()
}

async function districtStaff(tx: Writing): Promise<readonly Person[]> {
  return (await tx.all(people)).filter(person => person.duties.some(duty => duty.role === 'district'))
}

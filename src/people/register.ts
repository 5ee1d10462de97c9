import type { Actor, Duty } from '../shared/actor.ts'
import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { isDistrictOver, isOverWhole, sees, whyNotAppoint } from './appointing.ts'
import { newInvitation, type Way, ways } from './keys.ts'
import { isOperator } from './own-hands.ts'
import { hasDuty, type Person, withDuty } from './person.ts'
import { no } from './refusals.ts'
import { dutyValues } from './saying.ts'
import { invitations, people } from './store.ts'

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

/** Why the actor may not invite somebody; undefined when nothing is in the way. */
export async function whyNotInvite(
  from: Reading,
  actor: Actor,
  tree: UnitTree,
  { name, duty }: Invitee,
): Promise<Refusal | undefined> {
  const refused = whyNotAppoint(actor, tree, duty)
  if (refused) return refused
  const there = await from.list(people, 'unit', duty.unit)
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
  const known = isOperator(actor.id) ? { ...blank, vouched: now } : blank
  const person = await tx.add(people, withDuty(known, invitee.duty, now))
  return { person, secret: await issueInvitation(kit, tx, person.id, actor.id) }
}

/** Invites again somebody whose invitation was lost or has expired; older invitations are void from then on. */
export async function inviteAgain(kit: Kit, actor: Actor, id: string): Promise<Invited | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await readSeen(tx, actor, tree, id)
    if (isRefusal(person)) return person
    if (person.ended) return no.hasLeft({ name: person.name })
    if (!isOverWhole(actor, tree, person)) return no.notYours()
    // Whoever may invite again can come in as that person: for those who have joined that is the district's alone.
    if (person.joined && !isDistrictOver(actor, tree, person)) return no.mayNotReinvite({ name: person.name })
    return { person, secret: await issueInvitation(kit, tx, id, actor.id) }
  })
}

/** A code with which somebody who is signed in binds the own chat account. */
export async function ownChatCode(kit: Kit, actor: Actor): Promise<string> {
  return kit.store.write(actor.id, tx => issueInvitation(kit, tx, actor.id, actor.id, ['chat']))
}

/** Corrects a name or a post. */
export async function amend(
  kit: Kit,
  actor: Actor,
  id: string,
  { name, post }: Pick<Invitee, 'name' | 'post'>,
): Promise<Person | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await readSeen(tx, actor, tree, id)
    if (isRefusal(person)) return person
    if (!isOverWhole(actor, tree, person)) return no.notYours()
    const { post: _, ...rest } = person
    return tx.change(people, id, () => ({ ...rest, name, ...(post ? { post } : {}) }))
  })
}

/** Frees the chat account of a person, by that person or by somebody above. */
export async function unbindChat(kit: Kit, actor: Actor, id: string): Promise<Person | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await readSeen(tx, actor, tree, id)
    if (isRefusal(person)) return person
    if (person.id !== actor.id && !isOverWhole(actor, tree, person)) return no.notYours()
    const { telegram: _, ...rest } = person
    return tx.change(people, id, () => rest)
  })
}

/** A new secret for a person; the earlier ones are void from then on. */
export async function issueInvitation(
  kit: Kit,
  tx: Writing,
  person: string,
  by: string,
  unused: readonly Way[] = ways,
): Promise<string> {
  for (const old of await tx.list(invitations, 'person', person)) await tx.remove(invitations, old.id)
  const secret = kit.newSecret()
  await tx.add(invitations, newInvitation(hashOf(secret), person, by, kit.now(), unused))
  return secret
}

/** The person, as far as the actor may see it. */
export async function readSeen(
  from: Reading,
  actor: Actor,
  tree: UnitTree,
  id: string,
): Promise<Person | Refusal> {
  const person = await from.find(people, id)
  if (!person) return no.unknownPerson()
  return sees(actor, tree, person) ? person : no.notYours()
}

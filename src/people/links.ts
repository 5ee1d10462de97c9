import type { Actor } from '../shared/actor.ts'
import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Author, Writing } from '../shared/store/port.ts'
import { defaultLang, type Lang } from '../shared/words.ts'
import { everything } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { isDistrictOver } from './appointing.ts'
import { newLink } from './keys.ts'
import { type Person, vouchedFor, withDuty } from './person.ts'
import { no } from './refusals.ts'
import { readSeen } from './register.ts'
import { forgetKeys } from './sessions.ts'
import { people, signInLinks } from './store.ts'
import { words } from './words.ts'

/** A one-time address for somebody who asked in the own chat, or on the command line. The caller knows who asks. */
export async function signInLinkFor(
  kit: Kit,
  personId: string,
  by: Author = personId,
): Promise<string | Refusal> {
  return kit.store.write(by, tx => issueLink(kit, tx, personId, by))
}

/**
 * The operator gives the way in anew: every session ends, every key is void and the chat is free, so that from here on
 * nobody but whoever gets this address acts as the person.
 */
export async function signInLinkAnew(kit: Kit, personId: string, by: Author): Promise<string | Refusal> {
  return kit.store.write(by, async tx => {
    await forgetKeys(tx, personId)
    const link = await issueLink(kit, tx, personId, by)
    if (!isRefusal(link)) await tx.change(people, personId, old => vouchedFor(old, kit.now()))
    return link
  })
}

/** A one-time address that district staff pass on to somebody who lost the own way in. */
export async function signInLinkBy(kit: Kit, actor: Actor, personId: string): Promise<string | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    const person = await readSeen(tx, actor, tree, personId)
    if (isRefusal(person)) return person
    const allowed = isDistrictOver(actor, tree, person)
    return allowed ? issueLink(kit, tx, personId, actor.id) : no.districtOnly()
  })
}

async function issueLink(kit: Kit, tx: Writing, personId: string, by: string): Promise<string | Refusal> {
  const person = await tx.find(people, personId)
  if (!person) return no.unknownPerson()
  if (person.ended) return no.hasLeft({ name: person.name })
  const secret = kit.newSecret()
  await tx.add(signInLinks, newLink(hashOf(secret), personId, by, kit.now()))
  return `${kit.publicUrl}/sign-in/${secret}`
}

/**
 * The way in for a new installation: makes the first district account when there is no district staff, and gives a
 * one-time address for it as long as nobody has come in; undefined after that.
 */
export async function firstLink(kit: Kit, lang: Lang = defaultLang): Promise<string | undefined> {
  return kit.store.write('start', async tx => {
    const all = await tx.all(people)
    const staff = all.filter(person => person.duties.some(duty => duty.role === 'district'))
    if (staff.some(person => person.joined)) return undefined
    const first = staff.find(person => person.duties.some(duty => duty.unit === everything))
    const link = await issueLink(kit, tx, (first ?? (await addFirst(kit, tx, lang))).id, 'start')
    return isRefusal(link) ? undefined : link
  })
}

async function addFirst(kit: Kit, tx: Writing, lang: Lang): Promise<Person> {
  const now = kit.now()
  const name = words.firstAccount[lang]
  const blank: Person = {
    id: kit.newId(),
    name,
    lang,
    duties: [],
    former: [],
    since: now,
  }
  return tx.add(people, withDuty(blank, { role: 'district', unit: everything }, now))
}

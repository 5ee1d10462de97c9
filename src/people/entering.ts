import type { Actor } from '../shared/actor.ts'
import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Store, Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { defaultLang, type Lang } from '../shared/words.ts'
import { everything } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { isDistrictOver } from './appointing.ts'
import * as keys from './keys.ts'
import { joinedBy, type Person, personAsActor, withDuty } from './person.ts'
import { no } from './refusals.ts'
import { invitations, people, sessions, signInLinks } from './store.ts'
import { words } from './words.ts'

/** Whom a secret belongs to, if it could be used up now; uses nothing up. */
export async function peekInvitation(kit: Kit, secret: string): Promise<Person | Refusal> {
  return usableBy(kit.store, await kit.store.find(invitations, hashOf(secret)), no.unknownInvitation, key =>
    keys.useInvitation(key, 'web', kit.now()),
  )
}

export async function peekLink(kit: Kit, secret: string): Promise<Person | Refusal> {
  return usableBy(kit.store, await kit.store.find(signInLinks, hashOf(secret)), no.unknownLink, key =>
    keys.useLink(key, kit.now()),
  )
}

async function usableBy<K extends { readonly person: string }>(
  from: Reading,
  key: K | undefined,
  unknown: () => Refusal,
  use: (key: K) => K | Refusal,
): Promise<Person | Refusal> {
  if (!key) return unknown()
  const used = use(key)
  if (isRefusal(used)) return used
  const person = await from.get(people, key.person)
  return person.ended ? no.gone() : person
}

/** What a browser is given to keep. */
export interface Entered {
  readonly person: Person
  readonly session: string
}

export interface Browser {
  readonly device: keys.Device
  readonly lang: Lang
  /** The secret of the session in which the browser was until now; it ends. */
  readonly session?: string | undefined
}

/** Uses up the web half of an invitation and opens a session. Of two presses at once, one is refused. */
export async function enterByInvitation(
  kit: Kit,
  secret: string,
  browser: Browser,
): Promise<Entered | Refusal> {
  const person = await peekInvitation(kit, secret)
  if (isRefusal(person)) return person
  return kit.store.write(person.id, async tx => {
    const invitation = await tx.find(invitations, hashOf(secret))
    if (!invitation) return no.unknownInvitation()
    const used = await tx.change(invitations, invitation.id, key => keys.useInvitation(key, 'web', kit.now()))
    return isRefusal(used) ? used : openSession(kit, tx, used.person, browser)
  })
}

/** Uses up a sign-in link and opens a session. */
export async function enterByLink(kit: Kit, secret: string, browser: Browser): Promise<Entered | Refusal> {
  const person = await peekLink(kit, secret)
  if (isRefusal(person)) return person
  return kit.store.write(person.id, async tx => {
    const link = await tx.find(signInLinks, hashOf(secret))
    if (!link) return no.unknownLink()
    const used = await tx.change(signInLinks, link.id, key => keys.useLink(key, kit.now()))
    return isRefusal(used) ? used : openSession(kit, tx, used.person, browser)
  })
}

async function openSession(kit: Kit, tx: Writing, id: string, browser: Browser): Promise<Entered | Refusal> {
  const now = kit.now()
  const person = await tx.change(people, id, old =>
    old.ended ? no.gone() : joinedBy(old, browser.lang, now),
  )
  if (isRefusal(person)) return person
  if (browser.session) await tx.remove(sessions, hashOf(browser.session))
  const session = kit.newSecret()
  await tx.add(sessions, keys.newSession(hashOf(session), id, browser.device, now))
  return { person, session }
}

/** Who is signed in under a session's secret; `extended` when the browser should keep it longer. */
export async function sessionActor(
  kit: Kit,
  secret: string,
): Promise<{ readonly actor: Actor; readonly extended: boolean } | undefined> {
  const now = kit.now()
  const session = await kit.store.find(sessions, hashOf(secret))
  if (!session || !keys.isLive(session, now)) return undefined
  const person = await kit.store.find(people, session.person)
  if (!person || person.ended) return undefined
  const slides = keys.isToBeExtended(session, now)
  if (slides) await kit.store.write(person.id, tx => slide(tx, session.id, now))
  return { actor: personAsActor(person), extended: slides }
}

async function slide(tx: Writing, id: string, now: Instant): Promise<void> {
  if (await tx.find(sessions, id)) await tx.change(sessions, id, old => keys.extended(old, now))
}

/** Ends a session by its secret. */
export async function signOut(store: Store, secret: string): Promise<void> {
  const session = await store.find(sessions, hashOf(secret))
  if (session) await store.write(session.person, tx => tx.remove(sessions, session.id))
}

/** A one-time address for somebody who asked in the own chat, or on the command line. The caller knows who asks. */
export async function signInLinkFor(kit: Kit, personId: string): Promise<string | Refusal> {
  return kit.store.write(personId, tx => issueLink(kit, tx, personId))
}

/** A one-time address that district staff pass on to somebody who lost the own way in. */
export async function signInLinkBy(kit: Kit, actor: Actor, personId: string): Promise<string | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const person = await tx.find(people, personId)
    if (!person) return no.unknownPerson()
    const allowed = isDistrictOver(actor, await readTree(tx), person)
    return allowed ? issueLink(kit, tx, personId) : no.districtOnly()
  })
}

async function issueLink(kit: Kit, tx: Writing, personId: string): Promise<string | Refusal> {
  const person = await tx.find(people, personId)
  if (!person) return no.unknownPerson()
  if (person.ended) return no.hasLeft({ name: person.name })
  const secret = kit.newSecret()
  await tx.add(signInLinks, keys.newLink(hashOf(secret), personId, kit.now()))
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
    const link = await issueLink(kit, tx, (first ?? (await addFirst(kit, tx, lang))).id)
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

/** Removes keys that have long been spent or expired, and sessions that are over. */
export async function forgetOldKeys(kit: Kit): Promise<void> {
  const now = kit.now()
  const { store } = kit
  const invited = (await store.all(invitations)).filter(key => keys.isForgettable(key, now))
  const links = (await store.all(signInLinks)).filter(key => keys.isForgettable(key, now))
  const over = (await store.all(sessions)).filter(session => !keys.isLive(session, now))
  if (invited.length + links.length + over.length === 0) return
  await store.write('clock', async tx => {
    for (const { id } of invited) await tx.remove(invitations, id)
    for (const { id } of links) await tx.remove(signInLinks, id)
    for (const { id } of over) await tx.remove(sessions, id)
  })
}

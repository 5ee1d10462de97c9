import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import type { Lang } from '../shared/words.ts'
import * as keys from './keys.ts'
import { withKeyUsed } from './own-hands.ts'
import { joinedBy, type Person } from './person.ts'
import { no } from './refusals.ts'
import { invitations, people, sessions, signInLinks } from './store.ts'

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
    return isRefusal(used) ? used : openSession(kit, tx, used, browser)
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
    return isRefusal(used) ? used : openSession(kit, tx, used, browser)
  })
}

/** Opens a session for somebody whom Telegram has vouched for. */
export async function enterByChat(kit: Kit, person: string, browser: Browser): Promise<Entered | Refusal> {
  return kit.store.write(person, tx => openSession(kit, tx, { person, by: person }, browser))
}

async function openSession(
  kit: Kit,
  tx: Writing,
  { person: id, by }: { readonly person: string; readonly by?: string | undefined },
  browser: Browser,
): Promise<Entered | Refusal> {
  const now = kit.now()
  const person = await tx.change(people, id, old =>
    old.ended ? no.gone() : withKeyUsed(joinedBy(old, browser.lang, now), by, now),
  )
  if (isRefusal(person)) return person
  if (browser.session) await tx.remove(sessions, hashOf(browser.session))
  const session = kit.newSecret()
  await tx.add(sessions, keys.newSession(hashOf(session), id, browser.device, now))
  return { person, session }
}

import type { Actor } from '../shared/actor.ts'
import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import type { Store, Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import * as keys from './keys.ts'
import { personAsActor } from './person.ts'
import { invitations, people, sessions, signInLinks } from './store.ts'

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

/** Ends one of the own sessions, such as that of a lost phone. */
export async function endSession(kit: Kit, actor: Actor, id: string): Promise<void> {
  await kit.store.write(actor.id, async tx => {
    const session = await tx.find(sessions, id)
    if (session?.person === actor.id) await tx.remove(sessions, id)
  })
}

/** Ends every session of a person and voids every key: nobody can come in by what was handed out before. */
export async function forgetKeys(tx: Writing, person: string): Promise<void> {
  for (const key of await tx.list(sessions, 'person', person)) await tx.remove(sessions, key.id)
  for (const key of await tx.list(signInLinks, 'person', person)) await tx.remove(signInLinks, key.id)
  for (const key of await tx.list(invitations, 'person', person)) await tx.remove(invitations, key.id)
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

import type { Actor } from '../shared/actor.ts'
import { hashOf } from '../shared/ids.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Store } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import type { Lang } from '../shared/words.ts'
import { useInvitation } from './keys.ts'
import { withKeyUsed } from './own-hands.ts'
import { joinedBy, type Person, personAsActor, withReach, withReminders } from './person.ts'
import { no } from './refusals.ts'
import { invitations, people } from './store.ts'

/** The address that opens a chat with the bot and sends it a code; undefined while there is no bot. */
export type ChatLink = (code: string) => string | undefined

export interface ChatAccount {
  /** Telegram's id of the private chat. */
  readonly id: number
  readonly lang: Lang
}

/**
 * Binds a chat account to the person whose code was sent with `/start`. The same account sending its code again
 * changes nothing; an account of somebody else is refused, and the code stays good.
 */
export async function bindChat(
  store: Store,
  code: string,
  chat: ChatAccount,
  now: Instant,
): Promise<Person | Refusal> {
  const found = await store.find(invitations, hashOf(code))
  if (!found) return no.unknownInvitation()
  return store.write(found.person, async tx => {
    const [holder] = await tx.list(people, 'telegram', String(chat.id))
    if (holder && holder.id !== found.person) return no.chatTaken()
    const key = await tx.find(invitations, found.id)
    if (!key) return no.unknownInvitation()
    if (holder && !key.unused.includes('chat')) return holder
    const used = await tx.change(invitations, key.id, old => useInvitation(old, 'chat', now))
    if (isRefusal(used)) return used
    return tx.change(people, key.person, old =>
      old.ended
        ? no.gone()
        : {
            ...withKeyUsed(joinedBy(old, chat.lang, now), used.by, now),
            telegram: { chatId: chat.id, reachable: true },
          },
    )
  })
}

/** Who writes in a private chat. */
export async function actorByChat(store: Store, chatId: number): Promise<Actor | undefined> {
  const [person] = await store.list(people, 'telegram', String(chatId))
  return person && !person.ended ? personAsActor(person) : undefined
}

/** Remembers whether the last message reached the person's chat. */
export async function setReach(store: Store, personId: string, reachable: boolean): Promise<void> {
  const person = await store.find(people, personId)
  if (!person || withReach(person, reachable) === person) return
  await store.write('delivery', tx => tx.change(people, personId, old => withReach(old, reachable)))
}

/** Turns reminders in chat off, at the person's wish, or on again. Hands back whether that changed anything. */
export async function setReminders(
  store: Store,
  personId: string,
  wanted: boolean,
  now: Instant,
): Promise<boolean> {
  const person = await store.find(people, personId)
  if (!person || withReminders(person, wanted, now) === person) return false
  await store.write(personId, tx => tx.change(people, personId, old => withReminders(old, wanted, now)))
  return true
}

/** The language in which the person is spoken to from now on, in chat and in messages. */
export async function setLang(store: Store, personId: string, lang: Lang): Promise<void> {
  await store.write(personId, tx => tx.change(people, personId, old => ({ ...old, lang })))
}

/** Where a person can be written to. */
export async function whereabouts(store: Store, personId: string) {
  const person = await store.find(people, personId)
  if (!person || person.ended) return undefined
  const { lang, telegram } = person
  const muted = telegram?.muted !== undefined
  return { lang, chat: telegram?.chatId, reachable: telegram?.reachable ?? false, muted }
}

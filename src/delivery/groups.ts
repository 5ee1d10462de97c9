import { z } from 'zod'
import type { Actor } from '../shared/actor.ts'
import type { Refusal } from '../shared/refusal.ts'
import { collection } from '../shared/store/declare.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import { type Instant, instantSchema } from '../shared/time.ts'
import { langs } from '../shared/words.ts'
import { everything } from '../units/scope.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import { no } from './refusals.ts'

const bound = { id: z.string(), lang: z.enum(langs), by: z.string(), at: instantSchema }

/** The group chat of a unit, under the unit's code. */
export const groupChats = collection({
  name: 'group-chats',
  schema: z.object({ ...bound, chat: z.int().negative(), title: z.string() }).readonly(),
  queries: { chat: group => String(group.chat) },
  unique: ['chat'],
})
export type GroupChat = z.infer<typeof groupChats.schema>

/** The robot in a unit's group in 企业微信, under the unit's code; of its address only the key is kept. */
export const robots = collection({
  name: 'group-robots',
  schema: z.object({ ...bound, key: z.string().min(1) }).readonly(),
})
export type Robot = z.infer<typeof robots.schema>

/** The units for which an actor binds groups: those of the own duties as staff and everything below, parents first. */
export function unitsToBind(actor: Actor, tree: UnitTree): readonly Unit[] {
  const own = actor.duties
    .filter(duty => duty.role !== 'lead')
    .flatMap(duty => (duty.unit === everything ? (tree.district?.id ?? []) : duty.unit))
  return [...new Map(own.flatMap(unit => tree.within(unit)).map(unit => [unit.id, unit])).values()]
}

/** The unit that an actor means: by code or name, or the only one of the own posts. Several are given back to choose from. */
export function unitMeant(actor: Actor, tree: UnitTree, asked: string): readonly Unit[] | Refusal {
  const all = unitsToBind(actor, tree)
  if (all.length === 0) return no.mayNotBind()
  const own = new Set(actor.duties.map(duty => (duty.unit === everything ? tree.district?.id : duty.unit)))
  if (asked === '') return all.filter(unit => own.has(unit.id))
  const found = all.filter(unit => unit.id === asked || unit.name === asked)
  return found.length > 0 ? found : no.noSuchUnit({ name: asked })
}

/** Binds a group chat to a unit; either's earlier binding ends. */
export async function bindGroup(
  tx: Writing,
  to: { readonly chat: number; readonly title: string; readonly unit: string },
  { by, at }: { readonly by: Actor; readonly at: Instant },
): Promise<GroupChat> {
  await unbindChat(tx, to.chat)
  await tx.remove(groupChats, to.unit)
  return tx.add(groupChats, { id: to.unit, chat: to.chat, title: to.title, lang: by.lang, by: by.id, at })
}

/** The unit to which a chat is bound. */
export async function boundUnit(from: Reading, chat: number): Promise<string | undefined> {
  return (await from.list(groupChats, 'chat', String(chat)))[0]?.id
}

/** Ends the binding of a chat, such as one that the bot was taken out of. Hands back the one that ended. */
export async function unbindChat(tx: Writing, chat: number): Promise<GroupChat | undefined> {
  const [group] = await tx.list(groupChats, 'chat', String(chat))
  if (group) await tx.remove(groupChats, group.id)
  return group
}

/** Telegram gave a group a new id: the binding goes along. */
export async function moveGroup(tx: Writing, from: number, to: number): Promise<void> {
  const [group] = await tx.list(groupChats, 'chat', String(from))
  if (!group || from === to) return
  await unbindChat(tx, to)
  await tx.change(groupChats, group.id, old => ({ ...old, chat: to }))
}

import { read } from '../../delivery/handling.ts'
import { claimed, settled } from '../../delivery/states.ts'
import { outbox } from '../../delivery/store.ts'
import { bindChat, setLang } from '../../people/chat.ts'
import type { Person } from '../../people/person.ts'
import { ownChatCode } from '../../people/register.ts'
import { plusHours } from '../../shared/time.ts'
import type { Lang } from '../../shared/words.ts'
import { homeSubdistrict, type Persona, personas } from '../personas.ts'
import { actor, granted, type Staff, type Workshop } from './workshop.ts'

/** Which of the sample people the personas are. */
export type Cast = Readonly<Record<Persona, Person>>

/** The chat accounts that the personas write from, and the language they are spoken to in. */
export interface Chats {
  readonly accounts: Readonly<Record<Persona, number>>
  readonly lang: Lang
}

export function castOf({ tree, district, arbiter, subdistricts, leads }: Staff): Cast {
  const [lead1, lead2, lead3] = tree.childrenOf(homeSubdistrict).flatMap(({ id }) => leads.get(id) ?? [])
  const subdistrict = subdistricts.get(homeSubdistrict)
  if (!lead1 || !lead2 || !lead3 || !subdistrict) throw new Error('the sample district lacks its personas')
  return { lead1, lead2, lead3, subdistrict, district, arbiter }
}

/** Binds each persona's chat with a code from the own account page. */
export async function bindCast({ kit }: Workshop, cast: Cast, { accounts, lang }: Chats): Promise<void> {
  for (const persona of personas) {
    const person = cast[persona]
    await readOnTheWeb(kit, person)
    const code = await ownChatCode(kit, actor(person))
    granted(await bindChat(kit.store, code, { id: accounts[persona], lang }, kit.now()))
    await setLang(kit.store, person.id, lang)
  }
}

/** Until somebody has a chat, messages are read on the web; those of the last days still wait there. */
async function readOnTheWeb({ store, now }: Workshop['kit'], { id }: Person): Promise<void> {
  const recent = plusHours(now(), -24 * 7)
  await store.write(id, async tx => {
    for (const row of await tx.list(outbox, 'to', id)) {
      if (row.state.name !== 'queued') continue
      const lost = settled(claimed(row, row.queuedAt), { kind: 'unreachable', cause: 'noChat' }, row.queuedAt)
      const seen = row.queuedAt < recent ? read(lost, row.queuedAt) : lost
      await tx.change(outbox, row.id, () => seen)
    }
  })
}

import { bindChat } from '../../src/people/chat.ts'
import { signInLinkFor } from '../../src/people/links.ts'
import type { Person } from '../../src/people/person.ts'
import { type Invited, invite } from '../../src/people/register.ts'
import type { Actor, Duty } from '../../src/shared/actor.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { everything } from '../../src/units/scope.ts'
import type { World } from './world.ts'

/** May do everything, as the command line may. */
export const office: Actor = {
  id: 'office',
  name: 'office',
  lang: 'en',
  duties: [{ role: 'district', unit: everything }],
}

/** Invites a person by name; throws on a refusal. */
export async function enrol(world: World, name: string, role: Duty['role'], unit: string): Promise<Invited> {
  return granted(await invite(world.kit, office, { name, duty: { role, unit } }))
}

/** Signs a person in as a browser would; the headers are for `world.get` and `world.post`. */
export async function signIn(world: World, person: Pick<Person, 'id'>): Promise<{ cookie: string }> {
  const link = granted(await signInLinkFor(world.kit, person.id))
  return cookieOf(await world.post(new URL(link).pathname, {}))
}

/** Binds a chat account with the secret of an invitation. */
export async function chatWith(world: World, { secret }: Invited, chatId: number): Promise<Person> {
  return granted(await bindChat(world.store, secret, { id: chatId, lang: 'zh-CN' }, world.clock.now()))
}

export function cookieOf(response: Response): { cookie: string } {
  return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

/** What a rule gave; throws when it refused. */
export function granted<T>(outcome: T): Exclude<T, { readonly code: string; readonly status: number }> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code}`)
  return outcome as Exclude<T, { readonly code: string; readonly status: number }>
}

import { queue } from '../delivery/store.ts'
import type { Person } from '../people/person.ts'
import { people } from '../people/store.ts'
import { type Buttons, rowsOf } from '../shared/bot/keyboard.ts'
import { makePress } from '../shared/bot/press.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { type Say, speaker, type Text } from '../shared/words.ts'
import { everything } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { Act, FollowUp } from './follow-up.ts'
import { words } from './words.ts'

/** The people of a unit; of the district also the first account, which is registered for everything. */
export async function peopleOf(tx: Reading, unit: string): Promise<readonly Person[]> {
  const own = await tx.list(people, 'unit', unit)
  const isDistricts = (await readTree(tx)).district?.id === unit
  const first = isDistricts ? await tx.list(people, 'unit', everything) : []
  return [...own, ...first.filter(({ id }) => !own.some(person => person.id === id))]
}

/** The action of a button that shows a follow-up in chat, with what can be done. */
export const pressName = 'task'

/** What stands under a message about a follow-up: to act on it in chat while there is something to do, and its page. */
export function buttonsFor(
  { id, state }: Pick<FollowUp, 'id' | 'state'>,
  t: Say,
  publicUrl: string,
): Buttons {
  const page = { label: t(words.openPage), url: `${publicUrl}/followups/${id}` }
  if (state === 'closed') return [[page]]
  return [[{ label: t(words.actHere), data: makePress(pressName, id) }], [page]]
}

/** So many of several stand in one message, each with a button; the page has all of them. */
const mostListed = 20
/** So much is said of each, that a message of Telegram (4096 characters) has room for all and what stands around them. */
const longestListed = 100

/** Several follow-ups in one message, numbered, under a head that counts them. */
export function linesOf(
  asked: readonly Pick<FollowUp, 'what' | 'due'>[],
  head: Text,
  t: Say,
): readonly string[] {
  if (asked.length === 0) return []
  const more = asked.length - mostListed
  const short = (what: string) =>
    what.length <= longestListed ? what : `${what.slice(0, longestListed - 1)}…`
  return [
    t(head, { n: asked.length }),
    ...asked
      .slice(0, mostListed)
      .map(({ what, due }, at) => t(words.listLine, { n: at + 1, what: short(what), due: due.slice(5) })),
    ...(more > 0 ? [t(words.listMore, { n: more })] : []),
  ]
}

/** A button for each of those that is open, by its number in the message. */
export function buttonsOf(asked: readonly Pick<FollowUp, 'id' | 'state'>[], t: Say): Buttons {
  const listed = asked.slice(0, mostListed).map(({ id, state }, at) => ({ id, state, n: at + 1 }))
  const buttons = listed
    .filter(({ state }) => state !== 'closed')
    .map(({ id, n }) => ({ label: t(words.actOnOne, { n }), data: makePress(pressName, id) }))
  return rowsOf(buttons, 2)
}

/** What somebody is sent about follow-ups whose date is past. */
export function messageOfOverdue(asked: readonly FollowUp[], { id, lang }: Person, publicUrl: string) {
  const t = speaker(lang)
  const to = { kind: 'followup.overdue', to: id, repeatable: true }
  const [only, ...more] = asked
  if (only && more.length === 0) {
    const { what, due } = only
    return { ...to, text: t(words.urged, { what, due }), buttons: buttonsFor(only, t, publicUrl) }
  }
  const list = [{ label: t(words.openList), url: `${publicUrl}/followups` }]
  return {
    ...to,
    text: linesOf(asked, words.urgedSeveral, t).join('\n'),
    buttons: [...buttonsOf(asked, t), list],
  }
}

interface Told {
  readonly by: string
  readonly at: Instant
  readonly publicUrl: string
}

/** Tells the owner's people of what was put into the ledger for them. */
export function tellOpened(tx: Writing, followUp: FollowUp, told: Told): Promise<void> {
  return tell(tx, followUp, { to: followUp.owner, text: words.noteOpened, kind: 'opened' }, told)
}

/** Tells the other side of a step: the level above what waits for it, the owner what was decided. */
export async function tellStep(tx: Writing, followUp: FollowUp, act: Act, told: Told): Promise<void> {
  const { owner, confirmer } = followUp
  switch (act) {
    case 'begin':
      return
    case 'submit':
      return tell(tx, followUp, { to: confirmer, text: words.noteSubmitted, kind: act }, told)
    case 'requestExtension':
      return tell(tx, followUp, { to: confirmer, text: words.noteExtension, kind: act }, told)
    case 'grantExtension':
      return tell(tx, followUp, { to: owner, text: words.noteGranted, kind: act }, told)
    case 'refuseExtension':
      return tell(tx, followUp, { to: owner, text: words.noteRefused, kind: act }, told)
    case 'confirm':
      return tell(tx, followUp, { to: owner, text: words.noteConfirmed, kind: act }, told)
    case 'return':
      return tell(tx, followUp, { to: owner, text: words.noteReturned, kind: act }, told)
  }
}

async function tell(
  tx: Writing,
  followUp: FollowUp,
  { to, text, kind }: { readonly to: string; readonly text: Text; readonly kind: string },
  { by, at, publicUrl }: Told,
): Promise<void> {
  const { id, what, due, wanted, steps, owner } = followUp
  const unit = (await readTree(tx)).find(owner)?.name ?? owner
  const note = steps.at(-1)?.note ?? ''
  for (const person of await peopleOf(tx, to)) {
    // Whoever did it knows.
    if (person.id === by || person.ended) continue
    const t = speaker(person.lang)
    const message = {
      key: `followup.${kind}:${id}@${steps.length}:${person.id}`,
      kind: `followup.${kind}`,
      to: person.id,
      text: t(text, { what, due, unit, note, wanted: wanted ?? '' }),
      buttons: buttonsFor(followUp, t, publicUrl),
      repeatable: true,
    }
    await queue(tx, message, at)
  }
}

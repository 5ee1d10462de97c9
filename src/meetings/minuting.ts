import type { Actor } from '../shared/actor.ts'
import { readWhen } from '../shared/bot/chinese/when.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import { dateOf } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { mayConvene } from './expected.ts'
import type { Deed, Meeting } from './meeting.ts'
import { addNotes, type FieldChange, type Written, writeMinutes } from './minutes.ts'
import { deedOf, readNotes } from './minutes-notes.ts'
import { no } from './refusals.ts'
import { type Resolution, resolveIn } from './resolving.ts'
import { allSeries, meetings } from './store.ts'
import { keepTalkIn, type NotedMessage, talks } from './talks.ts'
import { usualAgenda } from './usual-agenda.ts'

type MinutesKit = Pick<Kit, 'store' | 'now' | 'newId' | 'zone' | 'publicUrl'>

/** The agenda with which the minutes of a meeting begin: the one of its series, else what is usual on its level. */
export async function agendaOf(from: Reading, { series, level }: Meeting): Promise<readonly string[]> {
  return (await from.find(allSeries, series))?.agenda ?? usualAgenda[level]
}

/** Keeps what somebody wrote on the web; what both of two writers changed is told and left as it is. */
export function keepFields(
  kit: MinutesKit,
  id: string,
  changes: readonly FieldChange[],
  actor: Actor,
): Promise<Written | Refusal> {
  return minuting(kit, id, actor, async (tx, { meeting, deed }) => {
    const written = writeMinutes(meeting, await agendaOf(tx, meeting), changes, deed)
    if (isRefusal(written) || written.meeting === meeting) return written
    return { ...written, meeting: await tx.change(meetings, id, () => written.meeting) }
  })
}

/** What a message of minutes was made into. */
export interface Noted extends Omit<NotedMessage, 'message'> {
  readonly meeting: Meeting
}

/** A message of minutes: `message` names it wherever it can come twice, `last` the item in which the one before ended. */
export interface MinutesMessage {
  readonly text: string
  readonly message?: string
  readonly last?: string | undefined
}

/**
 * Adds a message of the chat to the minutes, its resolutions to the ledger. Where the writer is in the talk is kept in the
 * same command, so that a message which the chat delivers again after a crash is noted once and answered as before.
 */
export function keepNotes(
  kit: MinutesKit,
  id: string,
  { text, message, last }: MinutesMessage,
  actor: Actor,
): Promise<Noted | Refusal> {
  return minuting(kit, id, actor, async (tx, { meeting, deed, tree }) => {
    const before = message === undefined ? undefined : await tx.find(talks, actor.id)
    if (before?.noted && before.noted.message === message) return { meeting, ...before.noted }
    const notes = readNotes(text, kit.newId)
    const next = addNotes(meeting, notes, last, deed)
    if (isRefusal(next)) return next
    let resolutions = 0
    const incomplete: string[] = []
    for (const line of notes.resolutions) {
      const read = readResolution(line, tree, meeting, deed)
      const kept = await resolveIn(tx, meeting, read, {
        ...{ tree, deed, id: kit.newId() },
        publicUrl: kit.publicUrl,
      })
      if (isRefusal(kept)) incomplete.push(line)
      else resolutions += 1
    }
    const told = { resolutions, incomplete, items: notes.items.length }
    const kept = await tx.change(meetings, id, () => next)
    if (message !== undefined) {
      const item = notes.items.at(-1)?.id ?? last
      await keepTalkIn(
        tx,
        actor.id,
        { meeting: id, step: 'minutes', item, noted: { message, ...told } },
        deed.at,
      )
    }
    return { meeting: kept, ...told }
  })
}

/** Reads 更新名册，A社区，11月30日: the unit by its name, the longest that stands there, and the date. */
function readResolution(line: string, tree: UnitTree, { unit }: Meeting, { at, zone }: Deed): Resolution {
  const [owner] = tree
    .within(unit)
    .filter(({ level, name }) => level !== 'window' && line.includes(name))
    .toSorted((a, b) => b.name.length - a.name.length)
  const due = readWhen(line, { today: dateOf(at, zone) })?.date ?? undefined
  const what = owner && due ? deedOf(line, owner.name) : line
  return { what: what.slice(0, 500), owner: owner?.id, due }
}

interface Minuting {
  readonly meeting: Meeting
  readonly deed: Deed
  readonly tree: UnitTree
}

function minuting<T>(
  { store, now, zone }: MinutesKit,
  id: string,
  actor: Actor,
  rule: (tx: Writing, minuting: Minuting) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return store.write(actor.id, async tx => {
    const meeting = await tx.find(meetings, id)
    if (!meeting) return no.noMeeting()
    const tree = await readTree(tx)
    if (!mayConvene(actor, tree, meeting)) return no.notYours()
    return rule(tx, { meeting, tree, deed: { by: actor.id, at: now(), zone } })
  })
}

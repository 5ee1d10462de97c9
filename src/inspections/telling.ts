import { queue } from '../delivery/store.ts'
import type { FollowUp } from '../followups/follow-up.ts'
import { buttonsOf, linesOf, peopleOf } from '../followups/telling.ts'
import { people } from '../people/store.ts'
import type { Buttons } from '../shared/bot/keyboard.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { type Say, speaker } from '../shared/words.ts'
import type { Inspection } from './inspection.ts'
import { bandName } from './sheet.ts'
import { words } from './words.ts'

interface Told {
  readonly by: string
  readonly at: Instant
  readonly publicUrl: string
}

/** Tells the association what came of its inspection: one message a person, with all that has to be put right. */
export async function tellConcluded(
  tx: Writing,
  inspection: Inspection,
  asked: readonly FollowUp[],
  told: Told,
): Promise<void> {
  const { concluded, title } = inspection
  if (!concluded) return
  const values = { title, mean: concluded.mean, band: bandName(concluded.band) }
  await tellUnit(tx, inspection, { kind: 'concluded', asked, told }, t =>
    [t(words.noteConcluded, values), ...linesOf(asked, words.noteFaults, t), t(words.noteAsksReply)].join(
      '\n',
    ),
  )
}

/** Tells the association what a second look found: one message for all that was looked at. */
export async function tellRechecked(
  tx: Writing,
  inspection: Inspection,
  looked: readonly FollowUp[],
  told: Told,
): Promise<void> {
  const { title, rechecks } = inspection
  const last = rechecks.at(-1)
  if (!last) return
  const said = last.passed ? words.notePassed : words.noteNotPassed
  const kind = `recheck-${rechecks.length}`
  await tellUnit(tx, inspection, { kind, asked: looked, told }, t =>
    [t(said, { title, text: last.text }), ...linesOf(looked, words.noteLooked, t)].join('\n'),
  )
}

/** Tells the inspectors what the association answers. */
export async function tellReply(tx: Writing, inspection: Inspection, told: Told): Promise<void> {
  const { title, replies, sheets } = inspection
  const text = replies.at(-1)?.text ?? ''
  for (const { by } of sheets) {
    const person = await tx.find(people, by)
    if (!person) continue
    const t = speaker(person.lang)
    const note = { kind: `reply-${replies.length}`, text: t(words.noteReply, { title, text }) }
    await send(tx, inspection, person.id, { ...note, buttons: [] }, t, told)
  }
}

async function tellUnit(
  tx: Writing,
  inspection: Inspection,
  { kind, asked, told }: { readonly kind: string; readonly asked: readonly FollowUp[]; readonly told: Told },
  say: (t: Say) => string,
): Promise<void> {
  for (const person of await peopleOf(tx, inspection.unit)) {
    // Whoever did it knows.
    if (person.id === told.by || person.ended) continue
    const t = speaker(person.lang)
    const buttons = buttonsOf(asked, t)
    await send(tx, inspection, person.id, { kind, text: say(t), buttons }, t, told)
  }
}

async function send(
  tx: Writing,
  { id }: Inspection,
  to: string,
  { kind, text, buttons }: { readonly kind: string; readonly text: string; readonly buttons: Buttons },
  t: Say,
  { at, publicUrl }: Told,
): Promise<void> {
  const page = { label: t(words.openPage), url: `${publicUrl}/inspections/${id}` }
  const message = {
    key: `inspection.${kind}:${id}:${to}`,
    kind: `inspection.${kind.split('-')[0]}`,
    ...{ to, text, buttons: [...buttons, [page]], repeatable: true },
  }
  await queue(tx, message, at)
}

import { queue } from '../delivery/store.ts'
import type { FollowUp } from '../followups/follow-up.ts'
import { people } from '../people/store.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { type Say, speaker, type Text } from '../shared/words.ts'
import type { AgendaOutcome, Point } from './agenda-shapes.ts'
import type { Meeting } from './meeting.ts'
import { words } from './words.ts'

/** So many decisions stand in a reminder; the meeting's page has all of them. */
const mostListed = 5

/** Tells the unit where a point arose what a meeting above made of it. Of resolutions the ledger tells by itself. */
export async function tellOutcome(
  tx: Writing,
  meeting: Meeting,
  { point, outcome }: { readonly point: Point; readonly outcome: AgendaOutcome },
  { by, at, publicUrl }: { readonly by: string; readonly at: Instant; readonly publicUrl: string },
): Promise<void> {
  if (point.key.startsWith('followUp:')) return
  for (const person of await tx.list(people, 'unit', point.unit)) {
    // Whoever did it knows.
    if (person.id === by || person.ended) continue
    const t = speaker(person.lang)
    const message = {
      key: `meeting.point:${meeting.id}:${point.key}:${outcome}:${person.id}`,
      kind: 'meeting.point',
      to: person.id,
      text: t(outcomeNote(outcome), { text: point.text, title: meeting.title }),
      buttons: [[{ label: t(words.openPage), url: `${publicUrl}/meetings/${meeting.id}` }]],
      repeatable: true,
    }
    await queue(tx, message, at)
  }
}

function outcomeNote(outcome: AgendaOutcome): Text {
  switch (outcome) {
    case 'settled':
      return words.notePointSettled
    case 'kept':
      return words.notePointKept
    case 'raised':
      return words.notePointRaised
  }
}

/** What a reminder of a meeting says of the decisions from above that are to be conveyed there; empty without any. */
export function conveyLines(decisions: readonly FollowUp[], t: Say): string {
  if (decisions.length === 0) return ''
  const more = decisions.length - mostListed
  return [
    '',
    t(words.noteConvey),
    ...decisions
      .slice(0, mostListed)
      .map(({ what, source }, at) => t(words.noteConveyLine, { n: at + 1, what, source: source.title })),
    ...(more > 0 ? [t(words.noteConveyMore, { n: more })] : []),
  ].join('\n')
}

import { queue } from '../delivery/store.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { speaker, type Text } from '../shared/words.ts'
import { type Appeal, appealUntil, isDecided } from './appeal.ts'
import { appealWords as words } from './appeal-words.ts'
import type { Cycle } from './cycle.ts'
import { gradeName } from './grades.ts'
import { appealPath } from './paths.ts'
import type { Hand } from './perform.ts'
import type { Rating } from './rating.ts'
import { saidUnsure } from './say.ts'
import type { State } from './steps.ts'
import { appeals } from './store.ts'
import { leadsOf } from './telling.ts'
import { words as ratingWords } from './words.ts'
import type { Workdays } from './workday.ts'

interface Told {
  readonly now: Instant
  readonly publicUrl: string
  readonly cycle: Cycle
}

/**
 * Tells the association's leads, in the command that decides, what its grade is for good and why it fell, and until when
 * one can appeal: whoever is told nothing lets those few days pass.
 */
export async function tellGrade(
  tx: Writing,
  rating: Rating,
  {
    now,
    publicUrl,
    cycle,
    rubric,
    zone,
    after,
  }: Told & Pick<Hand, 'rubric'> & { readonly zone: string; readonly after: Workdays },
): Promise<void> {
  const { history, state, grade, name, certificate } = rating
  const event = history.at(-1)
  if (!event || event.from === state || !isDecided(state) || grade === null) return
  // There is one appeal only: after it was upheld and looked into, the result stands.
  const until = (await tx.find(appeals, rating.id)) ? undefined : appealUntil(rating, after, { rubric, zone })
  const values = { name, year: cycle.year, grade: gradeName(grade), reason: event.reason }
  for (const lead of await leadsOf(tx, rating)) {
    const t = speaker(lead.lang)
    const lines = [
      t(headOf(state), values),
      ...(certificate && state === 'final' && grade !== 'notQualified'
        ? [t(words.certificate, certificate)]
        : []),
      ...(until ? [t(words.mayAppeal, { date: until.date, unsure: saidUnsure(until, t) })] : []),
    ]
    const message = {
      key: `rating.decided:${rating.id}:${history.length}:${lead.id}`,
      kind: 'rating.decided',
      to: lead.id,
      text: lines.join('\n'),
      buttons: [
        [
          {
            label: t(until ? words.resultOrAppeal : ratingWords.openRating),
            url: `${publicUrl}${appealPath(rating)}`,
            signedIn: true,
          },
        ],
      ],
      repeatable: true,
    }
    await queue(tx, message, now)
  }
}

/** Tells the association's leads how its appeal was decided, and why. */
export async function tellSettled(
  tx: Writing,
  rating: Rating,
  { decision }: Appeal,
  { now, publicUrl, cycle }: Told,
): Promise<void> {
  if (!decision) return
  for (const lead of await leadsOf(tx, rating)) {
    const t = speaker(lead.lang)
    const outcome = decision.upheld ? words.reopened : words.kept
    const values = { name: rating.name, year: cycle.year, outcome, reason: decision.reason }
    const message = {
      key: `rating.appeal:${rating.id}:${lead.id}`,
      kind: 'rating.appeal',
      to: lead.id,
      text: t(words.settledMessage, values),
      buttons: [
        [{ label: t(ratingWords.openRating), url: `${publicUrl}${appealPath(rating)}`, signedIn: true }],
      ],
      repeatable: true,
    }
    await queue(tx, message, now)
  }
}

function headOf(state: State): Text {
  if (state === 'vetoed') return words.vetoed
  return state === 'downgraded' ? words.downgraded : words.final
}

import { queue } from '../delivery/store.ts'
import type { FollowUp } from '../followups/follow-up.ts'
import { buttonsOf, linesOf } from '../followups/telling.ts'
import type { Person } from '../people/person.ts'
import { people } from '../people/store.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import type { Cycle } from './cycle.ts'
import { gradeName } from './grades.ts'
import { noticeWords } from './notice-words.ts'
import { contactParts, objectToOf } from './object-to.ts'
import { noticePath, ratingPath } from './paths.ts'
import type { Hand } from './perform.ts'
import type { Rating } from './rating.ts'
import { itemOf, type Rubric } from './rubric.ts'
import { actionName } from './steps.ts'
import { words } from './words.ts'

/** The form at the first of the items that are to be worked over. */
function formPath(rating: Rating, rubric: Rubric, [first = '']: readonly string[]): string {
  const section = itemOf(rubric, first)?.section ?? rubric.sections[0]?.id ?? ''
  return `${ratingPath(rating)}/self/${section}#${first}`
}

/**
 * Tells the association's leads what came of a decision: that their application came back and why, with the way to the
 * form; and what is to be put right, each with a button. One message a person, whatever there is to tell.
 */
export async function tellDecided(
  tx: Writing,
  rating: Rating,
  asked: readonly FollowUp[],
  { by, now, publicUrl, rubric }: Pick<Hand, 'by' | 'now' | 'rubric'> & { readonly publicUrl: string },
): Promise<void> {
  const event = rating.history.at(-1)
  if (!event) return
  const isReturned = event.to === 'returned' && event.from !== 'returned'
  if (!isReturned && asked.length === 0) return
  const kind = isReturned ? 'rating.returned' : 'rating.rectify'
  for (const lead of await leadsOf(tx, rating)) {
    if (lead.id === by.id) continue
    const t = speaker(lead.lang)
    const returned = { items: event.items.join(t(punctuation.list)), reason: event.reason }
    const done = { name: rating.name, action: actionName(event.action) }
    const head = isReturned
      ? t(words.returnMessage, { name: rating.name, ...returned })
      : t(words.decidedMessage, done)
    const page = isReturned
      ? { label: t(actionName('save')), path: formPath(rating, rubric, event.items) }
      : { label: t(words.openRating), path: ratingPath(rating) }
    const message = {
      key: `${kind}:${rating.id}:${rating.history.length}:${lead.id}`,
      kind,
      to: lead.id,
      text: [head, ...linesOf(asked, words.toRectify, t)].join('\n'),
      buttons: [
        ...buttonsOf(asked, t),
        [{ label: page.label, url: `${publicUrl}${page.path}`, signedIn: true }],
      ],
      repeatable: true,
    }
    await queue(tx, message, now)
  }
}

/** Tells the association's leads that its grade is on public notice, until when, and where one objects. */
export async function tellNotice(
  tx: Writing,
  rating: Rating,
  { now, publicUrl, cycle }: { readonly now: Instant; readonly publicUrl: string; readonly cycle: Cycle },
): Promise<void> {
  const { notice, result, history, name } = rating
  const grade = result.projected
  if (history.at(-1)?.action !== 'announce' || !notice || grade === null || grade === 'notQualified') return
  const contact = objectToOf(cycle)
  for (const lead of await leadsOf(tx, rating)) {
    const t = speaker(lead.lang)
    const values = { name, grade: gradeName(grade), from: notice.from, until: notice.until }
    const open = { label: t(noticeWords.openNotice), url: `${publicUrl}${noticePath(cycle)}` }
    const message = {
      key: `rating.notice:${rating.id}:${history.length}:${lead.id}`,
      kind: 'rating.notice',
      to: lead.id,
      text: contact
        ? t(noticeWords.message, { ...values, contact: contactParts(contact, t).join(t(noticeWords.comma)) })
        : t(noticeWords.messagePlain, values),
      buttons: [[open]],
      repeatable: true,
    }
    await queue(tx, message, now)
  }
}

/** The people who lead the association. */
export async function leadsOf(tx: Writing, { community }: Rating): Promise<readonly Person[]> {
  const known = await tx.list(people, 'unit', community)
  return known.filter(({ duties }) => duties.some(({ role, unit }) => role === 'lead' && unit === community))
}

import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { type Appeal, decidedAt, mayDecideAppeal } from './appeal.ts'
import type { Opened } from './desk.ts'
import { words } from './words.ts'

interface Props extends Opened {
  readonly view: View
  readonly appeal: Appeal | undefined
  /** The last day on which one can be filed. */
  readonly until: string | undefined
}

/** The appeal of a rating: filing it, reading it, deciding it, each for whom it is for. */
export function AppealPart({ view: { t }, cycle, rating, hand, appeal, until }: Props) {
  const path = `/ratings/${cycle.id}/${rating.community}/appeal`
  const mayFile = hand.roles.includes('lead') && decidedAt(rating) !== undefined
  if (!appeal) {
    if (!mayFile || until === undefined || hand.today > until) return null
    return (
      <details>
        <summary>{t(words.appeal)}</summary>
        <form method="post" action={path}>
          <small>{t(words.appealHint, { date: until })}</small>
          <label for="appeal-reason">{t(words.reason)}</label>
          <textarea id="appeal-reason" name="reason" required maxlength={1000} rows={4} />
          <button type="submit">{t(words.fileAppeal)}</button>
        </form>
      </details>
    )
  }
  const { decision } = appeal
  const refusal = mayDecideAppeal(rating, appeal, { id: hand.by.id, roles: hand.roles })
  const mayDecide = !decision && !refusal
  // Staff of the district look for the form: who gets none is told why.
  const misses = !decision && hand.roles.includes('district') ? refusal : undefined
  return (
    <section>
      <h2>{t(words.appeal)}</h2>
      <p>
        {appeal.byName}
        {t(punctuation.colon)}
        {appeal.reason}
      </p>
      <p class="muted">
        {decision
          ? [
              t(decision.upheld ? words.appealUpheld : words.appealDismissed),
              t(punctuation.remark, { text: decision.byName }),
              t(punctuation.colon),
              decision.reason,
            ].join('')
          : t(words.appealDue, { date: appeal.due })}
      </p>
      {misses && <p class="notice">{t(misses.text, misses.values)}</p>}
      {mayDecide && (
        <form method="post" action={`${path}/decision`}>
          <label for="decision-reason">{t(words.reason)}</label>
          <textarea id="decision-reason" name="reason" required maxlength={1000} rows={3} />
          <div class="actions">
            <button type="submit" name="upheld" value="yes">
              {t(words.uphold)}
            </button>
            <button type="submit" name="upheld" value="no" class="secondary">
              {t(words.dismiss)}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}

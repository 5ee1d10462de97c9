import { punctuation } from '../shared/punctuation.ts'
import { type Again, ReasonForm, sentTo } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { type Appeal, decidedAt, mayDecideAppeal } from './appeal.ts'
import type { Opened } from './desk.ts'
import { words } from './words.ts'

interface Props extends Opened {
  readonly view: View
  readonly appeal: Appeal | undefined
  /** The last day on which one can be filed. */
  readonly until: string | undefined
  readonly again?: Again | undefined
}

/** The appeal of a rating: filing it, reading it, deciding it, each for whom it is for. */
export function AppealPart({ view, cycle, rating, hand, appeal, until, again }: Props) {
  const { t } = view
  const path = `/ratings/${cycle.id}/${rating.community}/appeal`
  const mayFile = hand.roles.includes('lead') && decidedAt(rating) !== undefined
  if (!appeal) {
    if (!mayFile || until === undefined || hand.today > until) return null
    return (
      <details open={sentTo(again, 'appeal').open}>
        <summary>{t(words.appeal)}</summary>
        <ReasonForm
          {...{ view, again, action: path }}
          form="appeal"
          label={t(words.reason)}
          hint={t(words.appealHint, { date: until })}
          most={1000}
          buttons={[{ label: t(words.fileAppeal) }]}
        />
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
        <ReasonForm
          {...{ view, again }}
          action={`${path}/decision`}
          form="decision"
          label={t(words.reason)}
          most={1000}
          buttons={[
            { name: 'upheld', value: 'yes', label: t(words.uphold) },
            { name: 'upheld', value: 'no', label: t(words.dismiss) },
          ]}
        />
      )}
    </section>
  )
}

import { punctuation } from '../shared/punctuation.ts'
import { type Again, ReasonForm, sentTo } from '../shared/web/again.tsx'
import { Dated } from '../shared/web/dated.tsx'
import type { View } from '../shared/web/env.ts'
import { type Appeal, mayAppeal, whyNotDecideAppeal } from './appeal.ts'
import { appealWords as words } from './appeal-words.ts'
import type { Opened } from './desk.ts'
import { saidUnsure } from './say.ts'
import { words as ratingWords } from './words.ts'
import type { Workday } from './workday.ts'

interface Props extends Opened {
  readonly view: View
  readonly appeal: Appeal | undefined
  /** The last day on which one can be filed. */
  readonly until: Workday | undefined
  readonly again?: Again | undefined
}

/** The appeal of a rating: filing it, reading it, deciding it, each for whom it is for. */
export function AppealPart({ view, cycle, rating, hand, appeal, until, again }: Props) {
  const { t } = view
  const path = `/ratings/${cycle.id}/${rating.community}/appeal`
  if (!appeal) {
    if (!until || !mayAppeal(rating, appeal, until, hand)) return null
    return (
      <section id="appeal">
        <h2>{t(words.title)}</h2>
        <p>
          <Dated text={t(words.hint, { date: until.date, unsure: saidUnsure(until, t) })} />
        </p>
        <details open={sentTo(again, 'appeal').open}>
          <summary>{t(words.file)}</summary>
          <ReasonForm
            {...{ view, again, action: path }}
            form="appeal"
            label={t(ratingWords.reason)}
            most={1000}
            buttons={[{ label: t(words.file) }]}
          />
        </details>
      </section>
    )
  }
  const { decision } = appeal
  const refusal = whyNotDecideAppeal(rating, appeal, hand)
  const mayDecide = !decision && !refusal
  // Staff of the district look for the form: who gets none is told why.
  const misses = !decision && hand.roles.includes('district') ? refusal : undefined
  return (
    <section id="appeal">
      <h2>{t(words.title)}</h2>
      <p>
        {appeal.byName}
        {t(punctuation.colon)}
        {appeal.reason}
      </p>
      <p class="muted">
        {decision
          ? [
              t(decision.upheld ? words.upheld : words.dismissed),
              t(punctuation.remark, { text: decision.byName }),
              t(punctuation.colon),
              decision.reason,
            ].join('')
          : t(words.due, { date: appeal.due })}
      </p>
      {misses && <p class="notice">{t(misses.text, misses.values)}</p>}
      {mayDecide && (
        <ReasonForm
          {...{ view, again }}
          action={`${path}/decision`}
          form="decision"
          label={t(ratingWords.reason)}
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

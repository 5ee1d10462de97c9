import { percent } from '../shared/percent.ts'
import type { View } from '../shared/web/env.ts'
import type { Published } from './published.ts'
import { lastDayOf, type Round } from './round.ts'
import { verdictClass, verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

interface PublishedProps {
  readonly view: View
  readonly round: Round
  readonly units: readonly Published[]
  readonly total: Published
  /** How many answers two people decided to leave out, and the total with them where that gives no few away. */
  readonly excluded: number
  readonly withAll?: Published
}

/** The result of a closed round, for everybody. */
export function PublishedPage({ view, round, units, total, excluded, withAll }: PublishedProps) {
  const { t } = view
  const { minimum, smallCell, target } = round.standard
  return (
    <>
      <h1>
        {round.asker} · {t(round.form.title)}
      </h1>
      <p>
        {t(words.from, { opens: round.opens, closes: lastDayOf(round) })} ·{' '}
        {t(round.basis === 'broad' ? words.broadLong : words.strictLong)} ·{' '}
        {t(words.targetIs, { target: percent(target) })}
      </p>
      <section class="overflow-auto" tabindex={0} aria-label={t(words.published)}>
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{t(words.unit)}</th>
              <th scope="col">{t(words.valid)}</th>
              <th scope="col">{t(words.rate)}</th>
              <th scope="col">{t(words.verdict)}</th>
            </tr>
          </thead>
          <tbody>
            {[{ ...total, name: t(words.total) }, ...units].map(unit => (
              <tr>
                <th scope="row">{unit.isGroup ? <strong>{unit.name}</strong> : unit.name}</th>
                <td data-label={t(words.valid)}>
                  {unit.atLeast === null
                    ? t(words.under, { minimum })
                    : t(words.orMore, { count: unit.atLeast })}
                </td>
                <td data-label={t(words.rate)}>{rateText(unit, view)}</td>
                <td data-label={t(words.verdict)}>
                  {unit.verdict === null ? (
                    t(words.verdictWithheld)
                  ) : (
                    <span class={verdictClass(unit.verdict)}>{t(verdictWord(unit.verdict))}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {excluded > 0 && (
        <p>
          {t(words.excludedPublic)}
          {withAll ? rateText(withAll, view) : t(words.noRate)}
        </p>
      )}
      <p>
        <small>{t(words.publishedHow, { minimum, smallCell })}</small>
      </p>
      <p>
        <a href={`/r/${round.id}/receipts`}>{t(words.receipts)}</a>
      </p>
    </>
  )
}

function rateText({ rate }: Published, { t }: View): string {
  if (!rate) return t(words.noRate)
  const { low, high } = rate
  if (low === high) return `${low}%`
  if (high === 100) return t(words.shareOrMore, { share: `${low}%` })
  if (low === 0) return t(words.shareOrLess, { share: `${high}%` })
  return t(words.shareBetween, { low: `${low}%`, high: `${high}%` })
}

import { dateOf, instant } from '../shared/time.ts'
import { type Again, AgainFaults, ReasonForm, sentTo } from '../shared/web/again.tsx'
import { Dated } from '../shared/web/dated.tsx'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import type { Cycle } from './cycle.ts'
import { gradeName } from './grades.ts'
import { ratingPath, reviewsPath } from './paths.ts'
import type { Rating } from './rating.ts'
import type { Rubric } from './rubric.ts'
import { stateName } from './steps.ts'
import { words as ratingWords } from './words.ts'
import type { YearlyReviews } from './yearly.ts'
import { yearlyWords as words } from './yearly-words.ts'

export interface YearlyRow {
  readonly rating: Rating
  readonly reviews: YearlyReviews
  /** A newer cycle has decided; its grade holds. */
  readonly isReplaced: boolean
}

interface Props {
  readonly view: View
  readonly cycle: Cycle
  readonly rubric: Rubric
  readonly zone: string
  /** Everything that the cycle has named, in the reader's scope. */
  readonly rows: readonly YearlyRow[]
  readonly subdistrictName: (code: string) => string
  /** The district reviews; everybody else reads. */
  readonly mayReview: boolean
  readonly again?: Again | undefined
}

/** What a cycle has named, when each is to be looked at next, and a form for those that are due. */
export function YearlyPage(props: Props) {
  const { view, cycle, rubric, rows, mayReview } = props
  const { t } = view
  const due = rows.filter(({ reviews }) => reviews.isDue)
  return (
    <>
      <p>
        <a href={`/ratings/${cycle.id}`}>{t(ratingWords.backToCycle)}</a>
      </p>
      <h1>{t(words.title, { year: cycle.year })}</h1>
      <p class="muted">
        {t(words.intro, { years: rubric.validity.years, failed: rubric.validity.failedReviews })}
      </p>
      <h2>{t(words.due)}</h2>
      {due.length === 0 && <p class="empty">{t(words.noneDue)}</p>}
      {due.length > 0 && mayReview && <DueForm {...props} rows={due} />}
      {due.length > 0 && !mayReview && <Table {...props} rows={due} />}
      <h2>{t(words.all)}</h2>
      <Table {...props} />
    </>
  )
}

function DueForm(props: Props) {
  const { view, cycle, rows, subdistrictName, again } = props
  const { t } = view
  const { chosen, faults } = sentTo(again, 'yearly')
  return (
    <>
      <AgainFaults {...{ view, again }} labels={{ community: words.community, reason: words.finding }} />
      <ReasonForm
        {...{ view, again }}
        action={reviewsPath(cycle)}
        form="yearly"
        label={t(words.finding)}
        hint={t(words.findingHint)}
        most={500}
        buttons={[
          { name: 'passed', value: 'yes', label: t(words.pass) },
          { name: 'passed', value: 'no', label: t(words.fail) },
        ]}
      >
        <fieldset id="yearly-community">
          <legend>{t(words.choose)}</legend>
          {rows.map(({ rating, reviews }) => (
            <label>
              <input
                type="checkbox"
                name="community"
                value={rating.community}
                checked={chosen.community?.includes(rating.community)}
              />{' '}
              <a href={ratingPath(rating)}>{rating.name}</a>{' '}
              <span class="muted">
                {subdistrictName(rating.subdistrict)} · {t(gradeName(rating.grade ?? 'notQualified'))} ·{' '}
                <Dated text={t(words.facts, { date: reviews.next ?? '' })} />
                {rating.failedReviews > 0 && ` · ${t(words.failedBefore, { count: rating.failedReviews })}`}
              </span>
            </label>
          ))}
          {faults?.community && <span class="fault">{faults.community}</span>}
        </fieldset>
      </ReasonForm>
    </>
  )
}

function Table({ view: { t }, rows, zone, subdistrictName }: Props) {
  const headings = [words.community, words.grade, words.until, words.next, words.reviews]
  return (
    <StackedTable headings={headings.map(word => t(word))}>
      {rows.map(({ rating, reviews, isReplaced }) => (
        <tr>
          <th scope="row">
            <div>
              <a href={ratingPath(rating)}>{rating.name}</a>{' '}
              <small>{subdistrictName(rating.subdistrict)}</small>
            </div>
          </th>
          <td data-label={t(words.grade)}>
            {rating.state === 'final'
              ? t(gradeName(rating.grade ?? 'notQualified'))
              : t(stateName(rating.state))}
          </td>
          <td data-label={t(words.until)}>{rating.certificate?.until ?? '–'}</td>
          <td data-label={t(words.next)}>
            {isReplaced ? (
              <span class="muted">{t(words.replaced)}</span>
            ) : (
              <span class={reviews.isDue ? 'badge warn' : undefined}>{reviews.next ?? '–'}</span>
            )}
          </td>
          <td data-label={t(words.reviews)}>
            <div>
              {reviews.done.length === 0 && '–'}
              {reviews.done.map(({ at, byName, passed, reason }) => (
                <div>
                  <small>
                    <Dated
                      text={t(passed ? words.passedLine : words.failedLine, {
                        date: dateOf(instant(at), zone),
                        who: byName,
                        reason,
                      })}
                    />
                  </small>
                </div>
              ))}
            </div>
          </td>
        </tr>
      ))}
    </StackedTable>
  )
}

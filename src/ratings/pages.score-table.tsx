import type { View } from '../shared/web/env.ts'
import { formWords } from './form-words.ts'
import { type Columns, ScoreRow } from './pages.score-row.tsx'
import { changedSinceReturn, reviewOf, scoresBelow } from './review.ts'
import type { ReviewProps } from './review-props.ts'
import { selfScoresOf } from './score-sheet.ts'
import { words } from './words.ts'

/** One row an item: present state, self, subdistrict, district, gap, reason, rectification. */
export function ScoreTable(props: ReviewProps) {
  const { view, rating, hand, level, sent } = props
  const { t } = view
  const { rubric } = hand
  const own = sent ?? reviewOf(rating, level)
  const columns: Columns = {
    own,
    self: selfScoresOf(rubric, rating),
    below: scoresBelow(rubric, rating, level),
    changed: changedSinceReturn(rating),
    returnedAt: rating.history.findLast(event => event.to === 'returned')?.at,
  }
  const numbers = [words.selfScore, words.subdistrictScore, words.districtScore, formWords.gap]
  return (
    <>
      <Filters view={view} />
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{t(words.item)}</th>
            <th scope="col">{t(words.presentState)}</th>
            {numbers.map(word => (
              <th scope="col" class="num">
                {t(word)}
              </th>
            ))}
            <th scope="col">{t(words.reason)}</th>
            <th scope="col">{t(words.rectify)}</th>
          </tr>
        </thead>
        <tbody>
          {rubric.items.map(item => (
            <ScoreRow {...props} item={item} columns={columns} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Filters({ view: { t } }: { view: View }) {
  const choices = [
    ['all', formWords.showAll],
    ['open', formWords.showOpen],
    ['differs', formWords.showDiffering],
  ] as const
  return (
    <fieldset class="filters">
      <legend>{t(formWords.show)}</legend>
      {choices.map(([id, word]) => (
        <label>
          <input type="radio" name="show" id={`show-${id}`} value={id} checked={id === 'all'} />
          {t(word)}
        </label>
      ))}
    </fieldset>
  )
}

import type { View } from '../shared/web/env.ts'
import { isShown } from './evidence.ts'
import { formWords } from './form-words.ts'
import { EvidenceRow } from './pages.evidence.tsx'
import { PresentState } from './pages.state.tsx'
import type { Rating } from './rating.ts'
import { changedSinceReturn, type Reviewer, reviewOf, scoresBelow } from './review.ts'
import type { ReviewProps } from './review-props.ts'
import type { SentReview } from './review-rows.ts'
import type { Item, Points } from './rubric.ts'
import { SavedMark } from './saving.tsx'
import { lacking, saidPoints } from './say.ts'
import { saidChange } from './say-changes.ts'
import { selfScoresOf } from './score-sheet.ts'
import { words } from './words.ts'

/** By what the table's filter goes: not scored yet, and other than the level below. */
export function marksOf(score: Points | null | undefined, below: Points | null | undefined) {
  const yes = (is: boolean) => (is ? 'yes' : 'no')
  return { open: yes(score === undefined), differs: yes(score !== undefined && score !== (below ?? null)) }
}

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
            <ItemRow {...props} item={item} columns={columns} />
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

interface Columns {
  readonly own: SentReview
  readonly self: Readonly<Record<string, Points | null>>
  readonly below: Readonly<Record<string, Points | null>>
  readonly changed: ReturnType<typeof changedSinceReturn>
  readonly returnedAt: string | undefined
}

type RowProps = ReviewProps & { readonly item: Item; readonly columns: Columns }

function ItemRow(props: RowProps) {
  const { view, rating, hand, level, faults, files, earlier, item, columns, sent } = props
  const { t } = view
  const { own, self, below } = columns
  const scored = own.scores[item.id]
  const shown = scored === undefined && !sent ? below[item.id] : scored
  const fault = faults?.[item.id]
  const score = (
    <>
      <input
        name={`score-${item.id}`}
        value={shown === null || shown === undefined ? '' : String(shown)}
        inputmode="decimal"
        autocomplete="off"
        size={5}
        data-column="score"
        placeholder={self[item.id] === null ? t(words.held) : ''}
        aria-label={t(words.ownScore, { item: item.id })}
        aria-invalid={fault ? 'true' : undefined}
      />
    </>
  )
  const given = (each: Reviewer) =>
    each === level ? (
      <td
        class="num own"
        data-label={t(each === 'subdistrict' ? words.subdistrictScore : words.districtScore)}
      >
        {score}
      </td>
    ) : (
      <td class="num" data-label={t(each === 'subdistrict' ? words.subdistrictScore : words.districtScore)}>
        {scoreOf(rating, each, item, view)}
      </td>
    )
  return (
    <tr
      id={item.id}
      data-save={`/ratings/${rating.cycle}/${rating.community}/review/rows/${item.id}`}
      {...dataMarks(marksOf(reviewOf(rating, level).scores[item.id], below[item.id]))}
    >
      <th scope="row">
        <div>
          {item.id} {t(item.title)} <small>{t(words.pointsOf, { points: item.points })}</small>
        </div>
      </th>
      <td data-label={t(words.presentState)}>
        <div>
          <PresentState view={view} rubric={hand.rubric} rating={rating} item={item} earlier={earlier} />
          <ChangedSince {...props} />
          <EvidenceRow view={view} rating={rating} item={item} files={files} />
        </div>
      </td>
      <td class="num" data-label={t(words.selfScore)}>
        {saidPoints(self[item.id], t)}
      </td>
      {given('subdistrict')}
      {given('district')}
      <td class="num" data-label={t(formWords.gap)} data-figure="gap">
        {lacking(item, shown)}
      </td>
      <td class="why" data-label={t(words.reason)}>
        <div>
          <input
            name={`reason-${item.id}`}
            value={own.reasons[item.id] ?? ''}
            autocomplete="off"
            maxlength={500}
            data-column="reason"
            aria-label={t(words.ownReason, { item: item.id })}
          />
          {fault && <span class="fault">{fault}</span>}
          <SavedMark part={item.id} base={rating.revision} />
        </div>
      </td>
      <td class="why" data-label={t(words.rectify)}>
        <Rectify view={view} item={item} asked={own.rectifications?.[item.id]} />
      </td>
    </tr>
  )
}

function dataMarks({ open, differs }: ReturnType<typeof marksOf>) {
  return { 'data-open': open, 'data-differs': differs }
}

/** What a level that is not the reader's has given, with its reason. */
function scoreOf(rating: Rating, level: Reviewer, item: Item, { t }: View) {
  const review = reviewOf(rating, level)
  const score = review.scores[item.id]
  const reason = review.reasons[item.id]
  if (score === undefined) return '–'
  return (
    <>
      {saidPoints(score, t)}
      {reason && (
        <>
          <br />
          <small>{reason}</small>
        </>
      )}
    </>
  )
}

/** What the association changed at the item since it last handed the form in: answers as they were, and new files. */
function ChangedSince({ view: { t }, hand, item, columns, files }: RowProps) {
  const changed = columns.changed.filter(each => each.item === item.id)
  const { returnedAt } = columns
  const added =
    returnedAt !== undefined &&
    files.some(file => file.item === item.id && isShown(file) && file.at > returnedAt)
  if (changed.length === 0 && !added) return null
  return (
    <div>
      {changed.length > 0 && <span class="badge warn">{t(words.changedSince)}</span>}{' '}
      {added && <span class="badge warn">{t(formWords.newEvidence)}</span>}
      {changed.map(each => (
        <div>
          <small>{t(formWords.changedLine, saidChange(hand.rubric, each, t))}</small>
        </div>
      ))}
    </div>
  )
}

/** What has to be put right, and by when; folded away where there is nothing. */
function Rectify({
  view: { t },
  item,
  asked,
}: {
  view: View
  item: Item
  asked: { readonly measure: string; readonly due: string } | undefined
}) {
  return (
    <details open={asked !== undefined}>
      <summary>
        <small>{t(words.rectify)}</small>
      </summary>
      <input
        name={`measure-${item.id}`}
        value={asked?.measure ?? ''}
        maxlength={300}
        autocomplete="off"
        placeholder={t(words.measure)}
        aria-label={t(words.measureOf, { item: item.id })}
      />
      <input
        type="date"
        name={`due-${item.id}`}
        value={asked?.due ?? ''}
        aria-label={t(words.dueOf, { item: item.id })}
      />
    </details>
  )
}

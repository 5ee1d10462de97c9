import type { View } from '../shared/web/env.ts'
import { drawFrame } from '../shared/web/frame.ts'
import { isShown } from './evidence.ts'
import { formWords } from './form-words.ts'
import { EvidenceRow } from './pages.evidence.tsx'
import { PresentState } from './pages.state.tsx'
import { ratingPath } from './paths.ts'
import type { Rating } from './rating.ts'
import { type changedSinceReturn, type Reviewer, reviewOf } from './review.ts'
import type { ReviewProps } from './review-props.ts'
import type { SentReview } from './review-rows.ts'
import type { Item, Points } from './rubric.ts'
import { SavedMark } from './saving.tsx'
import { lacking, saidPoints } from './say.ts'
import { saidChange } from './say-changes.ts'
import { words } from './words.ts'

/** What all rows of a table are drawn from. */
export interface Columns {
  readonly own: SentReview
  readonly self: Readonly<Record<string, Points | null>>
  readonly below: Readonly<Record<string, Points | null>>
  readonly changed: ReturnType<typeof changedSinceReturn>
  readonly returnedAt: string | undefined
}

type RowProps = ReviewProps & { readonly item: Item; readonly columns: Columns }

/** By what the table's filter goes: not scored yet, and other than the level below. */
export function marksOf(score: Points | null | undefined, below: Points | null | undefined) {
  const yes = (is: boolean) => (is ? 'yes' : 'no')
  return { open: yes(score === undefined), differs: yes(score !== undefined && score !== (below ?? null)) }
}

/** An item in the table: the columns of the level that reads can be written in, and save themselves. */
export function ScoreRow(props: RowProps) {
  const { view, rating, hand, level, faults, files, earlier, item, columns, sent } = props
  const { t } = view
  const { own, self, below } = columns
  const scored = own.scores[item.id]
  const shown = scored === undefined && !sent ? below[item.id] : scored
  const fault = faults?.[item.id]
  const asked = own.rectifications?.[item.id]
  const fill = {
    path: `${ratingPath(rating)}/review/rows/${item.id}`,
    ...marksOf(reviewOf(rating, level).scores[item.id], below[item.id]),
    state: (
      <>
        <PresentState view={view} rubric={hand.rubric} rating={rating} item={item} earlier={earlier} />
        <ChangedSince {...props} />
        <EvidenceRow view={view} rating={rating} item={item} files={files} />
      </>
    ),
    self: saidPoints(self[item.id], t),
    other: scoreOf(rating, level === 'subdistrict' ? 'district' : 'subdistrict', item, view),
    score: shown === null || shown === undefined ? '' : String(shown),
    gap: lacking(item, shown),
    reason: own.reasons[item.id] ?? '',
    fault: fault && <span class="fault">{fault}</span>,
    measure: asked?.measure ?? '',
    due: asked?.due ?? '',
    base: rating.revision,
  }
  const look = { held: self[item.id] === null, faulty: fault !== undefined, asked: asked !== undefined }
  return rowFrame(fill, item, view, level, look.held, look.faulty, look.asked)
}

/** What is the same at an item in the table of every association. */
const rowFrame = drawFrame(
  [
    ...(['path', 'open', 'differs', 'state', 'self', 'other', 'score'] as const),
    ...(['gap', 'reason', 'fault', 'measure', 'due', 'base'] as const),
  ],
  (gap, item: Item, view: View, level: Reviewer, held: boolean, faulty: boolean, asked: boolean) => {
    const { t } = view
    const own = (
      <input
        name={`score-${item.id}`}
        value={gap.score}
        inputmode="decimal"
        autocomplete="off"
        size={5}
        data-column="score"
        placeholder={held ? t(words.held) : ''}
        aria-label={t(words.ownScore, { item: item.id })}
        aria-invalid={faulty ? 'true' : undefined}
      />
    )
    const given = (each: Reviewer) => (
      <td
        class={each === level ? 'num own' : 'num'}
        data-label={t(each === 'subdistrict' ? words.subdistrictScore : words.districtScore)}
      >
        {each === level ? own : gap.other}
      </td>
    )
    return (
      <tr id={item.id} data-save={gap.path} data-open={gap.open} data-differs={gap.differs}>
        <th scope="row">
          <div>
            {item.id} {t(item.title)} <small>{t(words.pointsOf, { points: item.points })}</small>
          </div>
        </th>
        <td data-label={t(words.presentState)}>
          <div>{gap.state}</div>
        </td>
        <td class="num" data-label={t(words.selfScore)}>
          {gap.self}
        </td>
        {given('subdistrict')}
        {given('district')}
        <td class="num" data-label={t(formWords.gap)} data-figure="gap">
          {gap.gap}
        </td>
        <td class="why" data-label={t(words.reason)}>
          <div>
            <input
              name={`reason-${item.id}`}
              value={gap.reason}
              autocomplete="off"
              maxlength={500}
              data-column="reason"
              aria-label={t(words.ownReason, { item: item.id })}
            />
            {gap.fault}
            <SavedMark part={item.id} base={gap.base} />
          </div>
        </td>
        <td class="why" data-label={t(words.rectify)}>
          <Rectify view={view} item={item} open={asked} measure={gap.measure} due={gap.due} />
        </td>
      </tr>
    )
  },
  20,
)

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
  open,
  measure,
  due,
}: {
  view: View
  item: Item
  open: boolean
  measure: string
  due: string
}) {
  return (
    <details open={open}>
      <summary>
        <small>{t(words.rectify)}</small>
      </summary>
      <input
        name={`measure-${item.id}`}
        value={measure}
        maxlength={300}
        autocomplete="off"
        placeholder={t(words.measure)}
        aria-label={t(words.measureOf, { item: item.id })}
      />
      <input type="date" name={`due-${item.id}`} value={due} aria-label={t(words.dueOf, { item: item.id })} />
    </details>
  )
}

import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults } from '../shared/web/form.tsx'
import type { Opened } from './desk.ts'
import type { Evidence } from './evidence.ts'
import { explain, type GateResult, gateVerdicts } from './grade.ts'
import { gradeName, targets } from './grades.ts'
import { EvidenceRow } from './pages.evidence.tsx'
import { PresentState } from './pages.state.tsx'
import { changedSinceReturn, type Reviewer, type ReviewInput, reviewOf, scoresBelow } from './review.ts'
import type { Item } from './rubric.ts'
import { saidPoints, verdictName } from './say.ts'
import { presentState, selfScores } from './score-sheet.ts'
import { words } from './words.ts'

interface Props extends Opened {
  readonly view: View
  readonly level: Reviewer
  readonly files: readonly Evidence[]
  /** What was sent and is not saved. */
  readonly sent?: ReviewInput
  readonly faults?: Faults
  readonly saved: boolean
}

/** The table in which a level gives its own scores; Tab goes from score to reason to the next score. */
export function ReviewPage(props: Props) {
  const { view, cycle, rating, hand, level, faults, saved } = props
  const { t } = view
  const path = `/ratings/${cycle.id}/${rating.community}`
  const review = props.sent ?? reviewOf(rating, level)
  const gates = explain(
    hand.rubric,
    { values: presentState(rating), scores: selfScores(hand.rubric, presentState(rating)) },
    hand,
  ).gates
  return (
    <>
      <p>
        <a href={path}>{t(words.backToRating)}</a>
      </p>
      <h1>
        {t(level === 'subdistrict' ? words.reviewSubdistrict : words.reviewDistrict, { name: rating.name })}
      </h1>
      {saved && (
        <div class="notice good" role="status">
          {t(words.scoresSaved, {
            points:
              (level === 'subdistrict' ? rating.result.subdistrictScore : rating.result.districtScore) ?? '–',
          })}
        </div>
      )}
      <p>
        {t(words.reviewHint)} {t(words.rectifyHint)}
      </p>
      <FaultList view={view} faults={faults} />
      <form method="post" action={`${path}/review`}>
        <input type="hidden" name="base" value={String(rating.revision)} />
        <ScoreTable {...props} />
        <h2>{t(words.gates)}</h2>
        <div class="cards">
          {gates
            .filter(({ gate }) => !gate.veto)
            .map(result => (
              <GateFields view={view} result={result} review={review} faults={faults} />
            ))}
        </div>
        <label for="opinion">{t(words.opinion)}</label>
        <textarea id="opinion" name="opinion" rows={3} maxlength={1000}>
          {review.opinion}
        </textarea>
        <div class="actions">
          <button type="submit" name="go" value="decide">
            {t(level === 'subdistrict' ? words.saveAccept : words.saveVerify)}
          </button>
          <button type="submit" name="go" value="stay" class="secondary">
            {t(words.saveScores)}
          </button>
        </div>
      </form>
    </>
  )
}

function ScoreTable({ view, rating, hand, level, sent, faults, files, earlier }: Props) {
  const { t } = view
  const { rubric } = hand
  const self = selfScores(rubric, presentState(rating))
  const below = scoresBelow(rubric, rating, level)
  const own = sent ?? reviewOf(rating, level)
  const shown = (item: Item) => {
    const score = own.scores[item.id] === undefined && !sent ? below[item.id] : own.scores[item.id]
    return score === null || score === undefined ? '' : String(score)
  }
  const changed = changedSinceReturn(rating)
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{t(words.item)}</th>
          <th scope="col">{t(words.presentState)}</th>
          <th scope="col" class="num">
            {t(words.selfScore)}
          </th>
          {level === 'district' && (
            <th scope="col" class="num">
              {t(words.subdistrictScore)}
            </th>
          )}
          <th scope="col">{t(words.score)}</th>
          <th scope="col">{t(words.reason)}</th>
        </tr>
      </thead>
      <tbody>
        {rubric.items.map(item => (
          <tr id={item.id}>
            <th scope="row">
              {item.id} {t(item.title)} <small>{t(words.pointsOf, { points: item.points })}</small>
              {changed.includes(item.id) && <span class="badge warn">{t(words.changedSince)}</span>}
            </th>
            <td data-label={t(words.presentState)}>
              <div>
                <PresentState view={view} rubric={rubric} rating={rating} item={item} earlier={earlier} />
                <EvidenceRow view={view} rating={rating} item={item} files={files} />
              </div>
            </td>
            <td class="num" data-label={t(words.selfScore)}>
              {saidPoints(self[item.id], t)}
            </td>
            {level === 'district' && (
              <td class="num" data-label={t(words.subdistrictScore)}>
                {saidPoints(below[item.id], t)}
              </td>
            )}
            <td data-label={t(words.score)}>
              <input
                name={`score-${item.id}`}
                value={shown(item)}
                inputmode="decimal"
                autocomplete="off"
                size={5}
                placeholder={self[item.id] === null ? t(words.held) : ''}
                aria-label={t(words.ownScore, { item: item.id })}
                aria-invalid={faults?.[item.id] ? 'true' : undefined}
              />
            </td>
            <td data-label={t(words.reason)}>
              <div>
                <input
                  name={`reason-${item.id}`}
                  value={own.reasons[item.id] ?? ''}
                  autocomplete="off"
                  maxlength={500}
                  aria-label={t(words.ownReason, { item: item.id })}
                />
                {faults?.[item.id] && <span class="fault">{faults[item.id]}</span>}
                <Rectify view={view} item={item} asked={own.rectifications?.[item.id]} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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

interface GateProps {
  readonly view: View
  readonly result: GateResult
  readonly review: ReviewInput | Omit<ReviewInput, 'base'>
  readonly faults?: Faults | undefined
}

function GateFields({ view: { t }, result: { gate, verdicts }, review, faults }: GateProps) {
  return (
    <article id={gate.id}>
      <h3>
        {gate.id} {t(gate.title)}
      </h3>
      {targets.map(target => {
        const condition = gate.conditions[target]
        const derived = verdicts[target]
        if (!condition || !derived) return null
        const name = `gate-${gate.id}-${target}`
        return (
          <div>
            <label for={name}>
              {t(gradeName(target))}：{t(condition.text)}
            </label>
            <select id={name} name={name}>
              <option value="">
                {t(words.asState)}：{t(verdictName(derived))}
              </option>
              {gateVerdicts
                .filter(verdict => verdict !== 'held')
                .map(verdict => (
                  <option value={verdict} selected={review.gates[gate.id]?.[target] === verdict}>
                    {t(verdictName(verdict))}
                  </option>
                ))}
            </select>
          </div>
        )
      })}
      <input
        name={`reason-${gate.id}`}
        value={review.reasons[gate.id] ?? ''}
        maxlength={500}
        aria-label={t(words.ownReason, { item: gate.id })}
        placeholder={t(words.reason)}
      />
      {faults?.[gate.id] && <span class="fault">{faults[gate.id]}</span>}
    </article>
  )
}

import type { Child } from 'hono/jsx'
import { stateName as followUpState, isOverdue } from '../followups/follow-up.ts'
import { EvidenceRow } from './pages.evidence.tsx'
import { PresentState } from './pages.state.tsx'
import type { RatingProps } from './rating-props.ts'
import { itemConcerned } from './rectifying.ts'
import type { Item } from './rubric.ts'
import { lacking, saidPoints } from './say.ts'
import { countingReview, selfScoresOf } from './score-sheet.ts'
import { words } from './words.ts'

/** The columns of the form for those who read it: state, scores of each level, gap and rectification. */
export function ItemTable(props: RatingProps) {
  const { view, rating, hand, explanation, files } = props
  const { t } = view
  const { rubric } = hand
  const self = selfScoresOf(rubric, rating)
  const counted = countingReview(rubric, rating)?.scores ?? self
  const cell = (label: string, content: Child, num = true) => (
    <td class={num ? 'num' : undefined} data-label={label}>
      <div>{content}</div>
    </td>
  )
  const row = (item: Item) => (
    <tr id={item.id}>
      <th scope="row">
        {item.id} {t(item.title)} <small class="muted">{t(words.pointsOf, { points: item.points })}</small>
      </th>
      {cell(
        t(words.presentState),
        <>
          <PresentState view={view} rubric={rubric} rating={rating} item={item} />
          <EvidenceRow view={view} rating={rating} item={item} files={files} />
        </>,
        false,
      )}
      {cell(t(words.selfScore), saidPoints(self[item.id], t))}
      {cell(
        t(words.subdistrictScore),
        <Reasoned
          score={scoreText(rating.subdistrictReview?.scores[item.id])}
          reason={rating.subdistrictReview?.reasons[item.id]}
        />,
      )}
      {cell(
        t(words.districtScore),
        <Reasoned
          score={scoreText(rating.districtReview?.scores[item.id])}
          reason={rating.districtReview?.reasons[item.id]}
        />,
      )}
      {cell(t(words.gap), lacking(item, counted[item.id]))}
      {cell(t(words.rectify), <Rectifications {...props} item={item} />, false)}
    </tr>
  )
  const scoreText = (points: number | null | undefined) =>
    points === undefined ? '–' : saidPoints(points, t)
  return (
    <>
      <h2>{t(words.items)}</h2>
      {rubric.sections.map((section, at) => (
        <details id={section.id} open={at === 0}>
          <summary>
            {section.id} {t(section.title)}{' '}
            <span class="muted">
              {t(words.outOf, {
                points: explanation.sections[at]?.points ?? 0,
                of: explanation.sections[at]?.of ?? section.points,
              })}
            </span>
          </summary>
          <table class="stack">
            <thead>
              <tr>
                {[words.item, words.presentState].map(word => (
                  <th scope="col">{t(word)}</th>
                ))}
                {[words.selfScore, words.subdistrictScore, words.districtScore, words.gap].map(word => (
                  <th scope="col" class="num">
                    {t(word)}
                  </th>
                ))}
                <th scope="col">{t(words.rectify)}</th>
              </tr>
            </thead>
            <tbody>{section.items.map(row)}</tbody>
          </table>
        </details>
      ))}
    </>
  )
}

/** What is to be put right at an item: from the ledger, or as a level has written it down and not yet decided. */
function Rectifications({ view: { t }, rating, hand, rectifications, item }: RatingProps & { item: Item }) {
  const inLedger = rectifications.filter(each => itemConcerned(each) === item.id)
  const review = rating.districtReview ?? rating.subdistrictReview
  const written = review?.rectifications[item.id]
  if (inLedger.length === 0)
    return <>{written ? t(words.rectifyLine, { measure: written.measure, due: written.due }) : '–'}</>
  return (
    <>
      {inLedger.map(each => (
        <div>
          <a href={`/followups/${each.id}`}>{each.what}</a> {each.due}{' '}
          <span class={`badge ${isOverdue(each, hand.today) ? 'bad' : ''}`}>
            {t(followUpState(each.state))}
          </span>
        </div>
      ))}
    </>
  )
}

function Reasoned({ score, reason }: { score: string; reason: string | undefined }) {
  return (
    <>
      {score}
      {reason && (
        <>
          <br />
          <small>{reason}</small>
        </>
      )}
    </>
  )
}

import { cheapest } from './cheapest.ts'
import { isClosed } from './gap.ts'
import { gradeName, type Target, targets } from './grades.ts'
import { figuresOf } from './pages.state.tsx'
import type { RatingProps } from './rating-props.ts'
import type { Item, Rubric } from './rubric.ts'
import { gapLines, sourceName } from './say.ts'
import { countingReview, presentState, selfScoresOf } from './score-sheet.ts'
import { words } from './words.ts'

/** What lies between the association and each grade, and the cheapest way to the next one. */
export function Towards(props: RatingProps) {
  const { view, hand, explanation } = props
  const { t } = view
  const next = targets.find(target => !isClosed(explanation.gaps[target]))
  if (explanation.vetoed)
    return (
      <div class="notice care">
        <p>{t(words.vetoed)}</p>
      </div>
    )
  return (
    <div class="cards">
      {targets.map((target: Target) => (
        <article>
          <strong>{t(words.towards, { grade: gradeName(target) })}</strong>
          {isClosed(explanation.gaps[target]) ? (
            <p class="ok">{t(words.reached)}</p>
          ) : (
            <ul>
              {gapLines(hand.rubric, target, explanation.gaps[target], t).map(line => (
                <li>{line}</li>
              ))}
            </ul>
          )}
          {target === next && <Cheapest {...props} target={target} />}
        </article>
      ))}
    </div>
  )
}

interface OfItem {
  readonly rubric: Rubric
  readonly item: Item
}

/** What would bring the next grade with the least work, item by item. */
function Cheapest({ view, rating, hand, explanation, target }: RatingProps & { target: Target }) {
  const { t } = view
  const { rubric } = hand
  const values = presentState(rating)
  const scores = countingReview(rubric, rating)?.scores ?? selfScoresOf(rubric, rating)
  const steps = cheapest(rubric, explanation, { scores, values }, target)
  if (steps.length === 0) return null
  return (
    <>
      <small>{t(words.cheapest)}</small>
      <ol>
        {steps.map(({ item, from, to }) => (
          <li>
            <a href={`#${item.id}`}>
              {t(words.cheapestStep, { item: item.id, title: item.title, from, to })}
            </a>
            <RegisterLink {...{ view, rating, rubric, item }} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Where the figures of a step are entered, when the registers have them. */
function RegisterLink({ view: { t }, rating, rubric, item }: Pick<RatingProps, 'view' | 'rating'> & OfItem) {
  const kept = figuresOf(rubric, item).find(({ source }) => source === 'registers')
  if (!kept) return null
  const link = rating.figures[kept.name]?.link ?? `/registers/${rating.cycle}/${rating.community}`
  return (
    <>
      {' '}
      → <a href={link}>{t(sourceName('registers'))}</a>
    </>
  )
}

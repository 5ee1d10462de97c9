import type { Child } from 'hono/jsx'
import { AgainFaults } from '../shared/web/again.tsx'
import { Dated } from '../shared/web/dated.tsx'
import { gradeName } from './grades.ts'
import { isListed } from './notice.ts'
import { noticeWords } from './notice-words.ts'
import { GateTable } from './pages.gate-table.tsx'
import { History } from './pages.history.tsx'
import { ItemTable } from './pages.item-table.tsx'
import { StepForms } from './pages.steps.tsx'
import { Towards } from './pages.towards.tsx'
import { YearPlan } from './pages.year-plan.tsx'
import { mayDo } from './perform.ts'
import type { RatingProps } from './rating-props.ts'
import { saidGrade, saidHolds, saidScore } from './say.ts'
import { countingReview } from './score-sheet.ts'
import { stateName } from './steps.ts'
import { words } from './words.ts'

/** Everything about one association's rating: where it stands, why, what can be done, what was done. */
export function RatingPage(props: RatingProps) {
  const { view, rating, cycle, hand, again } = props
  const { t } = view
  const may = mayDo(rating, hand)
  return (
    <>
      <p>
        <a href={`/ratings/${cycle.id}`}>{t(words.backToCycle)}</a>
      </p>
      <h1>{rating.name}</h1>
      <p>
        {t(words.cycleTitle, { year: cycle.year })} <span class="badge">{t(stateName(rating.state))}</span>{' '}
        {rating.sampled && <span class="badge">{t(words.sampled)}</span>}{' '}
        {rating.inflated && <span class="badge warn">{t(words.inflated)}</span>}
      </p>
      <AgainFaults
        {...{ view, again }}
        labels={{ reason: words.reason, items: words.itemsConcerned, target: words.target }}
      />
      <Standing {...props} />
      <h2>{t(words.steps)}</h2>
      <StepForms {...{ view, cycle, rating, hand, may, again }} mayAppeal={props.mayAppeal} />
      {props.children}
      <YearPlan {...props} />
      <Towards {...props} />
      <ItemTable {...props} />
      <GateTable {...props} />
      <History {...props} />
    </>
  )
}

function Standing({ view: { t }, rating, hand, held, explanation }: RatingProps) {
  const review = countingReview(hand.rubric, rating)
  const counting = !review
    ? words.countingSelf
    : review === rating.districtReview
      ? words.countingDistrict
      : words.countingSubdistrict
  return (
    <div class="cards">
      {held?.cycle !== rating.cycle && (
        <Figure said label={t(words.gradeNow)} value={held ? t(gradeName(held.grade)) : '–'}>
          <Dated text={held ? saidHolds(held, t) : t(words.gradeNoneHolds)} />
        </Figure>
      )}
      <Figure said label={t(words.grade)} value={saidGrade(rating, t)}>
        {rating.target && t(words.appliedFor, { grade: gradeName(rating.target) })}{' '}
        {rating.notice &&
          rating.state === 'publicNotice' &&
          t(words.noticeUntil, { date: rating.notice.until })}{' '}
        {rating.state === 'publicNotice' && !isListed(rating) && t(noticeWords.unlistedHere)}{' '}
        {rating.notice?.unsure && rating.state === 'publicNotice' && t(words.noticeUnsure)}{' '}
        {rating.certificate && rating.grade !== 'notQualified' && (
          <Dated text={t(words.certificate, rating.certificate)} />
        )}
      </Figure>
      <Figure label={t(words.score)} value={String(explanation.total)}>
        {t(words.outOf, { points: explanation.total, of: explanation.of })} · {t(counting)}
      </Figure>
      {[
        [words.selfScore, rating.result.selfScore] as const,
        [words.subdistrictScore, rating.result.subdistrictScore] as const,
        [words.districtScore, rating.result.districtScore] as const,
      ].map(([label, score]) => (
        <Figure label={t(label)} value={saidScore(score)} />
      ))}
    </div>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
  /** Words in place of a number: smaller, so that they fit. */
  readonly said?: boolean
  readonly children?: Child
}

function Figure({ label, value, said, children }: FigureProps) {
  return (
    <article>
      <div class="muted">{label}</div>
      <div class={said ? 'figure said' : 'figure'}>{value}</div>
      {children && <small>{children}</small>}
    </article>
  )
}

import type { Child } from 'hono/jsx'
import { type FollowUp, stateName as followUpState, isOverdue } from '../followups/follow-up.ts'
import { punctuation } from '../shared/punctuation.ts'
import { dateOf, timeOf } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { cheapest } from './cheapest.ts'
import type { Opened } from './desk.ts'
import type { Evidence } from './evidence.ts'
import { isClosed } from './gap.ts'
import type { Explanation, GateJudgement } from './grade.ts'
import { gradeName, type Target, targets } from './grades.ts'
import { EvidenceRow } from './pages.evidence.tsx'
import { figuresOf, PresentState } from './pages.state.tsx'
import { StepForms } from './pages.steps.tsx'
import { YearPlan } from './pages.year-plan.tsx'
import { mayDo } from './perform.ts'
import { itemConcerned } from './rectifying.ts'
import type { Item, Rubric } from './rubric.ts'
import {
  gapLines,
  lacking,
  roleName,
  saidGrade,
  saidHolds,
  saidPoints,
  saidScore,
  sourceName,
  verdictName,
} from './say.ts'
import { changeLine } from './say-changes.ts'
import { countingReview, presentState, selfScoresOf } from './score-sheet.ts'
import { actionName, stateName } from './steps.ts'
import { words } from './words.ts'

interface Props extends Opened {
  readonly view: View
  readonly explanation: Explanation
  readonly files: readonly Evidence[]
  /** What the ledger holds of this rating's rectifications. */
  readonly rectifications: readonly FollowUp[]
  /** The appeal, where there is or can be one. */
  readonly children?: Child
}

/** Everything about one association's rating: where it stands, why, what can be done, what was done. */
export function RatingPage(props: Props) {
  const { view, rating, cycle, hand } = props
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
      <Standing {...props} />
      <h2>{t(words.steps)}</h2>
      <StepForms view={view} cycle={cycle} rating={rating} hand={hand} may={may} />
      {props.children}
      <YearPlan {...props} />
      <Towards {...props} />
      <ItemTable {...props} />
      <GateTable {...props} />
      <History {...props} />
    </>
  )
}

function Standing({ view: { t }, rating, hand, held, explanation }: Props) {
  const review = countingReview(hand.rubric, rating)
  const counting = !review
    ? words.countingSelf
    : review === rating.districtReview
      ? words.countingDistrict
      : words.countingSubdistrict
  return (
    <div class="cards">
      {held?.cycle !== rating.cycle && (
        <Figure label={t(words.gradeNow)} value={held ? t(gradeName(held.grade)) : '–'}>
          {held ? saidHolds(held, t) : t(words.gradeNoneHolds)}
        </Figure>
      )}
      <Figure label={t(words.grade)} value={saidGrade(rating, t)}>
        {rating.target && t(words.appliedFor, { grade: gradeName(rating.target) })}{' '}
        {rating.notice &&
          rating.state === 'publicNotice' &&
          t(words.noticeUntil, { date: rating.notice.until })}{' '}
        {rating.notice?.unsure && rating.state === 'publicNotice' && t(words.noticeUnsure)}{' '}
        {rating.certificate && t(words.certificate, rating.certificate)}
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

function Figure({ label, value, children }: { label: string; value: string; children?: Child }) {
  return (
    <article>
      <div class="muted">{label}</div>
      <div class="figure">{value}</div>
      {children && <small>{children}</small>}
    </article>
  )
}

interface OfItem {
  readonly rubric: Rubric
  readonly item: Item
}

/** What would bring the next grade with the least work, item by item. */
function Cheapest({ view, rating, hand, explanation, target }: Props & { target: Target }) {
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
function RegisterLink({ view: { t }, rating, rubric, item }: Pick<Props, 'view' | 'rating'> & OfItem) {
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

function Towards(props: Props) {
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

function ItemTable(props: Props) {
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
function Rectifications({ view: { t }, rating, hand, rectifications, item }: Props & { item: Item }) {
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

function GateTable({ view: { t }, rating, explanation }: Props) {
  const verdict = (judged: GateJudgement, target: Target) => {
    const found = judged[target]
    if (!found) return <span class="muted">{t(words.noCondition)}</span>
    const look = found === 'met' ? 'ok' : found === 'failed' ? 'bad' : 'warn'
    return <span class={look}>{t(verdictName(found))}</span>
  }
  const review = rating.districtReview ?? rating.subdistrictReview
  return (
    <details open={explanation.gates.some(({ verdicts }) => verdicts.qualified === 'failed')}>
      <summary>{t(words.gates)}</summary>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{t(words.gate)}</th>
            {targets.map(target => (
              <th scope="col">{t(gradeName(target))}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {explanation.gates.map(({ gate, verdicts, corrected }) => (
            <tr id={gate.id}>
              <th scope="row">
                {gate.id} {t(gate.title)}
                {corrected && (
                  <>
                    {' '}
                    <span class="badge">{t(words.corrected)}</span> <small>{review?.reasons[gate.id]}</small>
                  </>
                )}
              </th>
              {targets.map(target => (
                <td data-label={t(gradeName(target))}>
                  <div>
                    {verdict(verdicts, target)} <small>{t(gate.conditions[target]?.text ?? blank)}</small>
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const blank = { 'zh-CN': '', en: '' }

function History({ view: { t }, rating, zone, hand }: Props) {
  return (
    <details>
      <summary>{t(words.history, { count: rating.history.length })}</summary>
      {rating.history.length === 0 && <p>{t(words.historyNone)}</p>}
      <ol reversed>
        {rating.history.toReversed().map(event => (
          <li>
            <time datetime={event.at}>
              {dateOf(event.at, zone)} {timeOf(event.at, zone)}
            </time>{' '}
            {t(roleName(event.level))} {event.byName}
            {t(punctuation.colon)}
            {t(actionName(event.action))}
            {event.from !== event.to && ` → ${t(stateName(event.to))}`}
            {event.items.length > 0 && t(punctuation.remark, { text: event.items.join(t(punctuation.list)) })}
            {event.reason && ` – ${event.reason}`}
            {event.changes.length > 0 && (
              <small>
                {' '}
                {event.changes
                  .map(change => changeLine(hand.rubric, change, t))
                  .join(t(punctuation.semicolon))}
              </small>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults } from '../shared/web/form.tsx'
import { drawFrame } from '../shared/web/frame.ts'
import { formWords } from './form-words.ts'
import { type GateResult, type GateVerdict, gateVerdicts } from './grade.ts'
import { gradeName, targets } from './grades.ts'
import { ScoreTable } from './pages.score-table.tsx'
import { Theirs } from './pages.self.tsx'
import { reviewOf } from './review.ts'
import type { ReviewProps } from './review-props.ts'
import { opinionRow, type SentReview } from './review-rows.ts'
import type { Gate } from './rubric.ts'
import { SavedMark, SaveScript, savingForm } from './saving.tsx'
import { verdictName } from './say.ts'
import { gatesByState } from './score-sheet.ts'
import { words } from './words.ts'

/** The table in which a level gives its own scores; every row saves itself. */
export function ReviewPage(props: ReviewProps) {
  const { view, cycle, rating, hand, level, faults, theirs = [], saved } = props
  const { t } = view
  const path = `/ratings/${cycle.id}/${rating.community}`
  const review = props.sent ?? reviewOf(rating, level)
  const gates = gatesByState(hand.rubric, rating, hand)
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
        {[words.reviewHint, words.rectifyHint, formWords.savesItself, formWords.keyboardHint]
          .map(hint => t(hint))
          .join(t(punctuation.gap))}
      </p>
      {theirs.length > 0 && <Theirs view={view} lines={theirs} />}
      <FaultList view={view} faults={faults} />
      <form method="post" action={`${path}/review`} class="sheet" {...savingForm(view)}>
        <input type="hidden" name="base" value={String(rating.revision)} />
        <ScoreTable {...props} />
        <h2>{t(words.gates)}</h2>
        <div class="cards">
          {gates
            .filter(({ gate }) => !gate.veto)
            .map(result => (
              <GateFields {...{ view, path, result, review, faults, base: rating.revision }} />
            ))}
        </div>
        <div data-save={`${path}/review/rows/${opinionRow}`}>
          <label for="opinion">{t(words.opinion)}</label>
          <textarea id="opinion" name="opinion" rows={3} maxlength={1000}>
            {review.opinion}
          </textarea>
          <SavedMark part={opinionRow} base={rating.revision} />
        </div>
        <p class="muted" data-figure="total" aria-live="polite" />
        <div class="actions">
          <button type="submit" name="go" value="decide">
            {t(level === 'subdistrict' ? words.saveAccept : words.saveVerify)}
          </button>
          <button type="submit" name="go" value="stay" class="secondary">
            {t(words.saveScores)}
          </button>
        </div>
      </form>
      <SaveScript />
    </>
  )
}

interface GateProps {
  readonly view: View
  readonly result: GateResult
  readonly review: SentReview
  readonly faults?: Faults | undefined
  readonly path: string
  readonly base: number
}

function GateFields({ view, result: { gate, verdicts }, review, faults, path, base }: GateProps) {
  const fault = faults?.[gate.id]
  const judged = review.gates[gate.id]
  const fill = {
    path: `${path}/review/rows/${gate.id}`,
    reason: review.reasons[gate.id] ?? '',
    fault: fault && <span class="fault">{fault}</span>,
    base,
  }
  return gateFrame(fill, gate, view, ...targets.flatMap(target => [verdicts[target], judged?.[target]]))
}

/** A gate with its two lists; `said`: for each grade what the present state says, and what the level has judged. */
const gateFrame = drawFrame(
  ['path', 'reason', 'fault', 'base'],
  (gap, gate: Gate, { t }: View, ...said: (GateVerdict | undefined)[]) => (
    <article id={gate.id} data-save={gap.path}>
      <h3>
        {gate.id} {t(gate.title)}
      </h3>
      {targets.map((target, at) => {
        const condition = gate.conditions[target]
        const [derived, judged] = said.slice(2 * at)
        if (!condition || !derived) return null
        const name = `gate-${gate.id}-${target}`
        return (
          <div>
            <label for={name}>
              {t(gradeName(target))}
              {t(punctuation.colon)}
              {t(condition.text)}
            </label>
            <select id={name} name={name}>
              <option value="">
                {t(words.asState)}
                {t(punctuation.colon)}
                {t(verdictName(derived))}
              </option>
              {gateVerdicts
                .filter(verdict => verdict !== 'held')
                .map(verdict => (
                  <option value={verdict} selected={judged === verdict}>
                    {t(verdictName(verdict))}
                  </option>
                ))}
            </select>
          </div>
        )
      })}
      <input
        name={`reason-${gate.id}`}
        value={gap.reason}
        maxlength={500}
        aria-label={t(words.ownReason, { item: gate.id })}
        placeholder={t(words.reason)}
      />
      {gap.fault}
      <SavedMark part={gate.id} base={gap.base} />
    </article>
  ),
  30,
)

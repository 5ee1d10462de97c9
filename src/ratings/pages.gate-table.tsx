import type { GateJudgement } from './grade.ts'
import { gradeName, type Target, targets } from './grades.ts'
import type { RatingProps } from './rating-props.ts'
import { verdictName } from './say.ts'
import { words } from './words.ts'

/** What each gate asks for each grade, and whether it is met. */
export function GateTable({ view: { t }, rating, explanation }: RatingProps) {
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

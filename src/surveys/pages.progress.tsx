import type { View } from '../shared/web/env.ts'
import { channels } from './answer.ts'
import type { Progress } from './progress.ts'
import { Provable } from './provable.tsx'
import { remindWords } from './remind-words.ts'
import { reminderSteps } from './reminder-steps.ts'
import type { Round } from './round.ts'
import { words } from './words.ts'

interface ProgressProps {
  readonly view: View
  readonly round: Round
  readonly progress: readonly Progress[]
}

/** How far each unit is, kept up to date while the page is open. */
export function ProgressPage(props: ProgressProps) {
  const { view, round } = props
  const { t } = view
  const steps = reminderSteps(round).map(({ to, on }) =>
    to === 'leads' ? on : t(remindWords.stepAbove, { on }),
  )
  return (
    <>
      <h1>{t(remindWords.progress)}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      <p>
        <small>{t(remindWords.live)}</small>
      </p>
      <section aria-live="polite" data-live={`/surveys/${round.id}/progress/live`}>
        <ProgressView {...props} />
      </section>
      {steps.length > 0 && (
        <p>
          <small>{t(remindWords.steps, { days: steps.join(t(remindWords.between)) })}</small>
        </p>
      )}
      <Provable view={view} standard={round.standard} />
      <script src="/live.js" defer></script>
    </>
  )
}

export function ProgressView({ view: { t }, round, progress }: ProgressProps) {
  const { sample } = round.standard
  const valid = progress.reduce((sum, one) => sum + one.valid, 0)
  const reached = progress.filter(({ missing }) => missing === 0).length
  return (
    <>
      <p>{t(remindWords.reached, { units: progress.length, reached, sample, valid })}</p>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{t(words.unit)}</th>
            <th scope="col" class="num">
              {t(remindWords.missing)}
            </th>
            <th scope="col" class="num">
              {t(remindWords.valid)}
            </th>
            {channels.map(channel => (
              <th scope="col" class="num">
                {t(words[channel])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {progress.map(({ unit, valid, byChannel, missing }) => (
            <tr>
              <th scope="row">{unit.name}</th>
              <td class="num" data-label={t(remindWords.missing)}>
                {missing > 0 ? <strong>{missing}</strong> : '✓'}
              </td>
              <td class="num" data-label={t(remindWords.valid)}>
                {valid} / {sample}
              </td>
              {channels.map((channel, at) => (
                <td class="num" data-label={t(words[channel])}>
                  {byChannel[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

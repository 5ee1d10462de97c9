import type { Child } from 'hono/jsx'
import type { PlainDate } from '../shared/time.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { channels } from './answer.ts'
import type { Progress, ProgressShown } from './progress.ts'
import { Provable } from './provable.tsx'
import { remindWords } from './remind-words.ts'
import { reminderSteps } from './reminder-steps.ts'
import { type Round, type RoundUnit, stateOn } from './round.ts'
import { words } from './words.ts'

interface ProgressProps {
  readonly view: View
  readonly shown: ProgressShown
  readonly round: Round
  readonly today: PlainDate
  /** The code that the page was narrowed to. */
  readonly of?: string | undefined
  /** What that is called. */
  readonly name?: string | undefined
}

/** How far each unit is, kept up to date while the page is open and answers may come. */
export function ProgressPage({ view, shown, round, today, of, name }: ProgressProps) {
  const { t } = view
  const board = progressBoard(shown, view, round)
  const isOver = stateOn(round, today) === 'closed'
  const steps = reminderSteps(round).map(({ to, on }) =>
    to === 'leads' ? on : t(remindWords.stepAbove, { on }),
  )
  return (
    <>
      <h1>{t(remindWords.progress)}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      {of && (
        <p>
          <strong>{name}</strong> · <a href={`/surveys/${round.id}/progress`}>{t(words.backToAll)}</a>
        </p>
      )}
      <p>
        <small>{t(isOver ? remindWords.over : remindWords.live)}</small>
      </p>
      {isOver ? (
        <section>{board}</section>
      ) : (
        <section aria-live="polite" data-live={`/surveys/${round.id}/progress/live${of ? `?of=${of}` : ''}`}>
          {board}
        </section>
      )}
      {!isOver && steps.length > 0 && (
        <p>
          <small>{t(remindWords.steps, { days: steps.join(t(remindWords.between)) })}</small>
        </p>
      )}
      <Provable view={view} standard={round.standard} />
      {!isOver && <script src="/live.js" defer></script>}
    </>
  )
}

/** The board itself. */
export const progressBoard = drawOnce(
  ({ total, subdistricts, units }: ProgressShown, view: View, round: Round) => {
    const { t } = view
    const { sample } = round.standard
    return (
      <>
        <p>{t(remindWords.reached, { ...total, sample })}</p>
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
            {subdistricts.map(one => (
              <Row view={view} progress={one} aim={one.units * sample}>
                <span>
                  <a href={`/surveys/${round.id}/progress?of=${one.code}`}>{one.name}</a>{' '}
                  <small>{t(remindWords.reachedOf, { reached: one.reached, units: one.units })}</small>
                </span>
              </Row>
            ))}
            {units.map(({ unit, valid, missing, byChannel }) =>
              unitRow(unit, view, sample, valid, missing, ...byChannel),
            )}
          </tbody>
        </table>
      </>
    )
  },
)

/** The same until the unit gets an answer. */
const unitRow = drawOnce(
  (
    unit: RoundUnit,
    view: View,
    sample: number,
    valid: number,
    missing: number,
    ...byChannel: readonly number[]
  ) => (
    <Row view={view} progress={{ valid, missing, byChannel }} aim={sample}>
      {unit.name}
    </Row>
  ),
)

interface RowProps {
  readonly view: View
  readonly progress: Pick<Progress, 'valid' | 'missing' | 'byChannel'>
  /** How many valid answers there should be. */
  readonly aim: number
  readonly children: Child
}

function Row({ view: { t }, progress: { valid, missing, byChannel }, aim, children }: RowProps) {
  return (
    <tr>
      <th scope="row">{children}</th>
      <td class="num" data-label={t(remindWords.missing)}>
        {missing > 0 ? <strong>{missing}</strong> : '✓'}
      </td>
      <td class="num" data-label={t(remindWords.valid)}>
        {valid} / {aim}
      </td>
      {channels.map((channel, at) => (
        <td class="num" data-label={t(words[channel])}>
          {byChannel[at]}
        </td>
      ))}
    </tr>
  )
}

import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import type { Text } from '../shared/words.ts'
import type { Exclusion } from './exclusion.ts'
import type { Flagged } from './reviewing.ts'
import type { Round } from './round.ts'
import type { Signal } from './signal.ts'
import { words } from './words.ts'

interface ReviewProps {
  readonly view: View
  readonly round: Round
  readonly flagged: readonly Flagged[]
  /** How many there are; the list may hold fewer. */
  readonly count: number
  readonly exclusions: readonly Exclusion[]
  readonly nameOf: (person: string) => string
  /** Whoever looks at the page. */
  readonly person: string
  readonly fault?: string
}

/** Answers with signals, what was proposed about them, and what two people decided. */
export function ReviewPage(props: ReviewProps) {
  const { view, round, exclusions, fault } = props
  const { t } = view
  // Above the queue, which may be hundreds of rows long: whoever comes to decide sees what there is to decide.
  const waiting = exclusions.filter(({ state }) => state === 'proposed')
  const decided = exclusions.filter(({ state }) => state !== 'proposed')
  return (
    <>
      <h1>{t(words.review)}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      <p>{t(words.reviewHint)}</p>
      {fault && (
        <p class="notice" role="alert">
          {fault}
        </p>
      )}
      {waiting.map(exclusion => (
        <Decision {...props} exclusion={exclusion} />
      ))}
      <Queue {...props} />
      {(decided.length > 0 || waiting.length === 0) && <h2>{t(words.decisions)}</h2>}
      {exclusions.length === 0 && <p>{t(words.noDecisions)}</p>}
      {decided.map(exclusion => (
        <Decision {...props} exclusion={exclusion} />
      ))}
    </>
  )
}

function Queue({ view: { t }, round, flagged, count }: ReviewProps) {
  if (flagged.length === 0) return <p>{t(words.noFlagged)}</p>
  const names = new Map(round.units.map(({ code, name }) => [code, name]))
  return (
    <form method="post" action={`/surveys/${round.id}/review`}>
      <p>{t(words.flaggedCount, { shown: flagged.length, count })}</p>
      <section class="overflow-auto" tabindex={0} aria-label={t(words.review)}>
        <StackedTable
          headings={[t(words.choose), t(words.unit), t(words.hour), t(words.signalsHead), t(words.themes)]}
        >
          {flagged.map(({ id, unit, hour, flags, said }, at) => (
            <tr>
              <td data-label={t(words.choose)}>
                <input type="checkbox" name="answer" value={id} aria-label={`${names.get(unit)} ${at + 1}`} />
              </td>
              <td data-label={t(words.unit)}>{names.get(unit)}</td>
              <td data-label={t(words.hour)}>{hour.replace('T', ' ')}:00</td>
              <td data-label={t(words.signalsHead)}>
                {flags.map(flag => t(signalWord(flag))).join(t(punctuation.list))}
              </td>
              <td data-label={t(words.themes)}>
                {said.map(level => (level === 'dontknow' ? '?' : (level ?? '–'))).join(' ')}
              </td>
            </tr>
          ))}
        </StackedTable>
      </section>
      <label for="reason">{t(words.exclusionReason)}</label>
      <input id="reason" name="reason" required maxlength={500} />
      <button type="submit">{t(words.propose)}</button>
    </form>
  )
}

function Decision({
  view: { t },
  round,
  exclusion,
  nameOf,
  person,
}: ReviewProps & { readonly exclusion: Exclusion }) {
  const { id, state, answers, proposed, decided } = exclusion
  const values = { count: answers.length, on: proposed.on, by: nameOf(proposed.by), reason: proposed.note }
  return (
    <section>
      <p>
        <strong>{t(stateWord(state))}</strong> · {t(words.proposedLine, values)}
        {decided && (
          <>
            <br />
            {t(words.decidedLine, { on: decided.on, by: nameOf(decided.by), note: decided.note })}
          </>
        )}
      </p>
      {state === 'proposed' && proposed.by === person && <p>{t(words.waitsForSecond)}</p>}
      {state === 'proposed' && proposed.by !== person && (
        <form method="post" action={`/surveys/${round.id}/review/${id}`}>
          <label for={`note-${id}`}>{t(words.decisionNote)}</label>
          <input id={`note-${id}`} name="note" maxlength={500} />
          <p class="actions">
            <button type="submit" name="decision" value="agree">
              {t(words.agree)}
            </button>
            <button type="submit" name="decision" value="reject" class="secondary">
              {t(words.reject)}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}

function stateWord(state: Exclusion['state']): Text {
  switch (state) {
    case 'proposed':
      return words.stateProposed
    case 'agreed':
      return words.stateAgreed
    case 'rejected':
      return words.stateRejected
  }
}

function signalWord(signal: Signal): Text {
  switch (signal) {
    case 'burst':
      return words.burst
    case 'identical':
      return words.identical
    case 'straight':
      return words.straight
    case 'fast':
      return words.fast
  }
}

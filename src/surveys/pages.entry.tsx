import type { Form } from '../forms/form.ts'
import { FormButtons, FormFields } from '../forms/pages.tsx'
import type { AnswerError, Data } from '../forms/verdict.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Choice, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { Done } from '../shared/web/notice.tsx'
import { entryTitle, entryWords } from './entry-words.ts'
import { EntryHint, EntryScripts } from './pages.entry-keys.tsx'
import { printWords } from './print-words.ts'
import { lastDayOf, type Round, type RoundUnit, stateOn, typedUntilOf } from './round.ts'
import { words } from './words.ts'

interface EntryProps {
  readonly view: View
  readonly round: Round
  readonly form: Form
  readonly units: readonly RoundUnit[]
  readonly today: PlainDate
  readonly id: string
  readonly nonce: string
  /** What stood above the questions: `_unit`, `_channel`, `_number`. */
  readonly typed: Typed
  readonly faults?: Faults
  readonly page?: number
  readonly answers?: Data
  readonly errors?: readonly AnswerError[]
  /** What became of the form before this one. */
  readonly done?: string
}

/** Answers that came on paper or by telephone, typed in one after another. */
export function EntryPage(props: EntryProps) {
  const {
    view,
    round,
    form,
    units,
    today,
    id,
    nonce,
    typed,
    faults,
    page = 0,
    answers = {},
    errors = [],
    done,
  } = props
  const { t, lang } = view
  const given = { view, typed, ...(faults ? { faults } : {}) }
  const shown = { form, lang, around: { today }, answers, errors, page }
  const until = stateOn(round, today) === 'typing' && typedUntilOf(round)
  return (
    <>
      <h1>{t(entryTitle(round, today))}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      {done && <Done>{done}</Done>}
      <p>
        <small>{t(until ? entryWords.hintPaper : entryWords.hint)}</small>
      </p>
      {until && <p class="notice">{t(entryWords.typingUntil, { date: lastDayOf(round), until })}</p>}
      <EntryHint view={view} />
      <form id="entry" method="post" action={`/surveys/${round.id}/entry`}>
        <div class="grid">
          <Choice
            {...given}
            name="_unit"
            label={t(words.unit)}
            mustChoose
            options={units.map(one => [one.code, one.name])}
          />
          {until ? (
            <input type="hidden" name="_channel" value="paper" />
          ) : (
            <Choice
              {...given}
              name="_channel"
              label={t(entryWords.channel)}
              options={(['paper', 'phone'] as const).map(channel => [channel, t(words[channel])])}
            />
          )}
          <Field
            {...given}
            name="_number"
            type="number"
            label={t(entryWords.number)}
            {...(!until && ({ hint: t(entryWords.numberHint), optional: 'unmarked' } as const))}
          />
        </div>
        {round.coded && <Field {...given} name="_code" label={t(printWords.code1)} />}
        <FormFields {...shown} hidden={{ _id: id }} />
        <FormButtons {...shown} />
      </form>
      <EntryScripts nonce={nonce} />
    </>
  )
}

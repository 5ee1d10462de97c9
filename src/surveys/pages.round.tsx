import { percent } from '../shared/percent.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Text } from '../shared/words.ts'
import { Fillings, Legend } from './chart.tsx'
import { doubleWords } from './double-words.ts'
import { entryTitle } from './entry-words.ts'
import type { GroupFigures, Results } from './figures.ts'
import { FiguresTable, isFolded, type ThemeLine, ThemesTable } from './figures-table.tsx'
import { StateBadge } from './pages.tsx'
import { Provable } from './provable.tsx'
import { remindWords } from './remind-words.ts'
import { lastDayOf, type Round, stateOn, takesPaper, typedUntilOf } from './round.ts'
import { sheetWords } from './sheet-words.ts'
import type { TrendPoint } from './trend.ts'
import { TrendTable } from './trend-table.tsx'
import type { TypingFigures } from './typing-figures.ts'
import { TypingLine } from './typing-line.tsx'
import { words } from './words.ts'

interface RoundProps {
  readonly view: View
  readonly round: Round
  readonly today: PlainDate
  /** The name of the subdistrict or unit that the page was narrowed to. */
  readonly of?: string | undefined
  /** Of the units that the viewer may see. */
  readonly results: Results
  readonly themes: readonly ThemeLine[]
  /** Whether all answers so far came online. */
  readonly onlineOnly: boolean
  /** Answers with a signal, and how many two people have left out of the figures. */
  readonly flagged: number
  readonly excluded: number
  /** The figures with those that were left out. */
  readonly withAll: GroupFigures
  /** The rounds of the same form, this one among them. */
  readonly trend: readonly TrendPoint[]
  /** How well paper forms were typed. */
  readonly typing: TypingFigures
  readonly mayManage: boolean
  /** Whether the viewer enters what came on paper or by telephone. */
  readonly mayEnter: boolean
  readonly publicUrl: string
  readonly typed?: Typed
  readonly faults?: Faults
}

export function RoundPage(props: RoundProps) {
  const { view, round, today, results, themes, mayManage, mayEnter, publicUrl } = props
  const { t } = view
  const state = stateOn(round, today)
  const target = percent(round.standard.target)
  const closes = lastDayOf(round)
  const isAnswered = state === 'planned' || state === 'open'
  const isTyped = mayEnter && takesPaper(round, today)
  return (
    <>
      <Fillings />
      <h1>{t(round.form.title)}</h1>
      <p>
        <StateBadge view={view} state={state} /> {t(words.from, { opens: round.opens, closes })} ·{' '}
        {t(words.unitCount, { count: results.units.length })} ·{' '}
        {t(round.basis === 'broad' ? words.broadLong : words.strictLong)}
        {round.coded && ` · ${t(words.coded)}`}
      </p>
      {props.of !== undefined && (
        <p>
          <strong>{props.of}</strong> · <a href={`/surveys/${round.id}`}>{t(words.backToAll)}</a>
        </p>
      )}
      {state === 'typing' && (
        <p class="notice">{t(words.typingNow, { date: closes, until: typedUntilOf(round) ?? closes })}</p>
      )}
      {state === 'closed' && (
        <p>
          <a href={`/r/${round.id}`}>{t(words.published)}</a>
        </p>
      )}
      <h2>{t(words.results)}</h2>
      {props.onlineOnly && <p class="notice">{t(words.selfSelected)}</p>}
      {props.excluded > 0 && (
        <p class="notice">
          {t(words.excludedNote, {
            count: props.excluded,
            valid: props.withAll.valid,
            rate: percent(props.withAll[round.basis], round.standard.target),
          })}
        </p>
      )}
      <Legend view={view} names={round.form.levelNames} />
      <p>
        <small>{t(words.targetLine, { target })}</small>
      </p>
      {props.typing.again > 0 && <TypingLine view={view} figures={props.typing} />}
      <FiguresTable view={view} round={round} results={results} isRunning={state !== 'closed'} />
      {themes.length > 1 && <ThemesTable view={view} round={round} themes={themes} />}
      {props.trend.length > 1 && (
        <>
          <h2>{t(words.trend)}</h2>
          <TrendTable view={view} points={props.trend} />
        </>
      )}
      <p class="actions">
        <a class="button secondary" href={`/surveys/${round.id}/progress`}>
          {t(remindWords.progress)}
        </a>
        <a class="button secondary" href={`/surveys/${round.id}/results.csv`}>
          {t(words.csv)}
        </a>
        <a class="button secondary" href={`/surveys/${round.id}/results.xlsx`}>
          {t(words.xlsx)}
        </a>
        {mayEnter && (
          <>
            <a class="button secondary" href={`/surveys/${round.id}/answers.csv`}>
              {t(words.answersCsv)}
            </a>
            <a class="button secondary" href={`/surveys/${round.id}/answers.xlsx`}>
              {t(words.answersXlsx)}
            </a>
            <a class="button secondary" href={`/surveys/${round.id}/answers.jsonl`}>
              {t(words.answersJsonl)}
            </a>
          </>
        )}
        <a class="button secondary" href={`/surveys/${round.id}/texts`}>
          {t(words.texts)}
        </a>
        {isTyped && (
          <a class="button secondary" href={`/surveys/${round.id}/entry`}>
            {t(entryTitle(round, today))}
          </a>
        )}
        {isTyped && !round.coded && (
          <a class="button secondary" href={`/surveys/${round.id}/import`}>
            {t(sheetWords.title)}
          </a>
        )}
        {mayEnter && props.typing.entered > 0 && (
          <a class="button secondary" href={`/surveys/${round.id}/double`}>
            {t(doubleWords.title)}
          </a>
        )}
        {mayManage && (props.flagged > 0 || props.excluded > 0) && (
          <a class="button secondary" href={`/surveys/${round.id}/review`}>
            {t(words.reviewCount, { count: props.flagged })}
          </a>
        )}
        {mayEnter && round.coded && isAnswered && (
          <a class="button secondary" href={`/surveys/${round.id}/slips`}>
            {t(words.slips)}
          </a>
        )}
      </p>
      <Provable view={view} standard={round.standard} />
      {isAnswered && (
        <>
          <h2>{t(words.links)}</h2>
          <Links view={view} round={round} results={results} publicUrl={publicUrl} />
        </>
      )}
      {mayManage && isAnswered && (
        <EndForm view={view} path={`/surveys/${round.id}/close`} title={words.close} hint={words.closeHint} />
      )}
      {mayManage && state === 'typing' && (
        <EndForm
          view={view}
          path={`/surveys/${round.id}/publish`}
          title={words.finishTyping}
          hint={words.finishTypingHint}
        />
      )}
      {mayManage && !isAnswered && <ReopenForm {...props} />}
      <h2>{t(words.history)}</h2>
      <ul>
        {round.changes.map(change => (
          <li>{t(changeWord(change.kind), { on: change.on, reason: change.reason ?? '' })}</li>
        ))}
      </ul>
    </>
  )
}

function changeWord(kind: Round['changes'][number]['kind']) {
  switch (kind) {
    case 'opened':
      return words.changeOpened
    case 'closed':
      return words.changeClosed
    case 'typed':
      return words.changeTyped
    case 'reopened':
      return words.changeReopened
  }
}

interface LinksProps {
  readonly view: View
  readonly round: Round
  readonly results: Results
  readonly publicUrl: string
}

function Links({ view: { t }, round, results, publicUrl }: LinksProps) {
  const units = results.units.map(({ unit }) => unit)
  const listed = isFolded(results) ? units.filter(({ subdistrict }) => subdistrict === null) : units
  const subdistricts = new Map(
    units.flatMap(({ subdistrict }) => (subdistrict ? [[subdistrict.code, subdistrict.name]] : [])),
  )
  return (
    <>
      <p class="actions">
        <a class="button secondary" href={`/surveys/${round.id}/posters`}>
          {t(words.posters)}
        </a>
      </p>
      {subdistricts.size > 1 && (
        <ul>
          {[...subdistricts].map(([code, name]) => (
            <li>
              <a href={`/surveys/${round.id}/posters?of=${code}`}>
                {t(words.postersOf, { name: name ?? '' })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {listed.length < units.length && <p>{t(words.linksBySubdistrict)}</p>}
      <details open={listed.length <= 12}>
        <summary>{t(words.unitCount, { count: listed.length })}</summary>
        <ul>
          {listed.map(unit => (
            <li>
              {unit.name} <a href={`/s/${unit.link}`}>{`${publicUrl}/s/${unit.link}`}</a>{' '}
              <a href={`/surveys/${round.id}/posters?of=${unit.code}`}>{t(words.poster)}</a>{' '}
              <a href={`/surveys/${round.id}/paper?of=${unit.code}`}>{t(words.paperForm)}</a>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

interface EndProps {
  readonly view: View
  readonly path: string
  readonly title: Text
  readonly hint: Text
}

/** A step towards the end of the round: one press, and what it means. */
function EndForm({ view: { t }, path, title, hint }: EndProps) {
  return (
    <>
      <h2>{t(title)}</h2>
      <form method="post" action={path}>
        <p>{t(hint)}</p>
        <button type="submit" class="secondary">
          {t(title)}
        </button>
      </form>
    </>
  )
}

function ReopenForm({ view, round, typed = {}, faults }: RoundProps) {
  const given = { view, typed, ...(faults ? { faults } : {}) }
  return (
    <>
      <h2>{view.t(words.reopen)}</h2>
      <FaultList view={view} faults={faults} />
      <form method="post" action={`/surveys/${round.id}/reopen`}>
        <Field {...given} name="reason" label={view.t(words.reason)} />
        <Field
          {...given}
          name="closes"
          type="date"
          label={view.t(words.newCloses)}
          hint={view.t(words.closesHint)}
        />
        <button type="submit">{view.t(words.reopen)}</button>
      </form>
    </>
  )
}

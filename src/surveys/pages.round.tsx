import { percent } from '../shared/percent.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import type { Faults, Typed } from '../shared/web/form.tsx'
import { Fillings, Legend } from './chart.tsx'
import { doubleWords } from './double-words.ts'
import { entryTitle } from './entry-words.ts'
import type { GroupFigures, Results } from './figures.ts'
import { FiguresTable, type ThemeLine, ThemesTable } from './figures-table.tsx'
import { StateBadge } from './pages.tsx'
import { Provable } from './provable.tsx'
import { remindWords } from './remind-words.ts'
import { lastDayOf, type Round, type RoundState, stateOn, takesPaper, typedUntilOf } from './round.ts'
import { RoundEnd } from './round-end.tsx'
import { roundEndWords } from './round-end-words.ts'
import { RoundLinks } from './round-links.tsx'
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
  const { view, round, today, results, themes, mayManage, publicUrl } = props
  const { t } = view
  const state = stateOn(round, today)
  const target = percent(round.standard.target)
  const closes = lastDayOf(round)
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
      <RoundActions {...props} />
      <Provable view={view} standard={round.standard} />
      {isForResidents(state) && (
        <>
          <h2>{t(words.links)}</h2>
          <RoundLinks view={view} round={round} results={results} publicUrl={publicUrl} />
        </>
      )}
      {mayManage && <RoundEnd {...{ view, round, state, typed: props.typed, faults: props.faults }} />}
      <h2>{t(words.history)}</h2>
      <ul>
        {round.changes.map(change => (
          <li>{t(changeWord(change.kind), { on: change.on, reason: change.reason ?? '' })}</li>
        ))}
      </ul>
    </>
  )
}

/** What can be looked at and done from here. */
function RoundActions({ view: { t }, round, today, mayManage, mayEnter, ...props }: RoundProps) {
  const isAnswered = isForResidents(stateOn(round, today))
  const isTyped = mayEnter && takesPaper(round, today)
  const review = t(words.reviewCount, { count: props.flagged })
  const links: readonly (readonly [where: string, label: string, isOffered?: boolean])[] = [
    ['progress', t(remindWords.progress)],
    ['results.csv', t(words.csv)],
    ['results.xlsx', t(words.xlsx)],
    ['answers.csv', t(words.answersCsv), mayEnter],
    ['answers.xlsx', t(words.answersXlsx), mayEnter],
    ['answers.jsonl', t(words.answersJsonl), mayEnter],
    ['texts', t(words.texts)],
    ['entry', t(entryTitle(round, today)), isTyped],
    ['import', t(sheetWords.title), isTyped && !round.coded],
    ['double', t(doubleWords.title), mayEnter && props.typing.entered > 0],
    ['review', review, mayManage && props.flagged + props.excluded > 0],
    ['slips', t(words.slips), mayEnter && round.coded && isAnswered],
  ]
  return (
    <p class="actions">
      {links
        .filter(([, , isOffered = true]) => isOffered)
        .map(([where, label]) => (
          <a class="button secondary" href={`/surveys/${round.id}/${where}`}>
            {label}
          </a>
        ))}
    </p>
  )
}

/** Before and while residents answer. */
const isForResidents = (state: RoundState) => state === 'planned' || state === 'open'

function changeWord(kind: Round['changes'][number]['kind']) {
  switch (kind) {
    case 'opened':
      return roundEndWords.changeOpened
    case 'closed':
      return roundEndWords.changeClosed
    case 'typed':
      return roundEndWords.changeTyped
    case 'reopened':
      return roundEndWords.changeReopened
  }
}

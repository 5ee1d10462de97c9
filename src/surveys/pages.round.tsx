import { percent } from '../shared/percent.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import type { Faults, Typed } from '../shared/web/form.tsx'
import { Fillings, Legend } from './chart.tsx'
import { doubleWords } from './double-words.ts'
import { entryTitle } from './entry-words.ts'
import { figuresTable, themesTable } from './figures-table.tsx'
import { areTooManyDrawn } from './folding.ts'
import { StateBadge } from './pages.tsx'
import { Provable } from './provable.tsx'
import { remindWords } from './remind-words.ts'
import {
  lastDayOf,
  type Round,
  type RoundState,
  type RoundUnit,
  stateOn,
  takesPaper,
  typedUntilOf,
} from './round.ts'
import { RoundEnd } from './round-end.tsx'
import { roundEndWords } from './round-end-words.ts'
import type { RoundFigures } from './round-figures.ts'
import { roundLinks } from './round-links.tsx'
import { sheetWords } from './sheet-words.ts'
import type { TrendPoint } from './trend.ts'
import { TrendTable } from './trend-table.tsx'
import { TypingLine } from './typing-line.tsx'
import { words } from './words.ts'

interface RoundProps {
  readonly view: View
  readonly round: Round
  readonly today: PlainDate
  /** The name of the subdistrict or unit that the page was narrowed to. */
  readonly of?: string | undefined
  /** Whether all units were asked for in one table, where these are many. */
  readonly asksAll: boolean
  /** Those that the viewer may see, and their figures. */
  readonly units: readonly RoundUnit[]
  readonly figures: RoundFigures
  /** How many answers were proposed to be left out, and nobody has decided. */
  readonly undecided: number
  /** The rounds of the same form, this one among them. */
  readonly trend: readonly TrendPoint[]
  readonly mayManage: boolean
  /** Whether the viewer enters what came on paper or by telephone. */
  readonly mayEnter: boolean
  readonly publicUrl: string
  readonly typed?: Typed
  readonly faults?: Faults
}

export function RoundPage(props: RoundProps) {
  const { view, round, today, figures, mayManage, publicUrl } = props
  const { t } = view
  const { results, excluded, withAll, themes } = figures
  const state = stateOn(round, today)
  const target = percent(round.standard.target)
  const closes = lastDayOf(round)
  const folding = (asksAll: boolean) =>
    areTooManyDrawn(props.units.length, results.subdistricts.length, asksAll)
  const isFolded = folding(props.asksAll)
  return (
    <>
      <Fillings />
      <h1>{t(round.form.title)}</h1>
      <p>
        <StateBadge view={view} state={state} /> {t(words.from, { opens: round.opens, closes })} ·{' '}
        {t(words.unitCount, { count: props.units.length })} ·{' '}
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
      {figures.onlineOnly && <p class="notice">{t(words.selfSelected)}</p>}
      {excluded > 0 && (
        <p class="notice">
          {t(words.excludedNote, {
            count: excluded,
            valid: withAll.valid,
            rate: percent(withAll[round.basis], round.standard.target),
          })}
        </p>
      )}
      <Legend view={view} names={round.form.levelNames} />
      <p>
        <small>{t(words.targetLine, { target })}</small>
      </p>
      {figures.typing.again > 0 && <TypingLine view={view} figures={figures.typing} />}
      {folding(false) && (
        <FoldedNote
          view={view}
          path={`/surveys/${round.id}`}
          {...{ isFolded, mayAll: !folding(true) }}
          units={props.units.length}
        />
      )}
      {figuresTable(results, view, round, state !== 'closed', isFolded)}
      {themes.length > 1 && themesTable(themes, view, round)}
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
          {roundLinks(props.units, view, round, publicUrl, folding(false))}
        </>
      )}
      {mayManage && <RoundEnd {...{ ...props, state }} />}
      <h2>{t(words.history)}</h2>
      <ul>
        {round.changes.map(change => (
          <li>{t(changeWord(change.kind), { on: change.on, reason: change.reason ?? '' })}</li>
        ))}
      </ul>
    </>
  )
}

interface FoldedProps {
  readonly view: View
  readonly path: string
  readonly units: number
  readonly isFolded: boolean
  /** Whether they are few enough for one table. */
  readonly mayAll: boolean
}

/** Why the table shows subdistricts, and the way to the one with all units and back. */
function FoldedNote({ view: { t }, path, units, isFolded, mayAll }: FoldedProps) {
  if (!isFolded) {
    return (
      <p>
        <a href={path}>{t(words.foldAgain)}</a>
      </p>
    )
  }
  return (
    <p>
      {t(words.foldedNote)}
      {mayAll && (
        <>
          {t(punctuation.gap)}
          <a href={`${path}?units=all`}>{t(words.showAllUnits, { count: units })}</a>
        </>
      )}
    </p>
  )
}

/** What can be looked at and done from here. */
function RoundActions({ view: { t }, round, today, mayManage, mayEnter, figures }: RoundProps) {
  const isAnswered = isForResidents(stateOn(round, today))
  const isTyped = mayEnter && takesPaper(round, today)
  const review = t(words.reviewCount, { count: figures.flagged })
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
    ['double', t(doubleWords.title), mayEnter && figures.typing.entered > 0],
    ['review', review, mayManage && figures.flagged + figures.excluded > 0],
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

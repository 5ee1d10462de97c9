import { percent } from '../shared/percent.ts'
import { punctuation } from '../shared/punctuation.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import type { Say } from '../shared/words.ts'
import { IntervalBar, LevelBar } from './chart.tsx'
import type { Figures, Results, UnitFigures } from './figures.ts'
import { groupsOf } from './grouping.ts'
import type { Round } from './round.ts'
import type { ThemeFigures } from './round-figures.ts'
import { verdicts } from './verdict.ts'
import { neededText, verdictClass, verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

/**
 * The results of the overall question, in all, by subdistrict and by unit; `isFolded`: without the units of subdistricts, each
 * of which leads to its own. While answers come (`isRunning`), it helps to know how many are needed.
 */
export const figuresTable = drawOnce(
  (results: Results, view: View, round: Round, isRunning: boolean, isFolded: boolean) => {
    const { t } = view
    return (
      <section class="overflow-auto" tabindex={0} aria-label={t(words.results)}>
        <StackedTable
          headings={[
            t(words.unit),
            t(words.valid),
            t(words.levels),
            t(words.interval),
            t(words.verdict),
            t(words.strict),
            t(words.broad),
            t(words.index),
          ]}
        >
          {results.units.length > 1 &&
            figuresRow(results.total, view, round, isRunning, 'group', t(words.total))}
          {rowsOf(results, isFolded).map(({ figures, units }) => {
            if (!units) return figuresRow(figures, view, round, isRunning, 'unit', figures.name)
            const standing = isFolded ? standingOf(units, t) : undefined
            return figuresRow(figures, view, round, isRunning, 'group', figures.name, figures.code, standing)
          })}
        </StackedTable>
      </section>
    )
  },
)

interface Row {
  readonly figures: UnitFigures
  /** Of which it is the sum. */
  readonly units?: Results['units']
}

/** Each subdistrict with its units below it, where there are several. */
function rowsOf({ units, subdistricts }: Results, isFolded: boolean): readonly Row[] {
  const rows = (own: Results['units']) => own.map(figures => ({ figures }))
  if (subdistricts.length < 2) return rows(units)
  return groupsOf(units).flatMap(own => {
    const figures = subdistricts.find(({ code }) => code === own[0]?.unit.subdistrict?.code)
    return figures ? [{ figures, units: own }, ...rows(isFolded ? [] : own)] : rows(own)
  })
}

/** How many units there are, and how many of them by verdict. */
function standingOf(units: Results['units'], t: Say): string {
  const parts = verdicts.flatMap(verdict => {
    const count = units.filter(unit => unit.verdict === verdict).length
    return count > 0 ? [t(words.standingPart, { verdict: verdictWord(verdict), count })] : []
  })
  return t(words.standing, { count: units.length, parts: parts.join(t(punctuation.list)) })
}

/**
 * A line of figures. A `group` is several units taken together, whose page is narrowed by its `code`; a single one is told how
 * many answers it should collect.
 */
const figuresRow = drawOnce(
  (
    figures: Figures & { readonly weighted?: number | null },
    view: View,
    round: Round,
    isRunning: boolean,
    kind: 'unit' | 'group',
    name: string,
    code?: string,
    standing?: string,
  ) => {
    const { t } = view
    const needed = isRunning && neededText(figures, t)
    const { target, sample } = round.standard
    return (
      <tr>
        <th scope="row">
          {kind === 'group' ? (
            <span>
              <strong>{code ? <a href={`/surveys/${round.id}?of=${code}`}>{name}</a> : name}</strong>
              {standing && <small> {standing}</small>}
            </span>
          ) : (
            name
          )}
        </th>
        <td data-label={t(words.valid)}>
          <span>
            {figures.valid}
            {kind === 'unit' && ` / ${sample}`}
            {figures.dontKnow > 0 && (
              <small>
                {' '}
                · {t(words.dontKnow)} {figures.dontKnow}
              </small>
            )}
          </span>
        </td>
        <td class="chart" data-label={t(words.levels)}>
          <LevelBar view={view} figures={figures} names={round.form.levelNames} />
        </td>
        <td class="chart" data-label={t(words.interval)}>
          <span>
            <IntervalBar view={view} figures={figures} round={round} />
            {figures.weighted !== undefined && figures.weighted !== null && (
              <small> {t(words.weighted, { rate: percent(figures.weighted, target) })}</small>
            )}
          </span>
        </td>
        <td data-label={t(words.verdict)}>
          <span>
            <span class={verdictClass(figures.verdict)}>{t(verdictWord(figures.verdict))}</span>
            {needed && <small> {needed}</small>}
          </span>
        </td>
        <td data-label={t(words.strict)}>{percent(figures.strict, target)}</td>
        <td data-label={t(words.broad)}>{percent(figures.broad, target)}</td>
        <td data-label={t(words.index)}>{figures.index === null ? '—' : figures.index.toFixed(1)}</td>
      </tr>
    )
  },
)

/** The questions that are answered by level, over all units. */
export const themesTable = drawOnce((themes: readonly ThemeFigures[], view: View, round: Round) => {
  const { t } = view
  return (
    <>
      <h2>{t(words.themes)}</h2>
      <section class="overflow-auto" tabindex={0} aria-label={t(words.themes)}>
        <StackedTable headings={[t(words.theme), t(words.valid), t(words.levels), t(words.interval)]}>
          {themes.map(({ title, figures }) => (
            <tr>
              <th scope="row">{t(title)}</th>
              <td data-label={t(words.valid)}>{figures.valid}</td>
              <td class="chart" data-label={t(words.levels)}>
                <LevelBar view={view} figures={figures} names={round.form.levelNames} />
              </td>
              <td class="chart" data-label={t(words.interval)}>
                <span>
                  <IntervalBar view={view} figures={figures} round={round} />
                </span>
              </td>
            </tr>
          ))}
        </StackedTable>
      </section>
    </>
  )
})

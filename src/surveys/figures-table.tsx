import { percent } from '../shared/percent.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import { IntervalBar, LevelBar } from './chart.tsx'
import type { Figures, GroupFigures, Results, UnitFigures } from './figures.ts'
import { areTooMany } from './folding.ts'
import type { Round } from './round.ts'
import { neededText, verdictClass, verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

export interface ThemeLine {
  readonly title: Round['form']['title']
  readonly figures: GroupFigures
}

interface FiguresTableProps {
  readonly view: View
  readonly round: Round
  readonly results: Results
  /** Whether answers still come, so that it helps to know how many are needed. */
  readonly isRunning: boolean
}

/** Whether a page shows the subdistricts only, each with a link to its units. */
export function isFolded({ units, subdistricts }: Results): boolean {
  return areTooMany(units.length, subdistricts.length)
}

export function FiguresTable({ view, round, results, isRunning }: FiguresTableProps) {
  const { t } = view
  const several = results.units.length > 1
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
        {several && (
          <FiguresRow {...{ view, round, isRunning }} figures={results.total} name={t(words.total)} isGroup />
        )}
        {rowsOf(results).map(({ figures, isGroup }) => (
          <FiguresRow
            {...{ view, round, isRunning }}
            figures={figures}
            name={figures.name}
            isGroup={isGroup}
            unitsAt={isGroup && isFolded(results) ? `/surveys/${round.id}?of=${figures.code}` : undefined}
          />
        ))}
      </StackedTable>
    </section>
  )
}

/** Each subdistrict with its units below it, where there are several and not too many. */
function rowsOf(results: Results) {
  const { units, subdistricts } = results
  const rows = (of: Results['units']) => of.map(figures => ({ figures, isGroup: false }))
  if (subdistricts.length < 2) return rows(units)
  const grouped = subdistricts.flatMap(group => [
    { figures: group, isGroup: true },
    ...rows(isFolded(results) ? [] : units.filter(({ unit }) => unit.subdistrict?.code === group.code)),
  ])
  return [...grouped, ...rows(units.filter(({ unit }) => unit.subdistrict === null))]
}

interface FiguresRowProps {
  readonly view: View
  readonly round: Round
  readonly figures: (Figures | GroupFigures | UnitFigures) & { readonly weighted?: number | null }
  readonly name: string
  readonly isRunning: boolean
  /** Whether it is several units taken together; a single one is told how many answers it should collect. */
  readonly isGroup: boolean
  /** Where the units of a group are shown. */
  readonly unitsAt?: string | undefined
}

function FiguresRow({ view, round, figures, name, isRunning, isGroup, unitsAt }: FiguresRowProps) {
  const { t } = view
  const named = unitsAt ? <a href={unitsAt}>{name}</a> : name
  const needed = isRunning && neededText(figures, t)
  const { target } = round.standard
  return (
    <tr>
      <th scope="row">{isGroup ? <strong>{named}</strong> : named}</th>
      <td data-label={t(words.valid)}>
        <span>
          {figures.valid}
          {!isGroup && ` / ${round.standard.sample}`}
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
          <span class={verdictClass(figures.verdict)}>{t(verdictWord(figures.verdict))}</span>{' '}
          {needed && <small>{needed}</small>}
        </span>
      </td>
      <td data-label={t(words.strict)}>{percent(figures.strict, target)}</td>
      <td data-label={t(words.broad)}>{percent(figures.broad, target)}</td>
      <td data-label={t(words.index)}>{figures.index === null ? '—' : figures.index.toFixed(1)}</td>
    </tr>
  )
}

export function ThemesTable({
  view,
  round,
  themes,
}: {
  view: View
  round: Round
  themes: readonly ThemeLine[]
}) {
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
}

import { percent } from '../shared/percent.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import { IntervalBar } from './chart.tsx'
import type { GroupFigures } from './figures.ts'
import { lastDayOf, type Round } from './round.ts'
import type { TrendPoint } from './trend.ts'
import { verdictClass, verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

/** Round after round, the oldest first. */
export function TrendTable({ view, points }: { view: View; points: readonly TrendPoint[] }) {
  const { t } = view
  return (
    <section class="overflow-auto" tabindex={0} aria-label={t(words.trend)}>
      <StackedTable
        headings={[
          t(words.round),
          t(words.units),
          t(words.valid),
          t(words.interval),
          t(words.verdict),
          t(words.strict),
          t(words.broad),
        ]}
      >
        {points.map(({ round, units, figures }) => trendRow(figures, view, round, units))}
      </StackedTable>
    </section>
  )
}

const trendRow = drawOnce((figures: GroupFigures, view: View, round: Round, units: number) => {
  const { t } = view
  return (
    <tr>
      <th scope="row">
        <a href={`/surveys/${round.id}`}>{t(words.from, { opens: round.opens, closes: lastDayOf(round) })}</a>
      </th>
      <td data-label={t(words.units)}>{units}</td>
      <td data-label={t(words.valid)}>{figures.valid}</td>
      <td class="chart" data-label={t(words.interval)}>
        <IntervalBar view={view} figures={figures} round={round} />
      </td>
      <td data-label={t(words.verdict)}>
        <span class={verdictClass(figures.verdict)}>{t(verdictWord(figures.verdict))}</span>
      </td>
      <td data-label={t(words.strict)}>{percent(figures.strict, round.standard.target)}</td>
      <td data-label={t(words.broad)}>{percent(figures.broad, round.standard.target)}</td>
    </tr>
  )
})

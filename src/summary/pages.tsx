import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { Communities } from './pages.communities.tsx'
import { Registers } from './pages.registers.tsx'
import { Subdistricts } from './pages.subdistricts.tsx'
import { TargetCards } from './pages.targets.tsx'
import type { Summary } from './roll-up.ts'
import { words } from './words.ts'

/** All figures that somebody may see; drawn once for all who may see the same. */
export const summaryPage = drawOnce((summary: Summary, view: View) => {
  const { t } = view
  const { units, cycle, subdistricts, communities } = summary
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p class="muted">
        {t(words.units, units)} · {cycle ? t(words.cycle, { name: cycle.name }) : t(words.noCycle)}
      </p>
      <TargetCards view={view} summary={summary} />
      <p class="actions">
        <a class="button secondary" href="/summary.xlsx">
          {t(words.download)} XLSX
        </a>
        <a class="button secondary" href="/summary.csv">
          {t(words.download)} CSV
        </a>
        <a href={`/inspections/figures?year=${summary.year}`}>{t(words.meetingsBy)}</a>
        <a href={`/inspections/ledger?year=${summary.year}`}>{t(words.inspectionsBy)}</a>
      </p>
      {subdistricts.length > 0 && communities.length > 1 && <Subdistricts view={view} rows={subdistricts} />}
      {communities.length > 0 && <Registers view={view} summary={summary} />}
      {communities.length > 0 && <Communities view={view} rows={communities} cycle={cycle?.id} />}
    </>
  )
})

import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { communitySection } from './pages.communities.tsx'
import { registerSection } from './pages.registers.tsx'
import { subdistrictTable } from './pages.subdistricts.tsx'
import { TargetCards } from './pages.targets.tsx'
import type { Summary } from './summary.ts'
import { saidCycle, saidUnits } from './text.ts'
import { words } from './words.ts'

/** All figures that somebody may see, or the part to which the reader narrowed them; drawn once for all who may see the same. */
export const summaryPage = drawOnce((summary: Summary, view: View, isPart: boolean) => {
  const { t } = view
  const { cycle, subdistricts, communities } = summary
  return (
    <>
      <h1>{isPart ? `${summary.of?.name} · ${t(words.title)}` : t(words.title)}</h1>
      {isPart && (
        <p>
          <a href="/summary">{t(words.wholeSummary)}</a>
        </p>
      )}
      <p class="muted">
        {saidUnits(summary, t)} · {saidCycle(summary, t)}
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
      {subdistricts.length > 0 && communities.length > 1 && subdistrictTable(subdistricts, view)}
      {communities.length > 0 && registerSection(summary, view)}
      {communities.length > 0 &&
        communitySection(communities, view, cycle?.id, summary.partTitle, isFolded(summary))}
    </>
  )
})

/** So many communities in one table make a page too long to read and to send; from here on subdistricts lead to theirs. */
const mostRows = 150

function isFolded({ communities, subdistricts }: Summary): boolean {
  return communities.length > mostRows && subdistricts.length > 1
}

import type { Actor } from '../shared/actor.ts'
import type { View } from '../shared/web/env.ts'
import { holds } from '../units/scope.ts'
import { Communities } from './pages.communities.tsx'
import { Registers } from './pages.registers.tsx'
import { Subdistricts } from './pages.subdistricts.tsx'
import { TargetCard } from './pages.targets.tsx'
import type { Summary } from './roll-up.ts'
import type { Target } from './target.ts'
import { words } from './words.ts'

interface SummaryProps {
  readonly view: View
  readonly actor: Actor
  readonly summary: Summary
}

export function SummaryPage({ view, actor, summary }: SummaryProps) {
  const { t } = view
  const { units, cycle, targets, subdistricts, communities } = summary
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p class="muted">
        {t(words.units, units)} · {cycle ? t(words.cycle, { name: cycle.name }) : t(words.noCycle)}
      </p>
      {holds(actor, 'district') && <NextSteps view={view} summary={summary} />}
      <div class="cards">
        {targets.map(target => (
          <TargetCard view={view} target={target} year={summary.year} />
        ))}
      </div>
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
}

/** What a young installation lacks before its figures can say anything. */
function NextSteps({ view: { t }, summary: { cycle, targets } }: { view: View; summary: Summary }) {
  const empty = (key: Target['key']) =>
    targets.some(target => target.key === key && target.status === 'noData')
  const steps = [
    ...(empty('satisfaction') ? [{ path: '/surveys', text: words.openRound }] : []),
    ...(cycle ? [] : [{ path: '/ratings', text: words.openCycle }]),
    ...(empty('meetings') ? [{ path: '/meetings', text: words.planMeetings }] : []),
  ]
  if (steps.length === 0) return null
  const all = [{ path: '/people', text: words.invitePeople }, ...steps]
  return (
    <div class="notice">
      <strong>{t(words.next)}</strong>
      <ul>
        {all.map(step => (
          <li>
            <a href={step.path}>{t(step.text)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

import type { Actor } from '../shared/actor.ts'
import { percent } from '../shared/percent.ts'
import type { View } from '../shared/web/env.ts'
import type { Table } from '../shared/workbook.ts'
import { holds } from '../units/scope.ts'
import { attainmentTable } from './attainment-table.ts'
import {
  gapText,
  gradeText,
  keyText,
  nearestTitle,
  statusClass,
  statusText,
  targetLines,
} from './figures-text.ts'
import { registerTables } from './register-tables.ts'
import type { CommunityRow, SubdistrictRow, Summary } from './roll-up.ts'
import type { Target } from './target.ts'
import { nearestNames } from './text.ts'
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
      </p>
      {subdistricts.length > 0 && communities.length > 1 && <Subdistricts view={view} rows={subdistricts} />}
      {communities.length > 0 && <Registers view={view} summary={summary} />}
      {communities.length > 0 && <Communities view={view} rows={communities} cycle={cycle?.id} />}
    </>
  )
}

/** Guarantees and optimisations, by subdistrict for whoever sees several; and lagging communities. */
function Registers({ view, summary }: { view: View; summary: Summary }) {
  const { bySubdistrict, byUnit, lagging, highlights } = registerTables(summary, view.t)
  const shown = summary.subdistricts.length > 1 ? bySubdistrict : byUnit.map(withoutCodes)
  return (
    <>
      {shown.map(table => (
        <DataTable table={table} />
      ))}
      {summary.subdistricts.length > 1 && <DataTable table={attainmentTable(summary, view.t, percent)} />}
      {summary.lagging.length > 0 && <DataTable table={lagging} />}
      {summary.highlights.length > 0 && <DataTable table={highlights} />}
    </>
  )
}

/** On the page a line is known by its name. */
function withoutCodes({ title, rows }: Table): Table {
  return { title, rows: rows.map(row => row.slice(1)) }
}

function DataTable({ table: { title, rows } }: { table: Table }) {
  const [headings = [], ...body] = rows
  const numbers = headings.map((_, at) => body.some(row => typeof row[at] === 'number'))
  const look = (at: number) => (numbers[at] ? 'num' : undefined)
  return (
    <>
      <h2>{title}</h2>
      {/* Some tables have more columns than a screen. */}
      <section class="overflow-auto" tabindex={0} aria-label={title}>
        <table class="stack">
          <thead>
            <tr>
              {headings.map((heading, at) => (
                <th scope="col" class={look(at)}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map(([name, ...cells]) => (
              <tr>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td class={look(at + 1)} data-label={headings[at + 1]}>
                    {cell ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
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

function TargetCard({ view: { t }, target, year }: { view: View; target: Target; year: string }) {
  const nearest = target.status === 'met' || target.status === 'noData' ? [] : nearestNames(target, t)
  return (
    <article>
      <h2 class="target">{t(keyText(target.key))}</h2>
      <p class="figure">{percent(target.value)}</p>
      <TargetBar target={target} label={`${percent(target.value)} / ${percent(target.target)}`} />
      <p>
        <span class={statusClass(target.status)}>{t(statusText(target.status))}</span>{' '}
        <span class="muted">{t(words.atLeast, { target: percent(target.target) })}</span>
      </p>
      <ul class="plain">
        {targetLines(target, t).map(line => (
          <li>{line}</li>
        ))}
      </ul>
      {nearest.length > 0 && (
        <details>
          <summary>{t(nearestTitle(target.key))}</summary>
          <ol>
            {nearest.map((name, at) => {
              const unit = target.key === 'guarantees' && target.nearest[at]
              return <li>{unit ? <a href={`/registers/${year}/${unit.code}`}>{name}</a> : name}</li>
            })}
          </ol>
        </details>
      )}
    </article>
  )
}

/** How far a share has come, with the target as a line; the interval as a thin band where there is one. */
function TargetBar({ target, label }: { target: Target; label: string }) {
  const at = (share: number) => Math.round(share * 1000) / 10
  const interval = target.key === 'satisfaction' && target.base > 0 ? target.interval : null
  return (
    <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect x="0" y="2" width="100" height="8" class="track" />
      <rect x="0" y="2" width={at(target.value ?? 0)} height="8" class="fill" />
      {interval && (
        <rect x={at(interval[0])} y="5" width={at(interval[1] - interval[0])} height="2" class="band" />
      )}
      <rect x={Math.min(99.4, at(target.target))} y="0" width="0.6" height="12" class="mark" />
    </svg>
  )
}

function Subdistricts({ view: { t }, rows }: { view: View; rows: readonly SubdistrictRow[] }) {
  return (
    <>
      <h2>{t(words.bySubdistrict)}</h2>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{t(words.subdistrict)}</th>
            <th scope="col" class="num">
              {t(words.communities)}
            </th>
            {rows[0]?.targets.map(({ key }) => (
              <th scope="col" class="num">
                {t(keyText(key))}
              </th>
            ))}
            <th scope="col" class="num">
              {t(words.rank)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr>
              <th scope="row">{row.name}</th>
              <td class="num" data-label={t(words.communities)}>
                {row.communities}
              </td>
              {row.targets.map(target => (
                <td class="num" data-label={t(keyText(target.key))}>
                  <Reached target={target} />
                </td>
              ))}
              <td class="num" data-label={t(words.rank)}>
                {row.rank}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Reached({ target }: { target: Target }) {
  const counted = target.base === 0 ? '' : ` (${target.count}/${target.base})`
  return (
    <span>
      {target.base === 0 ? '–' : percent(target.value)}
      <small>{counted}</small>
    </span>
  )
}

/** More lines than these are opened by whoever wants them: on a phone they are very long. */
const mostOpen = 30

interface CommunitiesProps {
  readonly view: View
  readonly rows: readonly CommunityRow[]
  /** Whose ratings the names lead to. */
  readonly cycle: string | undefined
}

function Communities(props: CommunitiesProps) {
  const { view, rows } = props
  const title = view.t(words.byCommunity)
  if (rows.length <= mostOpen)
    return (
      <>
        <h2>{title}</h2>
        <CommunityTable {...props} />
      </>
    )
  return (
    <>
      <h2>{title}</h2>
      <details>
        <summary>{view.t(words.showAll, { count: rows.length })}</summary>
        <CommunityTable {...props} />
      </details>
    </>
  )
}

function CommunityTable({ view, rows, cycle }: CommunitiesProps) {
  const { t } = view
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{t(words.community)}</th>
          <th scope="col">{t(words.grade)}</th>
          <th scope="col">{t(words.projectedGrade)}</th>
          <th scope="col" class="num">
            {t(words.score)}
          </th>
          <th scope="col">{t(words.short)}</th>
          <th scope="col" class="num">
            {t(words.rate)}
          </th>
          <th scope="col">{t(words.verdict)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <CommunityLine {...{ view, row, cycle }} />
        ))}
      </tbody>
    </table>
  )
}

function CommunityLine({
  view: { t },
  row,
  cycle,
}: Omit<CommunitiesProps, 'rows'> & { readonly row: CommunityRow }) {
  const grade = gradeText(row.grade)
  const projected = gradeText(row.projected)
  const { satisfaction } = row
  return (
    <tr>
      <th scope="row">{cycle ? <a href={`/ratings/${cycle}/${row.code}`}>{row.name}</a> : row.name}</th>
      <td data-label={t(words.grade)}>
        <span>
          {grade ? t(grade) : '–'}
          {row.inForce?.number && (
            <small>
              {' '}
              {row.inForce.number} · {t(words.until)} {row.inForce.until}
            </small>
          )}
        </span>
      </td>
      <td data-label={t(words.projectedGrade)}>{projected ? t(projected) : '–'}</td>
      <td class="num" data-label={t(words.score)}>
        {row.score ?? '–'}
      </td>
      <td data-label={t(words.short)}>{gapText(row, t) || '–'}</td>
      <td class="num" data-label={t(words.rate)}>
        {satisfaction ? `${percent(satisfaction.rate)} (${satisfaction.valid})` : '–'}
      </td>
      <td data-label={t(words.verdict)}>{satisfaction ? t(statusText(satisfaction.verdict)) : '–'}</td>
    </tr>
  )
}

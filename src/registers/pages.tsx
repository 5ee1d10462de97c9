import type { AssessmentYear } from '../shared/assessment-year.ts'
import type { View } from '../shared/web/env.ts'
import type { Faults } from '../shared/web/form.tsx'
import { UploadForm, UploadReport } from '../shared/web/upload.tsx'
import type { Unit } from '../units/unit.ts'
import type { Post } from './fields.ts'
import { councilOf, filledPosts } from './figures.ts'
import { type GroupList, openGroups } from './groups.ts'
import { type GuaranteeState, guarantees, guaranteesOf } from './guarantees.ts'
import type { Sheet } from './sheet.ts'
import type { Standards } from './standards.ts'
import type { TableFault } from './table.ts'
import { guaranteeStateName, guaranteeTitle, words } from './words.ts'

/** One association of the overview. */
export interface OverviewRow {
  readonly unit: Unit
  readonly sheet: Sheet | undefined
  readonly groups: GroupList | undefined
  readonly held: readonly Post[]
}

export interface SubdistrictTotals {
  readonly unit: Unit
  readonly cadre: GuaranteeState
  readonly communities: number
  readonly funds: number
  readonly rewards: number
  readonly entered: number
  readonly toConfirm: number
}

interface YearProps {
  readonly view: View
  readonly year: AssessmentYear
  readonly years: readonly string[]
  readonly standards: Standards
  /** For whoever sees several subdistricts: one line each; the associations of one come after choosing it. */
  readonly subdistricts: readonly SubdistrictTotals[]
  readonly rows: readonly OverviewRow[]
  readonly query: string
}

export function YearPage(props: YearProps) {
  const { view, year, years, subdistricts, rows, query } = props
  const { t } = view
  return (
    <>
      <h1>{t(words.yearTitle, { year: year.id })}</h1>
      <p class="muted">
        {t(words.yearDays, { starts: year.starts, ends: year.ends })} · {t(words.intro)}
      </p>
      {subdistricts.length > 0 && <Totals {...props} />}
      {rows.length > 0 && <Rows {...props} />}
      <p class="actions">
        <a class="button" href={`/registers/${year.id}/import`}>
          {t(words.import)}
        </a>
        <a class="button secondary" href={`/registers/${year.id}/register.xlsx${query}`}>
          {t(words.download)} XLSX
        </a>
        <a class="button secondary" href={`/registers/${year.id}/register.csv${query}`}>
          {t(words.download)} CSV
        </a>
      </p>
      {years.length > 0 && (
        <p>
          {t(words.otherYears)}：
          {years.map(id => (
            <>
              <a href={`/registers/${id}`}>{id}</a>{' '}
            </>
          ))}
        </p>
      )}
    </>
  )
}

export function guaranteeClass(state: GuaranteeState): string {
  switch (state) {
    case 'met':
      return 'badge ok'
    case 'missing':
      return 'badge bad'
    case 'unknown':
      return 'badge muted'
  }
}

function Totals({ view: { t }, year, subdistricts }: YearProps) {
  const headings = [words.cadre, words.funds, words.rewards, words.notYet, words.toConfirm]
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{t(words.unit)}</th>
          {headings.map((heading, at) => (
            <th scope="col" class={at === 0 ? undefined : 'num'}>
              {t(heading)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {subdistricts.map(row => (
          <tr>
            <th scope="row">
              <a href={`/registers/${year.id}?subdistrict=${row.unit.id}`}>{row.unit.name}</a>
            </th>
            <td data-label={t(words.cadre)}>
              <a class={guaranteeClass(row.cadre)} href={`/registers/${year.id}/${row.unit.id}`}>
                {t(guaranteeStateName(row.cadre))}
              </a>
            </td>
            {[row.funds, row.rewards].map((n, at) => (
              <td class="num" data-label={t(at === 0 ? words.funds : words.rewards)}>
                {n}/{row.communities}
              </td>
            ))}
            <td class="num" data-label={t(words.notYet)}>
              {row.communities - row.entered}
            </td>
            <td class="num" data-label={t(words.toConfirm)}>
              {row.toConfirm}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rows({ view, year, rows, standards }: YearProps) {
  const { t } = view
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{t(words.unit)}</th>
          <th scope="col">{t(words.guarantees)}</th>
          <th scope="col">{t(words.leadership)}</th>
          <th scope="col">{t(words.council)}</th>
          <th scope="col">{t(words.members)}</th>
          <th scope="col">{t(words.groupsTitle)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row {...{ view, row, standards }} year={year.id} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  view: { t },
  year,
  row: { unit, sheet, groups, held },
  standards,
}: {
  view: View
  year: string
  row: OverviewRow
  standards: Standards
}) {
  const level = unit.level === 'subdistrict' ? 'subdistrict' : 'community'
  const states = guaranteesOf(level, sheet, standards)
  const posts = filledPosts(sheet, held)
  const council = sheet && councilOf(sheet)
  const open = groups ? openGroups(groups) : []
  const five = open.filter(({ appraisal }) => appraisal?.outcome === 'confirmed').length
  const community = level === 'community'
  return (
    <tr>
      <th scope="row">
        <a href={`/registers/${year}/${unit.id}`}>{unit.name}</a>
      </th>
      <td data-label={t(words.guarantees)}>
        <span>
          {guarantees.map(guarantee => {
            const state = states[guarantee]
            if (!state) return null
            return (
              <>
                <span class={guaranteeClass(state)}>
                  {t(guaranteeTitle(guarantee))} {t(guaranteeStateName(state))}
                </span>{' '}
              </>
            )
          })}
        </span>
      </td>
      <td data-label={t(words.leadership)}>
        {community && (posts ? t(words.postsOf, { n: posts.length }) : t(words.stateUnknown))}
      </td>
      <td data-label={t(words.council)}>
        {community &&
          (council?.known
            ? t(words.councilSize, { size: council.size, categories: council.categories.length })
            : t(words.stateUnknown))}
      </td>
      <td data-label={t(words.members)}>
        {community &&
          (sheet?.values.members === undefined
            ? t(words.stateUnknown)
            : t(words.membersOf, { members: Number(sheet.values.members) }))}
      </td>
      <td data-label={t(words.groupsTitle)}>
        {community && (
          <a href={`/registers/${year}/${unit.id}/groups`}>
            {open.length > 0 ? t(words.groupsOf, { groups: open.length, five }) : t(words.stateUnknown)}
          </a>
        )}
      </td>
    </tr>
  )
}

interface ImportProps {
  readonly view: View
  readonly year: string
  /** Why the file as a whole was not taken, under the field `file`. */
  readonly faults?: Faults | undefined
  /** What a look at the table found: wrong lines, and how many units it is about. */
  readonly found?: { readonly faults: readonly TableFault[]; readonly units: number } | undefined
  /** How many units were updated. */
  readonly done?: number | undefined
}

export function ImportPage({ view, year, faults, found, done }: ImportProps) {
  const { t } = view
  return (
    <>
      <h1>{t(words.import)}</h1>
      <p>{t(words.importHint)}</p>
      <p class="actions">
        <a href={`/registers/${year}/register.xlsx`}>{t(words.download)} XLSX</a>
        <a href={`/registers/${year}/register.csv`}>{t(words.download)} CSV</a>
      </p>
      {done !== undefined && (
        <p class="notice good" role="status">
          {t(words.imported, { count: done })}
        </p>
      )}
      {found && (
        <UploadReport
          view={view}
          faults={found.faults.map(each => t(words.line, { line: each.line }) + t(each.text, each.values))}
          refused={t(words.importFaults, { count: found.faults.length })}
          more={[t(words.checkedMore, { count: found.units })]}
        />
      )}
      <UploadForm
        {...{ view, faults }}
        action={`/registers/${year}/import`}
        hint={t(words.fileHint)}
        step={['import', t(words.import)]}
      />
      <p>
        <a href={`/registers/${year}`}>{t(words.backToYear)}</a>
      </p>
    </>
  )
}

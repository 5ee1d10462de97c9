import { percent } from '../shared/percent.ts'
import { dateOf } from '../shared/time.ts'
import { type Again, AgainFaults, ReasonForm, sentTo } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import type { Unit } from '../units/unit.ts'
import { type Advanced, type Criterion, isProposed, measureName } from './advanced.ts'
import { Back, saidYear } from './pages.tsx'
import { words } from './words.ts'

/** The page of a year, or where the decision on a subdistrict is sent. */
export function advancedPath(year: string, subdistrict?: string): string {
  return `/standings/advanced${subdistrict === undefined ? '' : `/${subdistrict}`}?year=${year}`
}

export interface AdvancedRow {
  readonly unit: Unit
  /** By the records of today. */
  readonly criteria: readonly Criterion[]
  readonly decision: Advanced | undefined
}

interface Props {
  readonly view: View
  readonly year: string
  /** A newer year that is open and has no grades yet. */
  readonly ahead: string | undefined
  /** The other cycles, any of which can be looked at. */
  readonly others: readonly string[]
  readonly version: string
  readonly rows: readonly AdvancedRow[]
  readonly zone: string
  readonly mayDecide: boolean
  readonly again?: Again | undefined
}

/** Subdistrict associations against the criteria, with the district's decision. */
export function AdvancedPage(props: Props) {
  const { view, year, ahead, others, version, rows, again } = props
  const { t } = view
  const criteria = rows[0]?.criteria ?? []
  return (
    <>
      <h1>{t(words.advanced)}</h1>
      <p class="muted">
        {saidYear(year, ahead, t)} · {t(words.advancedHint, { version })}
      </p>
      {others.length > 0 && (
        <p>
          {t(words.otherYears)}
          {others.map(other => (
            <>
              <a href={advancedPath(other)}>{other}</a>{' '}
            </>
          ))}
        </p>
      )}
      <AgainFaults {...{ view, again }} labels={{ reason: words.reason }} />
      <StackedTable
        headings={[
          t(words.subdistrict),
          ...criteria.map(({ measure, percent: atLeast }) =>
            num(
              <>
                {t(measureName(measure))} <small>{t(words.atLeast, { percent: atLeast })}</small>
              </>,
            ),
          ),
          t(words.proposed),
          t(words.decision),
        ]}
      >
        {rows.map(row => (
          <Row {...props} row={row} />
        ))}
      </StackedTable>
      <Back t={t} />
    </>
  )
}

function Row({
  view,
  row: { unit, criteria, decision },
  year,
  zone,
  mayDecide,
  again,
}: Props & { row: AdvancedRow }) {
  const { t } = view
  const short = criteria.filter(({ met }) => !met)
  return (
    <tr>
      <th scope="row">{unit.name}</th>
      {criteria.map(({ measure, percent: least, value, met }) => (
        <td class="num" data-label={t(measureName(measure))}>
          <span class={met ? 'ok' : 'bad'}>
            {met ? '✓ ' : '✗ '}
            {percent(value, least / 100)}
          </span>
        </td>
      ))}
      <td data-label={t(words.proposed)}>
        <span class={`badge ${isProposed(criteria) ? 'ok' : 'muted'}`}>
          {t(isProposed(criteria) ? words.proposed : words.notProposed, { what: short.length })}
        </span>
      </td>
      <td data-label={t(words.decision)}>
        <div>
          {decision ? (
            <>
              <span class={`badge ${decision.advanced ? 'ok' : 'muted'}`}>
                {t(decision.advanced ? words.decidedYes : words.decidedNo)}
              </span>{' '}
              <small>
                {t(words.decidedLine, { date: dateOf(decision.at, zone), who: decision.byName })}
                {decision.reason && ` · ${decision.reason}`}
              </small>
            </>
          ) : (
            !mayDecide && <span class="muted">{t(words.undecided)}</span>
          )}
          {mayDecide && (
            <details open={sentTo(again, unit.id).open}>
              <summary>{t(words.decide)}</summary>
              <ReasonForm
                {...{ view, again }}
                action={advancedPath(year, unit.id)}
                form={unit.id}
                label={t(words.reason)}
                hint={t(words.reasonWhen)}
                most={300}
                optional="unmarked"
                buttons={[
                  { name: 'advanced', value: 'yes', label: t(words.decideYes) },
                  { name: 'advanced', value: 'no', label: t(words.decideNo) },
                ]}
              />
            </details>
          )}
        </div>
      </td>
    </tr>
  )
}

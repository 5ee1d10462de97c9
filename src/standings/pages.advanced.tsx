import { percent } from '../shared/percent.ts'
import { dateOf } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import type { Unit } from '../units/unit.ts'
import { type Advanced, type Criterion, isProposed, measureName } from './advanced.ts'
import { Back, Fault } from './pages.tsx'
import { words } from './words.ts'

export interface AdvancedRow {
  readonly unit: Unit
  /** By the records of today. */
  readonly criteria: readonly Criterion[]
  readonly decision: Advanced | undefined
}

interface Props {
  readonly view: View
  readonly year: string
  readonly version: string
  readonly rows: readonly AdvancedRow[]
  readonly zone: string
  readonly mayDecide: boolean
  readonly fault?: string | undefined
}

/** Subdistrict associations against the criteria, with the district's decision. */
export function AdvancedPage(props: Props) {
  const { view, year, version, rows, fault } = props
  const { t } = view
  const criteria = rows[0]?.criteria ?? []
  return (
    <>
      <h1>{t(words.advanced)}</h1>
      <p class="muted">
        {t(words.yearOf, { year })} · {t(words.advancedHint, { version })}
      </p>
      <Fault fault={fault} />
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
  view: { t },
  row: { unit, criteria, decision },
  zone,
  mayDecide,
}: Props & { row: AdvancedRow }) {
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
            <details>
              <summary>{t(words.decide)}</summary>
              <form method="post" action={`/standings/advanced/${unit.id}`}>
                <input
                  type="text"
                  name="reason"
                  maxlength={300}
                  placeholder={t(words.reason)}
                  aria-label={t(words.reason)}
                />
                <p class="actions">
                  <button type="submit" name="advanced" value="yes">
                    {t(words.decideYes)}
                  </button>
                  <button type="submit" name="advanced" value="no" class="secondary">
                    {t(words.decideNo)}
                  </button>
                </p>
              </form>
            </details>
          )}
        </div>
      </td>
    </tr>
  )
}

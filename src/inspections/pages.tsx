import type { Meeting } from '../meetings/meeting.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { Empty } from '../shared/web/notice.tsx'
import { StackedTable } from '../shared/web/table.tsx'
import { bandLook, type Inspection } from './inspection.ts'
import { bandName } from './sheet.ts'
import type { Turn } from './turn.ts'
import { words } from './words.ts'

export interface TurnRow extends Turn {
  /** The latest meeting that has begun and has not been inspected. */
  readonly meeting: Meeting | undefined
}

interface ListProps {
  readonly view: View
  readonly rows: readonly TurnRow[]
  /** Results of the viewer's own unit, the newest first. */
  readonly own: readonly Inspection[]
  readonly page: number
  readonly pages: number
  readonly dayOf: (meeting: Meeting) => string
}

export function InspectionsPage({ view, rows, own, page, pages, dayOf }: ListProps) {
  const { t } = view
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p>
        {rows.length > 0 && t(words.intro) + t(punctuation.gap)}
        <a href="/inspections/ledger">{t(words.ledgerTitle)}</a>
      </p>
      {rows.length + own.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneMore)}</p>
        </Empty>
      )}
      {own.length > 0 && (
        <>
          <h2>{t(words.ownTitle)}</h2>
          <ul>
            {own.map(each => (
              <li>
                <a href={`/inspections/${each.id}`}>
                  {each.title} {each.on}
                </a>{' '}
                <ResultBadge view={view} inspection={each} />
              </li>
            ))}
          </ul>
        </>
      )}
      {rows.length > 0 && (
        <StackedTable
          headings={[t(words.unit), t(words.last), t(words.result), t(words.times), t(words.meetingToOpen)]}
        >
          {rows.map(row => (
            <tr>
              <th scope="row">{row.unit.name}</th>
              <td data-label={t(words.last)}>
                {row.last ? (
                  <a href={`/inspections/${row.last.id}`}>{row.last.on}</a>
                ) : (
                  <span class="warn">{t(words.never)}</span>
                )}
              </td>
              <td data-label={t(words.result)}>
                {row.last ? <ResultBadge view={view} inspection={row.last} /> : '–'}
              </td>
              <td data-label={t(words.times)}>{row.times}</td>
              <td data-label={t(words.meetingToOpen)}>
                {row.underWay.map(each => (
                  <>
                    <a href={`/inspections/${each.id}`}>
                      {each.on} {t(words.underWay)}
                    </a>{' '}
                  </>
                ))}
                {row.meeting && <a href={`/inspections/${row.meeting.id}`}>{dayOf(row.meeting)}</a>}
                {!row.meeting && row.underWay.length === 0 && (
                  <span class="muted">{t(words.noMeetingYet)}</span>
                )}
              </td>
            </tr>
          ))}
        </StackedTable>
      )}
      {pages > 1 && (
        <p>
          {page > 1 && <a href={`/inspections?page=${page - 1}`}>← {t(words.previous)}</a>} {page} / {pages}{' '}
          {page < pages && <a href={`/inspections?page=${page + 1}`}>{t(words.next)} →</a>}
        </p>
      )}
    </>
  )
}

export function ResultBadge({ view: { t }, inspection }: { view: View; inspection: Inspection }) {
  const { concluded } = inspection
  if (!concluded) return <span class="badge">{t(words.underWay)}</span>
  return (
    <span class={`badge ${bandLook(concluded.band)}`}>
      {t(words.points, { n: concluded.mean })} · {t(bandName(concluded.band))}
    </span>
  )
}

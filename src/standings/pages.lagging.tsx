import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import type { Candidate, Lagging } from './lagging.ts'
import { Back } from './pages.tsx'
import { words } from './words.ts'

interface Shown {
  readonly view: View
  readonly today: PlainDate
  readonly unitName: (code: string) => string
}

interface ListProps extends Shown {
  readonly all: readonly Lagging[]
  readonly candidates: readonly Candidate[]
  /** Staff list and check. */
  readonly mayAct: boolean
}

export function LaggingListPage({ view, today, unitName, all, candidates, mayAct }: ListProps) {
  const { t } = view
  const open = all.filter(({ lifted }) => !lifted)
  const lifted = all.filter(each => each.lifted)
  return (
    <>
      <h1>{t(words.lagging)}</h1>
      {all.length + candidates.length === 0 && <p class="empty">{t(words.noLagging)}</p>}
      {candidates.length > 0 && (
        <>
          <h2>{t(words.toList)}</h2>
          <ul>
            {candidates.map(({ cycle, community, name, subdistrict }) => (
              <li>
                {mayAct ? <a href={`/standings/lagging/${cycle}/${community}`}>{name}</a> : name}{' '}
                <small>
                  {unitName(subdistrict)} · {t(words.yearOf, { year: cycle })}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      <LaggingTable {...{ view, today, unitName }} title={t(words.helped)} rows={open} />
      <LaggingTable {...{ view, today, unitName }} title={t(words.liftedOnes)} rows={lifted} />
      <Back t={t} />
    </>
  )
}

function LaggingTable({
  view: { t },
  today,
  unitName,
  title,
  rows,
}: Shown & { title: string; rows: readonly Lagging[] }) {
  if (rows.length === 0) return null
  const headings = [words.community, words.reasons, words.helper, words.nextCheck]
  return (
    <>
      <h2>{title}</h2>
      <StackedTable headings={headings.map(word => t(word))}>
        {rows.map(lagging => {
          const next = lagging.checks.find(({ done }) => !done)
          return (
            <tr>
              <th scope="row">
                <div>
                  <a href={`/standings/lagging/${lagging.cycle}/${lagging.community}`}>{lagging.name}</a>{' '}
                  <small>
                    {unitName(lagging.subdistrict)} · {lagging.cycle}
                  </small>
                </div>
              </th>
              <td data-label={t(words.reasons)}>{lagging.reasons}</td>
              <td data-label={t(words.helper)}>
                {unitName(lagging.helper.unit)} {lagging.helper.post}
              </td>
              <td data-label={t(words.nextCheck)}>
                <span>
                  {lagging.lifted ? t(words.liftedOn, { date: lagging.lifted.on }) : (next?.on ?? '–')}{' '}
                  {!lagging.lifted && next && next.on < today && (
                    <span class="badge bad">{t(words.overdue)}</span>
                  )}
                </span>
              </td>
            </tr>
          )
        })}
      </StackedTable>
    </>
  )
}

import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import { policyName } from './policy-text.ts'
import { followText, ruleText } from './rule-text.ts'
import type { Series } from './series.ts'
import { words } from './words.ts'

interface SeriesProps {
  readonly view: View
  readonly series: readonly Series[]
  readonly mayPlan: boolean
}

/** A unit's series: on which days, when and where, and what becomes of a day off. Ending one takes two presses. */
export function SeriesTable({ view: { t }, series, mayPlan }: SeriesProps) {
  if (series.length === 0) return null
  const headings = [words.meetingTitle, words.rhythm, words.time, words.place, words.policy].map(text =>
    t(text),
  )
  return (
    <>
      <h2>{t(words.seriesTitle)}</h2>
      <StackedTable headings={[...headings, t(words.status)]}>
        {series.map(each => (
          <tr>
            <th scope="row">{each.title}</th>
            <td data-label={headings[1]}>
              {each.follows ? followText(each.follows, t) : ruleText(each.rule, t)}
            </td>
            <td data-label={headings[2]}>{each.time}</td>
            <td data-label={headings[3]}>{each.place || '–'}</td>
            <td data-label={headings[4]}>{t(policyName(each.policy))}</td>
            <td>
              {each.ended ? (
                <span class="muted">{t(words.seriesEnded, { date: each.ended })}</span>
              ) : (
                mayPlan && <EndForm t={t} id={each.id} />
              )}
            </td>
          </tr>
        ))}
      </StackedTable>
    </>
  )
}

function EndForm({ t, id }: { t: View['t']; id: string }) {
  return (
    <details>
      <summary>{t(words.endSeries)}</summary>
      <form method="post" action={`/meetings/series/${id}/end`} class="actions">
        <small>{t(words.endSeriesHint)}</small>
        <button type="submit" class="secondary">
          {t(words.endSeries)}
        </button>
      </form>
    </details>
  )
}

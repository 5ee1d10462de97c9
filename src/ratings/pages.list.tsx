import { punctuation } from '../shared/punctuation.ts'
import type { PlainDate } from '../shared/time.ts'
import { Dated } from '../shared/web/dated.tsx'
import type { Unit } from '../units/unit.ts'
import type { Reached } from './attainment.ts'
import type { Cycle } from './cycle.ts'
import { fairnessWords } from './fairness-words.ts'
import { noticeWords } from './notice-words.ts'
import { District, type DistrictProps } from './pages.district.tsx'
import { filterForm, type ListFilter, Pager } from './pages.list-filter.tsx'
import { type Held, RatingTable } from './pages.list-table.tsx'
import { OpenForm } from './pages.opening.tsx'
import { objectToPath } from './paths.ts'
import { previewWords } from './preview-words.ts'
import { words } from './words.ts'
import { yearlyWords } from './yearly-words.ts'

interface ListProps extends DistrictProps {
  readonly cycles: readonly Cycle[]
  readonly subdistricts: readonly Unit[]
  readonly filter: ListFilter
  readonly targets: readonly Reached[]
  /** The grades that hold today, by community. */
  readonly held: Held
  /** Staff see how the scores compare. */
  readonly mayCompare: boolean
  readonly today: PlainDate
}

const perPage = 50

/** The associations of a cycle that the person may see. */
export function CyclePage(props: ListProps) {
  const { view, cycle, cycles, ratings, subdistricts, filter, mayOpen } = props
  const { t } = view
  const found = ratings.filter(
    rating =>
      (!filter.subdistrict || rating.subdistrict === filter.subdistrict) &&
      (!filter.state || rating.state === filter.state),
  )
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const page = Math.min(filter.page, pages)
  const others = cycles.filter(other => other.id !== cycle.id)
  return (
    <>
      <h1>{t(words.cycleTitle, { year: cycle.year })}</h1>
      <p class="muted">
        <Dated
          text={t(words.cycleFacts, {
            starts: cycle.starts,
            ends: cycle.ends,
            count: cycle.communities.length,
            version: props.rubric.version,
          })}
        />
      </p>
      <TargetCards {...props} />
      <District {...props} />
      {subdistricts.length > 0 && filterForm(subdistricts, view, cycle.id, filter.subdistrict, filter.state)}
      {found.length === 0 ? (
        <p class="empty">{t(words.noneMatch)}</p>
      ) : (
        <RatingTable {...props} ratings={found.slice((page - 1) * perPage, page * perPage)} />
      )}
      {pages > 1 && <Pager view={view} page={page} pages={pages} filter={filter} />}
      <p class="actions">
        <a href={`/notice/${cycle.id}`}>{t(words.noticeLink)}</a>
        {mayOpen && <a href={objectToPath(cycle)}>{t(noticeWords.link)}</a>}
        <a href={`/ratings/${cycle.id}/reviews`}>{t(yearlyWords.link)}</a>
        {props.mayCompare && <a href={`/ratings/${cycle.id}/fairness`}>{t(fairnessWords.fairnessLink)}</a>}
        {mayOpen && <a href={`/ratings/${cycle.id}/preview`}>{t(previewWords.previewLink)}</a>}
      </p>
      {others.length > 0 && (
        <p>
          {t(words.otherCycles)}
          {t(punctuation.colon)}
          {others.map(other => (
            <>
              <a href={`/ratings/${other.id}`}>{other.id}</a>{' '}
            </>
          ))}
        </p>
      )}
      {mayOpen && <OpenForm view={view} today={props.today} />}
    </>
  )
}

function TargetCards({ view: { t }, targets }: ListProps) {
  return (
    <div class="cards">
      {targets.map(target => (
        <article>
          <strong>{t(target.key === 'firstClass' ? words.targetFirstClass : words.targetQualified)}</strong>
          <div class="figure">
            {target.count} / {target.needed}
          </div>
          <small>
            {t(words.targetLine, {
              count: target.count,
              needed: target.needed,
              percent: Math.round(target.target * 100),
              base: target.base,
              missing: target.missing,
              projected: target.projectedCount,
            })}
          </small>
        </article>
      ))}
    </div>
  )
}

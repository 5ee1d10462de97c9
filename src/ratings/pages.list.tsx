import { punctuation } from '../shared/punctuation.ts'
import type { PlainDate } from '../shared/time.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { drawFrame } from '../shared/web/frame.ts'
import type { Unit } from '../units/unit.ts'
import type { CommunityGrade, Reached } from './attainment.ts'
import type { Cycle } from './cycle.ts'
import { fairnessWords } from './fairness-words.ts'
import { noticeWords } from './notice-words.ts'
import { District, type DistrictProps } from './pages.district.tsx'
import { OpenForm } from './pages.opening.tsx'
import { objectToPath } from './paths.ts'
import { previewWords } from './preview-words.ts'
import { saidEarlier, saidGrade, saidScore } from './say.ts'
import { stateName, states } from './steps.ts'
import { words } from './words.ts'
import { yearlyWords } from './yearly-words.ts'

interface ListFilter {
  readonly subdistrict?: string | undefined
  readonly state?: string | undefined
  readonly page: number
}

interface ListProps extends DistrictProps {
  readonly cycles: readonly Cycle[]
  readonly subdistricts: readonly Unit[]
  readonly filter: ListFilter
  readonly targets: readonly Reached[]
  /** The grades that hold today, by community. */
  readonly held: ReadonlyMap<string, Pick<CommunityGrade, 'grade' | 'inForce'>>
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
        {t(words.cycleFacts, {
          starts: cycle.starts,
          ends: cycle.ends,
          count: cycle.communities.length,
          version: props.rubric.version,
        })}
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

const ratingRow = drawFrame(
  [
    'path',
    'name',
    'subdistrict',
    'state',
    'self',
    'subdistrictScore',
    'districtScore',
    'look',
    'grade',
    'earlier',
  ],
  (gap, { t }: View) => (
    <tr>
      <th scope="row">
        <a href={gap.path}>{gap.name}</a>
      </th>
      <td data-label={t(words.subdistrict)}>{gap.subdistrict}</td>
      <td data-label={t(words.state)}>
        <span class="badge">{gap.state}</span>
      </td>
      <td class="num" data-label={t(words.selfScore)}>
        {gap.self}
      </td>
      <td class="num" data-label={t(words.subdistrictScore)}>
        {gap.subdistrictScore}
      </td>
      <td class="num" data-label={t(words.districtScore)}>
        {gap.districtScore}
      </td>
      <td data-label={t(words.grade)}>
        <div>
          <span class={gap.look}>{gap.grade}</span> <small>{gap.earlier}</small>
        </div>
      </td>
    </tr>
  ),
)

function RatingTable({ view, cycle, ratings, subdistricts, held }: ListProps) {
  const { t } = view
  const nameOf = new Map(subdistricts.map(unit => [unit.id, unit.name]))
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{t(words.community)}</th>
          <th scope="col">{t(words.subdistrict)}</th>
          <th scope="col">{t(words.state)}</th>
          <th scope="col" class="num">
            {t(words.selfScore)}
          </th>
          <th scope="col" class="num">
            {t(words.subdistrictScore)}
          </th>
          <th scope="col" class="num">
            {t(words.districtScore)}
          </th>
          <th scope="col">{t(words.grade)}</th>
        </tr>
      </thead>
      <tbody>
        {ratings.map(rating =>
          ratingRow(
            {
              path: `/ratings/${cycle.id}/${rating.community}`,
              name: rating.name,
              subdistrict: nameOf.get(rating.subdistrict),
              state: t(stateName(rating.state)),
              self: saidScore(rating.result.selfScore),
              subdistrictScore: saidScore(rating.result.subdistrictScore),
              districtScore: saidScore(rating.result.districtScore),
              look: rating.grade ? '' : 'muted',
              grade: saidGrade(rating, t),
              earlier: saidEarlier(held.get(rating.community), cycle.id, t),
            },
            view,
          ),
        )}
      </tbody>
    </table>
  )
}

const filterForm = drawOnce(
  (subdistricts: readonly Unit[], { t }: View, cycle: string, subdistrict?: string, state?: string) => (
    <form method="get" action={`/ratings/${cycle}`} class="actions">
      <select name="subdistrict" aria-label={t(words.subdistrict)}>
        <option value="">
          {t(words.subdistrict)}
          {t(punctuation.colon)}
          {t(words.all)}
        </option>
        {subdistricts.map(unit => (
          <option value={unit.id} selected={subdistrict === unit.id}>
            {unit.name}
          </option>
        ))}
      </select>
      <select name="state" aria-label={t(words.state)}>
        <option value="">
          {t(words.state)}
          {t(punctuation.colon)}
          {t(words.all)}
        </option>
        {states.map(each => (
          <option value={each} selected={state === each}>
            {t(stateName(each))}
          </option>
        ))}
      </select>
      <button type="submit" class="secondary">
        {t(words.filter)}
      </button>
    </form>
  ),
  30,
)

function Pager({
  view: { t },
  page,
  pages,
  filter,
}: {
  view: View
  page: number
  pages: number
  filter: ListFilter
}) {
  const to = (n: number) =>
    `?${new URLSearchParams({ subdistrict: filter.subdistrict ?? '', state: filter.state ?? '', page: String(n) })}`
  return (
    <p class="actions">
      {page > 1 && <a href={to(page - 1)}>{t(words.previous)}</a>}
      <span>{t(words.pageOf, { page, pages })}</span>
      {page < pages && <a href={to(page + 1)}>{t(words.following)}</a>}
    </p>
  )
}

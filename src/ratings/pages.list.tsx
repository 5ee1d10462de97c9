import { dateOf } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import type { Attainment, CommunityGrade } from './attainment.ts'
import type { Cycle, Draw } from './cycle.ts'
import type { Rating } from './rating.ts'
import type { Rubric } from './rubric.ts'
import { saidEarlier, saidGrade, saidScore } from './say.ts'
import { type Action, stateName, states } from './steps.ts'
import { words } from './words.ts'

/** Deeds that the district does for all that are ready for them. */
export const bulkActions = ['propose', 'announce', 'finalise', 'expire'] as const satisfies readonly Action[]
export type BulkAction = (typeof bulkActions)[number]

interface ListFilter {
  readonly subdistrict?: string | undefined
  readonly state?: string | undefined
  readonly page: number
}

interface ListProps {
  readonly view: View
  readonly cycle: Cycle
  readonly cycles: readonly Cycle[]
  readonly rubric: Rubric
  /** In the actor's scope. */
  readonly ratings: readonly Rating[]
  readonly subdistricts: readonly Unit[]
  readonly filter: ListFilter
  readonly targets: readonly Attainment[]
  /** The grades that hold today, by community. */
  readonly held: ReadonlyMap<string, Pick<CommunityGrade, 'grade' | 'inForce'>>
  readonly zone: string
  /** How many are ready for each; none for anyone but the district. */
  readonly ready: readonly (readonly [BulkAction, number])[]
  readonly drawable: number
  readonly mayOpen: boolean
  /** Staff see how the scores compare. */
  readonly mayCompare: boolean
  readonly today: string
}

const perPage = 50

/** The associations of a cycle that the person may see. */
export function CyclePage(props: ListProps) {
  const { view, cycle, cycles, ratings, filter, mayOpen } = props
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
      <FilterForm {...props} />
      {found.length === 0 ? (
        <p class="empty">{t(words.noneMatch)}</p>
      ) : (
        <RatingTable {...props} ratings={found.slice((page - 1) * perPage, page * perPage)} />
      )}
      {pages > 1 && <Pager view={view} page={page} pages={pages} filter={filter} />}
      <p class="actions">
        <a href={`/notice/${cycle.id}`}>{t(words.noticeLink)}</a>
        {props.mayCompare && <a href={`/ratings/${cycle.id}/fairness`}>{t(words.fairnessLink)}</a>}
        {mayOpen && <a href={`/ratings/${cycle.id}/preview`}>{t(words.previewLink)}</a>}
      </p>
      {others.length > 0 && (
        <p>
          {t(words.otherCycles)}：
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

function RatingTable({ view: { t }, cycle, ratings, subdistricts, held }: ListProps) {
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
        {ratings.map(rating => (
          <tr>
            <th scope="row">
              <a href={`/ratings/${cycle.id}/${rating.community}`}>{rating.name}</a>
            </th>
            <td data-label={t(words.subdistrict)}>{nameOf.get(rating.subdistrict) ?? ''}</td>
            <td data-label={t(words.state)}>
              <span class="badge">{t(stateName(rating.state))}</span>
            </td>
            <td class="num" data-label={t(words.selfScore)}>
              {saidScore(rating.result.selfScore)}
            </td>
            <td class="num" data-label={t(words.subdistrictScore)}>
              {saidScore(rating.result.subdistrictScore)}
            </td>
            <td class="num" data-label={t(words.districtScore)}>
              {saidScore(rating.result.districtScore)}
            </td>
            <td data-label={t(words.grade)}>
              <div>
                <span class={rating.grade ? '' : 'muted'}>{saidGrade(rating, t)}</span>{' '}
                <small>{saidEarlier(held.get(rating.community), cycle.id, t)}</small>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FilterForm({ view: { t }, cycle, filter, subdistricts }: ListProps) {
  if (subdistricts.length === 0) return null
  return (
    <form method="get" action={`/ratings/${cycle.id}`} class="actions">
      <select name="subdistrict" aria-label={t(words.subdistrict)}>
        <option value="">
          {t(words.subdistrict)}：{t(words.all)}
        </option>
        {subdistricts.map(unit => (
          <option value={unit.id} selected={filter.subdistrict === unit.id}>
            {unit.name}
          </option>
        ))}
      </select>
      <select name="state" aria-label={t(words.state)}>
        <option value="">
          {t(words.state)}：{t(words.all)}
        </option>
        {states.map(state => (
          <option value={state} selected={filter.state === state}>
            {t(stateName(state))}
          </option>
        ))}
      </select>
      <button type="submit" class="secondary">
        {t(words.filter)}
      </button>
    </form>
  )
}

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

/** What the district does for the cycle as a whole: drawing the spot check, and steps for all that are ready. */
function District(props: ListProps) {
  const { view, cycle, ready, drawable, rubric, mayOpen } = props
  const { t } = view
  if (!mayOpen) return null
  const bulkWords = {
    propose: words.bulkPropose,
    announce: words.bulkAnnounce,
    finalise: words.bulkFinalise,
    expire: words.bulkExpire,
  }
  const some = ready.filter(([, count]) => count > 0)
  return (
    <>
      {some.length > 0 && (
        <>
          <h2>{t(words.bulk)}</h2>
          <form method="post" action={`/ratings/${cycle.id}/steps`} class="actions">
            {some.map(([action, count]) => (
              <button type="submit" name="action" value={action} class="secondary">
                {t(bulkWords[action], { count })}
              </button>
            ))}
          </form>
        </>
      )}
      {(drawable > 0 || cycle.draws.length > 0) && (
        <details open={drawable > 0}>
          <summary>{t(words.spotCheck)}</summary>
          <p>
            <small>{t(words.spotCheckHint, rubric.sample)}</small>
          </p>
          {drawable > 0 && (
            <form method="post" action={`/ratings/${cycle.id}/sample`}>
              <p>{t(words.candidates, { count: drawable })}</p>
              <Field view={view} name="seed" label={t(words.seed)} optional />
              <button type="submit">{t(words.draw)}</button>
            </form>
          )}
          {cycle.draws.map(draw => (
            <DrawnLine {...props} draw={draw} />
          ))}
        </details>
      )}
    </>
  )
}

function DrawnLine({ view: { t }, cycle, ratings, draw, zone }: ListProps & { draw: Draw }) {
  const names = draw.drawn.map(code => ratings.find(rating => rating.community === code)?.name ?? code)
  return (
    <>
      <p>
        {t(words.drawnLine, {
          date: dateOf(draw.at, zone),
          from: draw.from.length,
          drawn: draw.drawn.length,
          seed: draw.seed,
        })}{' '}
        {names.join('、')}
      </p>
      <p>
        <small>{t(words.redraw, { cycle: cycle.id })}</small>
      </p>
    </>
  )
}

interface OpenProps {
  readonly view: View
  readonly today: string
  readonly typed?: Typed
  readonly faults?: Faults
}

function OpenForm({ view, today, typed, faults }: OpenProps) {
  const { t } = view
  // From November on, the year that has begun is the next one.
  const year = Number(today.slice(0, 4)) + (today.slice(5, 7) >= '11' ? 1 : 0)
  return (
    <section>
      <h2>{t(words.openCycle)}</h2>
      <p>
        <small>{t(words.openHint)}</small>
      </p>
      <FaultList view={view} faults={faults} />
      <form method="post" action="/ratings">
        <Field
          view={view}
          name="year"
          type="number"
          label={t(words.year)}
          hint={t(words.yearHint)}
          typed={typed ?? { year: String(year) }}
          {...(faults ? { faults } : {})}
        />
        <button type="submit">{t(words.openCycle)}</button>
      </form>
    </section>
  )
}

/** Before any cycle is open, and where opening one was refused. */
export function NoCyclePage(props: OpenProps & { mayOpen: boolean; none: boolean }) {
  const { t } = props.view
  return (
    <>
      <h1>{t(words.title)}</h1>
      {props.none && (
        <div class="empty">
          <p>
            <strong>{t(words.noCycle)}</strong>
          </p>
          <p>{t(words.noCycleMore)}</p>
        </div>
      )}
      {props.mayOpen && <OpenForm {...props} />}
    </>
  )
}

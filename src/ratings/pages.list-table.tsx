import type { View } from '../shared/web/env.ts'
import { drawFrame } from '../shared/web/frame.ts'
import type { Unit } from '../units/unit.ts'
import type { CommunityGrade } from './attainment.ts'
import type { Cycle } from './cycle.ts'
import type { Rating } from './rating.ts'
import { saidEarlier, saidGrade, saidScore } from './say.ts'
import { stateName } from './steps.ts'
import { words } from './words.ts'

/** The grades that hold today, by community. */
export type Held = ReadonlyMap<string, Pick<CommunityGrade, 'grade' | 'inForce'>>

interface Props {
  readonly view: View
  readonly cycle: Cycle
  readonly ratings: readonly Rating[]
  readonly subdistricts: readonly Unit[]
  readonly held: Held
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

/** The ratings of a page of the list, each with the grade that holds today where an earlier cycle decided it. */
export function RatingTable({ view, cycle, ratings, subdistricts, held }: Props) {
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

import type { CommunityGrade } from '../ratings/attainment.ts'
import type { Standards } from '../registers/standards.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Satisfaction, SatisfactionBook } from '../surveys/overview.ts'
import { communitiesOn, type UnitTree } from '../units/tree.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import type { PartTitle } from './gap-text.ts'
import { type Part, targetsOf } from './reached.ts'
import { laggingRows, registerRows } from './register-rows.ts'
import type { CommunityRow, Figures, SubdistrictRow, Summary } from './summary.ts'

/** Subdistricts of a district, for as many viewers; beyond that they are worked out again. */
const mostParts = 64

/**
 * The summary of the units that somebody may see; the whole district's when all of them are given. Of a thousand communities it
 * takes milliseconds: each part of it is remembered by what it was made of, so that a write costs its own part only.
 */
export const rollUp = rememberBeside((figures: Figures, seen: readonly Unit[]): Summary => {
  const { tree, today } = figures
  const grades = gradesSeen(figures.cycle ? figures.grades : gradesUnknown(tree, today), seen)
  const before = figures.gradesBefore && gradesSeen(figures.gradesBefore, seen)
  const communities = withSatisfaction(grades, figures.satisfaction)
  const within = new Set(grades.map(row => row.subdistrict))
  const subdistricts = tree.ofLevel('subdistrict').filter(unit => within.has(unit.id))
  const open = openOf(seen, today)
  const { standards, sheetOf, groupsOf, heldPosts } = figures
  const registers = registersOf(grades, open, today, standards, sheetOf, groupsOf, heldPosts)
  const lagging = laggingRows(figures, grades)
  const whole: Part = { rows: communities, grades, before, units: seen, open, registers, lagging }
  return {
    of: seen[0] && tree.within(seen[0].id).length === seen.length ? seen[0] : undefined,
    year: figures.year,
    cycle: figures.cycle,
    ahead: figures.ahead,
    units: { subdistricts: subdistricts.length, communities: communities.length },
    targets: targetsOf(figures, whole),
    subdistricts: ranked(
      subdistricts.map(({ id, name }) => {
        const part = {
          rows: ofSubdistrict(communities, id),
          grades: ofSubdistrict(grades, id),
          before: before && ofSubdistrict(before, id),
          units: unitsWithin(seen, tree, id),
          open: open.filter(unit => unit.id === id),
          registers: ofSubdistrict(registers, id),
          lagging: ofSubdistrict(lagging, id),
        }
        return { code: id, name, communities: part.rows.length, targets: targetsOf(figures, part) }
      }),
    ),
    communities,
    registers,
    lagging,
    highlights: figures.highlights.filter(({ subdistrict }) => within.has(subdistrict)),
    nameOf: code => tree.find(code)?.name ?? code,
    partTitle: titlesOf(figures.rubric),
    ratingUrl: code => figures.cycle && `${figures.publicUrl}/ratings/${figures.cycle.id}/${code}`,
  }
}, mostParts)

const codesOf = rememberBeside((units: readonly Unit[]) => new Set(units.map(({ id }) => id)))

const gradesSeen = rememberBeside((rows: readonly CommunityGrade[], seen: readonly Unit[]) =>
  rows.filter(row => codesOf(seen).has(row.code)),
)

const openOf = rememberBeside((units: readonly Unit[], today: PlainDate) =>
  units.filter(unit => isOpenOn(unit, today)),
)

/** For every subdistrict of the list, within the sight of as many people. */
const unitsWithin = rememberBeside(
  (seen: readonly Unit[], tree: UnitTree, code: string) =>
    tree.within(code).filter(unit => codesOf(seen).has(unit.id)),
  mostParts,
)

const registersOf = rememberBeside(
  (
    grades: readonly CommunityGrade[],
    open: readonly Unit[],
    today: PlainDate,
    standards: Standards,
    sheetOf: Figures['sheetOf'],
    groupsOf: Figures['groupsOf'],
    heldPosts: Figures['heldPosts'],
  ) => registerRows({ standards, sheetOf, groupsOf, heldPosts }, grades, open, today),
)

interface OfSubdistrict {
  readonly subdistrict: string
}

const bySubdistrict = rememberBeside((rows: readonly OfSubdistrict[]) => {
  const parts = new Map<string, OfSubdistrict[]>()
  for (const row of rows) {
    const known = parts.get(row.subdistrict)
    if (known) known.push(row)
    else parts.set(row.subdistrict, [row])
  }
  return parts
})

/** The rows of a subdistrict, always in the same list. */
function ofSubdistrict<T extends OfSubdistrict>(rows: readonly T[], code: string): readonly T[] {
  return (bySubdistrict(rows).get(code) ?? none) as readonly T[]
}

const none: readonly never[] = []

/** One for each rubric, so that what was drawn with it is found again. */
const titlesOf = rememberBeside(({ gates, sections, items }: Figures['rubric']): PartTitle => {
  const titles = new Map([...gates, ...sections, ...items].map(({ id, title }) => [id, title]))
  return part => titles.get(part)
})

/** Without a cycle, the communities that exist today, with nothing known of their grade. */
const gradesUnknown = rememberBeside((tree: UnitTree, today: PlainDate): readonly CommunityGrade[] =>
  communitiesOn(tree, today).map(({ id, name, parent }) => ({
    code: id,
    name,
    subdistrict: parent ?? '',
    grade: null,
    inForce: null,
    projected: null,
    score: null,
    gap: null,
  })),
)

/** A row stays the same until its own grade or its own answers change. */
const withSatisfaction = rememberBeside(
  (grades: readonly CommunityGrade[], satisfaction: SatisfactionBook): readonly CommunityRow[] =>
    grades.map(row => communityRow(row, satisfaction.of(row.code))),
  2,
)

const communityRow = rememberBeside(
  (row: CommunityGrade, satisfaction: Satisfaction | undefined): CommunityRow => ({ ...row, satisfaction }),
  2,
)

function ranked(rows: readonly Omit<SubdistrictRow, 'rank'>[]): SubdistrictRow[] {
  const shares = ({ targets }: Omit<SubdistrictRow, 'rank'>) =>
    targets.slice(0, 2).map(each => each.value ?? -1)
  const before = (a: readonly number[], b: readonly number[]) =>
    (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0)
  return rows.map(row => ({
    ...row,
    rank: 1 + rows.filter(other => before(shares(other), shares(row)) < 0).length,
  }))
}

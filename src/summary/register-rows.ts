import type { CommunityGrade } from '../ratings/attainment.ts'
import { neededOf } from '../ratings/attainment.ts'
import type { Post } from '../registers/fields.ts'
import { councilOf, filledPosts, type TermState, termState } from '../registers/figures.ts'
import { type GroupList, openGroups } from '../registers/groups.ts'
import { type Guarantee, type GuaranteeState, guarantees, guaranteesOf } from '../registers/guarantees.ts'
import type { Sheet } from '../registers/sheet.ts'
import type { Standards } from '../registers/standards.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Highlight } from '../standings/highlight.ts'
import type { Lagging } from '../standings/lagging.ts'
import type { Unit } from '../units/unit.ts'
import type { Lack, ListTarget } from './target.ts'

/** What the registers and what follows from grades say, by unit; the root reads them. */
export interface RegisterFigures {
  readonly standards: Standards
  readonly sheetOf: (unit: string) => Sheet | undefined
  readonly groupsOf: (unit: string) => GroupList | undefined
  readonly heldPosts: (unit: string) => readonly Post[]
  /** Listed in the cycle, and those of earlier cycles that are not lifted yet. */
  readonly lagging: readonly Lagging[]
  /** Of the cycle's year. */
  readonly highlights: readonly Highlight[]
}

/** An association with its guarantees (R3) and, a community's, its optimisations (R4). */
export interface RegisterRow {
  readonly code: string
  readonly name: string
  readonly level: 'subdistrict' | 'community'
  readonly subdistrict: string
  readonly entered: boolean
  readonly guarantees: Readonly<Partial<Record<Guarantee, GuaranteeState>>>
  readonly values: Sheet['values']
  readonly posts: number | null
  readonly term: TermState | null
  readonly council: { readonly size: number; readonly categories: number } | null
  readonly membersOn: PlainDate | null
  readonly groups: number | null
  readonly fiveGood: number | null
}

/** The subdistricts within sight and the communities that the cycle froze. */
export function registerRows(
  figures: Pick<RegisterFigures, 'standards' | 'sheetOf' | 'groupsOf' | 'heldPosts'>,
  communities: readonly CommunityGrade[],
  units: readonly Unit[],
  today: PlainDate,
): readonly RegisterRow[] {
  const areas = units
    .filter(({ level }) => level === 'subdistrict')
    .map(({ id, name }) => ({ code: id, name, level: 'subdistrict' as const, subdistrict: id }))
  const own = communities.map(({ code, name, subdistrict }) => ({
    ...{ code, name, subdistrict },
    level: 'community' as const,
  }))
  return [...areas, ...own].map(unit => {
    const sheet = figures.sheetOf(unit.code)
    const groups = figures.groupsOf(unit.code)
    const open = groups && openGroups(groups)
    const council = sheet && councilOf(sheet)
    const ends = sheet?.values.termEnds
    return {
      ...unit,
      entered: sheet !== undefined,
      guarantees: guaranteesOf(unit.level, sheet, figures.standards),
      values: sheet?.values ?? {},
      posts: filledPosts(sheet, figures.heldPosts(unit.code))?.length ?? null,
      term: typeof ends === 'string' ? termState(ends, today) : null,
      council: council?.known ? { size: council.size, categories: council.categories.length } : null,
      membersOn: sheet?.updated.members ?? null,
      groups: open?.length ?? null,
      fiveGood: open?.filter(({ appraisal }) => appraisal?.outcome === 'confirmed').length ?? null,
    }
  })
}

/** The guarantees met of those that are owed: one a subdistrict, two a community. */
export function guaranteesTarget(
  rows: readonly RegisterRow[],
  { guarantees: standard }: Standards,
): ListTarget {
  const states = rows.flatMap(row => Object.values(row.guarantees))
  const lacking = rows
    .map(row => ({
      row,
      lacks: guarantees.filter(each => row.guarantees[each] && row.guarantees[each] !== 'met'),
    }))
    .filter(({ lacks }) => lacks.length > 0)
    .sort((a, b) => Number(b.row.entered) - Number(a.row.entered) || a.lacks.length - b.lacks.length)
  return listTarget('guarantees', standard.targetPercent, {
    base: states.length,
    count: states.filter(state => state === 'met').length,
    known: rows.some(({ entered }) => entered),
    nearest: lacking.map(({ row, lacks }) => ({ code: row.code, name: row.name, lacks })),
  })
}

/** A lagging community, listed or still to be listed. */
export interface LaggingRow {
  readonly code: string
  readonly name: string
  readonly subdistrict: string
  readonly lagging: Lagging | undefined
}

/** Communities that are listed, and those whose grade in force is 未达标 and that are not. */
export function laggingRows(
  { lagging }: Pick<RegisterFigures, 'lagging'>,
  communities: readonly CommunityGrade[],
): readonly LaggingRow[] {
  const known = new Map(lagging.toReversed().map(each => [each.community, each]))
  return communities.flatMap(({ code, name, subdistrict, grade }) => {
    const listed = known.get(code)
    return listed || grade === 'notQualified' ? [{ code, name, subdistrict, lagging: listed }] : []
  })
}

/** Lagging communities that were lifted; with none at all, nothing is left to turn around. */
export function laggingTarget(
  rows: readonly LaggingRow[],
  { lagging: standard }: Standards,
  known: boolean,
): ListTarget {
  const open = rows.filter(row => !row.lagging?.lifted)
  const lack = ({ lagging }: LaggingRow): Lack => (lagging ? 'beingHelped' : 'notListed')
  return listTarget('lagging', standard.targetPercent, {
    base: rows.length,
    count: rows.length - open.length,
    known: known || rows.length > 0,
    nearest: open
      .toSorted((a, b) => Number(b.lagging !== undefined) - Number(a.lagging !== undefined))
      .map(row => ({ code: row.code, name: row.name, lacks: [lack(row)] })),
  })
}

/** Subdistricts with as many highlights as the standards ask for. */
export function highlightsTarget(
  { highlights, standards }: Pick<RegisterFigures, 'highlights' | 'standards'>,
  units: readonly Unit[],
): ListTarget {
  const areas = units.filter(({ level }) => level === 'subdistrict')
  const own = (code: string) => highlights.filter(({ subdistrict }) => subdistrict === code).length
  const without = areas.filter(({ id }) => own(id) < standards.highlights.atLeast)
  return listTarget('highlights', standards.highlights.targetPercent, {
    base: areas.length,
    count: areas.length - without.length,
    known: areas.length > 0,
    nearest: without.map(({ id, name }) => ({ code: id, name, lacks: ['highlight' as const] })),
  })
}

function listTarget(
  key: ListTarget['key'],
  percent: number,
  {
    base,
    count,
    known,
    nearest,
  }: Pick<ListTarget, 'base' | 'count' | 'nearest'> & { readonly known: boolean },
): ListTarget {
  const needed = neededOf(base, percent)
  const missing = Math.max(0, needed - count)
  return {
    ...{ key, base, count, needed, missing, nearest },
    target: percent / 100,
    value: !known ? null : base === 0 ? 1 : count / base,
    status: !known ? 'noData' : missing === 0 ? 'met' : 'notMet',
  }
}

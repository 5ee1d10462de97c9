import { groupsOf } from './grouping.ts'
import { added, type PublishedLevels, publishedLevels } from './published-levels.ts'
import { limitsOf, lineOf, type Measured, type Published, rateOf } from './published-line.ts'
import type { Round, RoundUnit } from './round.ts'
import type { KnownCells, Span, Told } from './told.ts'

export interface PublishedGroup {
  /** Null for units in no subdistrict, and where all are in one. */
  readonly subdistrict: Published | null
  readonly units: readonly Published[]
}

export interface PublishedTheme extends Published {
  readonly title: Round['form']['title']
}

export interface PublishedResults {
  readonly total: Published
  /** Null where there is no rate. */
  readonly levels: PublishedLevels | null
  /** The other questions, over all units. */
  readonly themes: readonly PublishedTheme[]
  readonly groups: readonly PublishedGroup[]
  /** The total's rate with the answers that were left out; a range where few of these said the one or the other. */
  readonly rateWithAll: Span | null
}

type Asked = Measured & Pick<Round, 'units' | 'form'>

/**
 * The result of a round, for everybody, made of nothing but what is told of each of the sets of answers that it rests on
 * (`told`, the oldest first): those before its first ending, and those that came between later ones. Since no answer is in
 * two of them, and each is told in a way that hides what is small in it, no later result gives an earlier one away. A line
 * that got fewer than the minimum between two endings, or so that it is told as a wide range, keeps its figures (`stands`).
 */
export function publishedResults(round: Asked, told: readonly Told[]): PublishedResults {
  const { units, form } = round
  const limits = limitsOf(round)
  const isTold = ({ valid, others }: KnownCells, at: number) =>
    valid.least >= limits.minimum &&
    (at === 0 || Math.max(widthOf(valid), widthOf(others)) <= 2 * limits.smallCell)
  const unitsTold = (members: readonly RoundUnit[], one: Told, at: number) =>
    members.flatMap(({ code }) => one.units[code] ?? []).filter(cells => isTold(cells, at))
  const line = (
    of: { code: string; name: string },
    members: readonly RoundUnit[],
    pick: (one: Told) => KnownCells | undefined,
    parts = members,
  ): Published => {
    const all = told.map(one => pick(one) ?? nothing)
    const counted = all.flatMap((cells, at) => {
      const one = told[at]
      return one && isTold(cells, at) ? [narrowed(cells, unitsTold(parts, one, at))] : []
    })
    const cells = counted.length > 0 ? counted.reduce(together) : (all[0] ?? nothing)
    const last = all.length - 1
    const stands = last > 0 && !isTold(all[last] ?? nothing, last)
    return { ...lineOf(round, of, members, cells, limits), ...(stands && { stands }) }
  }
  const counted = told.flatMap((one, at) =>
    isTold(one.total, at) ? [{ ...one, whole: narrowed(one.total, unitsTold(units, one, at)) }] : [],
  )
  const groups = groupsOf(units.map(unit => ({ unit })))
  const isDivided = groups.filter(([first]) => first?.unit.subdistrict).length > 1
  const levels = counted.flatMap(({ levels }) => levels ?? [])
  const whole = counted.map(one => one.whole).reduce(together, nothing)
  return {
    total: line({ code: '', name: '' }, units, ({ total }) => total),
    levels: levels.length > 0 ? publishedLevels(round.basis, levels, whole) : null,
    themes: form.themes
      .filter(({ name }) => name !== form.overall)
      .map(({ name, title }) => ({
        ...line({ code: name, name: '' }, units, ({ themes }) => themes[name], []),
        title,
      })),
    groups: groups.map(members => {
      const subdistrict = members[0]?.unit.subdistrict
      const own = members.map(({ unit }) => unit)
      return {
        subdistrict:
          isDivided && subdistrict
            ? line(subdistrict, own, ({ subdistricts }) => subdistricts[subdistrict.code])
            : null,
        units: own.map(unit => line(unit, [unit], told => told.units[unit.code])),
      }
    }),
    rateWithAll: counted.length > 0 ? rateOf(counted.map(withAllOf).reduce(together)) : null,
  }
}

const widthOf = ({ least, most }: Span) => most - least

const nothing: KnownCells = { valid: { least: 0, most: 0 }, others: { least: 0, most: 0 } }

/**
 * What follows for a sum from what is told of the units in it: whoever is certainly satisfied there is not dissatisfied
 * here. Anybody could work it out; left to the reader, a round that few units took part in reads as if hundreds of its
 * answers might be anything.
 */
function narrowed(cells: KnownCells, units: readonly KnownCells[]): KnownCells {
  const satisfied = units.reduce((sum, unit) => sum + Math.max(0, unit.valid.least - unit.others.most), 0)
  const most = Math.min(cells.others.most, cells.valid.most - satisfied)
  return { ...cells, others: { ...cells.others, most } }
}

/** The total with the answers that were left out, as narrow as the total itself. */
function withAllOf({ total, withAll, whole }: Told & { readonly whole: KnownCells }): KnownCells {
  const most = withAll.others.most - (total.others.most - whole.others.most)
  return { ...withAll, others: { ...withAll.others, most } }
}

function together(a: KnownCells, b: KnownCells): KnownCells {
  return { valid: added(a.valid, b.valid), others: added(a.others, b.others) }
}

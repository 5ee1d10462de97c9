import { people } from '../people/store.ts'
import type { Actor } from '../shared/actor.ts'
import { type AssessmentYear, assessmentYear, yearOn } from '../shared/assessment-year.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import { dateOf } from '../shared/time.ts'
import { actsFor } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import type { Contradiction, Limits } from './contradictions.ts'
import { contradictionsIn, enter } from './entering.ts'
import type { Post } from './fields.ts'
import { emptyGroups, type GroupList } from './groups.ts'
import { postsHeld } from './posts.ts'
import { no } from './refusals.ts'
import { type Entry, emptySheet, type Hand, type Sheet, sheetId, type Wanted } from './sheet.ts'
import { standards } from './standards-file.ts'
import { memberGroups, sheets } from './store.ts'
import { startsMonth } from './year-file.ts'

/** What the root passes in. */
export interface RegisterParts {
  /** The year that is being assessed: the newest cycle’s, else the one that today falls in. */
  readonly year: () => Promise<string>
  /** Told when registers of a year have changed: the ratings follow at once. */
  readonly entered: (year: string, units: readonly string[]) => Promise<void>
}

/** A unit's registers of a year with everything that their pages need. */
export interface Opened {
  readonly unit: Unit
  readonly year: AssessmentYear
  readonly sheet: Sheet
  /** The sheet of the year before, to be looked up. */
  readonly before: Sheet | undefined
  /** The posts that registered people hold. */
  readonly held: readonly Post[]
}

/** A rule on a community's groups. */
export type GroupRule = (
  list: GroupList,
  hand: Hand & { readonly months: readonly string[] },
) => GroupList | Refusal

export type RegisterDesk = ReturnType<typeof registerDesk>

/** Where registers are read and changed. */
export function registerDesk(kit: Kit, { year: currentYear, entered }: RegisterParts) {
  const { store } = kit
  const today = () => dateOf(kit.now(), kit.zone)
  const limitsOf = ({ population }: Unit): Limits => ({
    ...standards.leadership,
    population,
  })

  /** The years that a page offers: the one being assessed, those beside it, and the one that has begun. */
  async function years(): Promise<readonly string[]> {
    const year = Number(await currentYear())
    const begun = Number(yearOn(today(), startsMonth))
    return [...new Set([year - 1, year, begun])].sort().map(String)
  }

  /** A year from a little before the product to the next one. */
  async function yearOf(id: string): Promise<AssessmentYear | Refusal> {
    const latest = Number((await years()).at(-1)) + 1
    const known = /^\d{4}$/.test(id) && Number(id) >= 2000 && Number(id) <= latest
    return known ? assessmentYear(id, startsMonth) : no.unknownYear({ year: id })
  }

  /** The months of a year that have begun. */
  function begunMonths(year: AssessmentYear): readonly string[] {
    return year.months.filter(month => month <= today().slice(0, 7))
  }

  function handOf(actor: Actor): Hand {
    return { by: { id: actor.id, name: actor.name }, now: kit.now(), today: today() }
  }

  /** The unit, when it has registers and is the actor's to see, or to act for as staff. */
  async function unitFor(
    from: Reading,
    actor: Actor,
    code: string,
    staffOnly = false,
  ): Promise<Unit | Refusal> {
    const tree = await readTree(from)
    const unit = tree.find(code)
    if (!unit || (unit.level !== 'subdistrict' && unit.level !== 'community')) return no.noSheet()
    const may = actsFor(actor, tree, code, staffOnly ? ['district', 'subdistrict'] : undefined)
    return may && (unit.closed === undefined || isOpenOn(unit, today())) ? unit : no.notYours()
  }

  async function open(actor: Actor, yearId: string, code: string): Promise<Opened | Refusal> {
    const year = await yearOf(yearId)
    if (isRefusal(year)) return year
    const unit = await unitFor(store, actor, code)
    if (isRefusal(unit)) return unit
    return {
      unit,
      year,
      sheet: (await store.find(sheets, sheetId(year.id, code))) ?? emptySheet(year.id, code),
      before: await store.find(sheets, sheetId(String(Number(year.id) - 1), code)),
      held: postsHeld(await store.list(people, 'unit', code), code),
    }
  }

  /** The sheets and the groups of a year, by unit. */
  async function sheetsOf(year: string): Promise<(unit: string) => Sheet | undefined> {
    const kept = new Map((await store.list(sheets, 'year', year)).map(sheet => [sheet.unit, sheet]))
    return unit => kept.get(unit)
  }

  async function groupListsOf(year: string): Promise<(unit: string) => GroupList | undefined> {
    const kept = new Map((await store.list(memberGroups, 'year', year)).map(list => [list.unit, list]))
    return unit => kept.get(unit)
  }

  /** What would contradict itself in a unit's sheet of a year, were something entered. */
  async function contradictionsOf(
    yearId: string,
    unit: Unit,
    wanted: Wanted,
  ): Promise<readonly Contradiction[]> {
    const sheet = (await store.find(sheets, sheetId(yearId, unit.id))) ?? emptySheet(yearId, unit.id)
    return contradictionsIn(sheet, wanted, limitsOf(unit), today())
  }

  /** Changes what is kept of some units for a year in one command, all or none; `change` tells whether it changed it. */
  async function changeEach<E extends { readonly unit: string }>(
    actor: Actor,
    yearId: string,
    entries: Iterable<E>,
    change: (tx: Writing, year: AssessmentYear, entry: E) => Promise<boolean | Refusal>,
  ): Promise<number | Refusal> {
    const year = await yearOf(yearId)
    if (isRefusal(year)) return year
    const done = await store.write(actor.id, async tx => {
      const changed: string[] = []
      for (const entry of entries) {
        const isChanged = await change(tx, year, entry)
        if (isRefusal(isChanged)) return isChanged
        if (isChanged) changed.push(entry.unit)
      }
      return changed
    })
    if (isRefusal(done)) return done
    await entered(year.id, done)
    return done.length
  }

  /** Enters values into the sheets of some units, all or none. */
  async function enterAll(
    actor: Actor,
    yearId: string,
    entries: readonly { readonly unit: string; readonly wanted: Wanted; readonly base?: number }[],
    way: Entry['way'],
  ): Promise<number | Refusal> {
    return changeEach(actor, yearId, entries, async (tx, year, { unit: code, wanted, base }) => {
      const unit = await unitFor(tx, actor, code)
      if (isRefusal(unit)) return unit
      const kept = await tx.find(sheets, sheetId(year.id, code))
      const before = kept ?? emptySheet(year.id, code)
      const input = { wanted, way, ...(base !== undefined && { base }) }
      const next = enter(before, input, limitsOf(unit), handOf(actor))
      if (isRefusal(next)) return next
      if (next === before) return false
      await (kept ? tx.change(sheets, next.id, () => next) : tx.add(sheets, next))
      return true
    })
  }

  async function groupsOf(year: string, code: string): Promise<GroupList> {
    return (await store.find(memberGroups, `${year}-${code}`)) ?? emptyGroups(year, code)
  }

  /** Runs a rule on a community's groups; with `staffOnly` for the levels above alone. */
  async function changeGroups(
    actor: Actor,
    yearId: string,
    code: string,
    rule: GroupRule,
    staffOnly = false,
  ): Promise<number | Refusal> {
    return changeAllGroups(actor, yearId, new Map([[code, rule]]), staffOnly)
  }

  /** Runs a rule on the groups of each of some communities, all or none; how many it changed. */
  async function changeAllGroups(
    actor: Actor,
    yearId: string,
    rules: ReadonlyMap<string, GroupRule>,
    staffOnly = false,
  ): Promise<number | Refusal> {
    const entries = [...rules].map(([unit, rule]) => ({ unit, rule }))
    return changeEach(actor, yearId, entries, async (tx, year, { unit: code, rule }) => {
      const unit = await unitFor(tx, actor, code, staffOnly)
      if (isRefusal(unit)) return unit
      if (unit.level !== 'community') return no.noSheet()
      const kept = await tx.find(memberGroups, `${year.id}-${code}`)
      const before = kept ?? emptyGroups(year.id, code)
      const next = rule(before, { ...handOf(actor), months: year.months })
      if (isRefusal(next)) return next
      if (next === before) return false
      await (kept ? tx.change(memberGroups, next.id, () => next) : tx.add(memberGroups, next))
      return true
    })
  }

  return {
    open,
    sheetsOf,
    groupListsOf,
    enterAll,
    contradictionsOf,
    groupsOf,
    changeGroups,
    changeAllGroups,
    yearOf,
    begunMonths,
    years,
    currentYear,
    today,
  }
}

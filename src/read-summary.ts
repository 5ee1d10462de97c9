import { readInspectionReport } from './inspections/ledger.ts'
import { readReport } from './inspections/report.ts'
import { readSheetFile } from './inspections/sheet-file.ts'
import { heldByUnitAt } from './meetings/figures.ts'
import { meetingLevels } from './meetings/meeting.ts'
import { meetings } from './meetings/store.ts'
import type { Person } from './people/person.ts'
import { people } from './people/store.ts'
import type { Cycle } from './ratings/cycle.ts'
import { gradeRows, rowsBefore } from './ratings/grade-row.ts'
import { parseRubric } from './ratings/parse-rubric.ts'
import type { Rubric } from './ratings/rubric.ts'
import { readRubricFile } from './ratings/rubric-file.ts'
import { isBegun, shownCycle } from './ratings/shown-cycle.ts'
import { ratingCycles, rubrics } from './ratings/store.ts'
import type { GroupList } from './registers/groups.ts'
import { postsHeld } from './registers/posts.ts'
import type { Sheet } from './registers/sheet.ts'
import type { Standards } from './registers/standards.ts'
import { standards } from './registers/standards-file.ts'
import { memberGroups, sheets } from './registers/store.ts'
import { assessmentYear, yearOn } from './shared/assessment-year.ts'
import type { Kit } from './shared/kit.ts'
import { isRefusal } from './shared/refusal.ts'
import { remember, rememberBeside } from './shared/remember.ts'
import { dateOf, type PlainDate } from './shared/time.ts'
import { type Highlight, standing } from './standings/highlight.ts'
import type { Lagging } from './standings/lagging.ts'
import { highlights, laggings } from './standings/store.ts'
import type { RegisterFigures } from './summary/register-rows.ts'
import { rollUp } from './summary/roll-up.ts'
import type { Figures, ReadSummary } from './summary/summary.ts'
import type { ReadReport } from './summary/tables.ts'
import { loadSurvey } from './surveys/load.ts'
import { satisfactionOf } from './surveys/overview.ts'
import { scopeOf } from './units/scope.ts'
import { readTree } from './units/store.ts'
import type { UnitTree } from './units/tree.ts'

/** Reads what every room knows and rolls it up, for what an actor may see. */
export function summaryReader(kit: Kit): ReadSummary {
  const content = readContent()
  const rubricOf = rubricReader()
  return async (actor, of, year) => {
    const figures = await readFigures(kit, await content, rubricOf, standards, year)
    const { tree } = figures
    const seen = actor ? scopeOf(actor, tree) : tree.all
    const area = of === undefined ? undefined : tree.find(of)
    return rollUp(figures, area && seen.includes(area) ? tree.within(area.id) : seen)
  }
}

/** Reads the meetings and inspections of the assessment year, for what an actor may see. */
export function reportReader({ store, now, zone }: Kit): ReadReport {
  const content = readContent()
  const sheet = readSheetFile()
  return async actor => {
    const shown = await shownCycle(store, isBegun)
    const { starts, ends } = shown?.cycle ?? yearNow(dateOf(now(), zone), (await content).rubric)
    const units = scopeOf(actor, await readTree(store)).filter(({ level }) =>
      meetingLevels.some(each => each === level),
    )
    const period = { from: starts, to: ends, now: now(), zone }
    return {
      meetings: await readReport(store, units, period),
      inspections: await readInspectionReport(store, units, period),
      sheet,
    }
  }
}

type Content = Awaited<ReturnType<typeof readContent>>

/** The rubric and the target that count while no cycle and no round has been opened; read once, when the program starts. */
const readContent = remember(async () => {
  const survey = await loadSurvey('satisfaction')
  if (isRefusal(survey)) throw new Error(`surveys/satisfaction.json is no survey: ${survey.code}`)
  return { rubric: rubricFrom(await readRubricFile()), satisfactionTarget: survey.standard.target }
})

function rubricFrom(json: unknown): Rubric {
  const parsed = parseRubric(json)
  if ('faults' in parsed) throw new Error('The rubric can no longer be read')
  return parsed.rubric
}

/** Reads a record's rubric once: parsing one takes longer than all the rest of a summary. */
function rubricReader() {
  const known = new WeakMap<object, Rubric>()
  return (kept: { readonly json: unknown }): Rubric => {
    const rubric = known.get(kept) ?? rubricFrom(kept.json)
    known.set(kept, rubric)
    return rubric
  }
}

async function readFigures(
  { store, now, zone, publicUrl }: Kit,
  { rubric, satisfactionTarget }: Content,
  rubricOf: (kept: { readonly json: unknown }) => Rubric,
  standards: Standards,
  of: string | undefined,
): Promise<Figures> {
  const today = dateOf(now(), zone)
  const tree = await readTree(store)
  const named = of === undefined ? undefined : await store.find(ratingCycles, of)
  const shown = named ? { cycle: named, ahead: undefined } : await shownCycle(store, isBegun)
  const cycle = shown?.cycle
  const used = cycle ? rubricOf(await store.get(rubrics, cycle.rubric)) : rubric
  const { id: year, starts, ends } = cycle ?? yearNow(today, used)
  const registers = registersOf(
    await store.list(sheets, 'year', year),
    await store.list(memberGroups, 'year', year),
    await store.all(people),
    await store.list(highlights, 'year', year),
    await store.all(laggings),
    year,
    standards,
  )
  return together(
    registers,
    heldByUnitAt(await store.all(meetings), { from: starts, to: ends, now: now() }),
    await satisfactionOf(store, today),
    (await gradeRows(store, today, cycle?.id)).rows,
    cycle && (await rowsBefore(store, today, cycle.id)),
    tree,
    cycle,
    shown?.ahead?.year,
    used,
    year,
    today,
    satisfactionTarget,
    publicUrl,
  )
}

/** The same until one of its parts is another: by it the summaries made of it are known. */
const together = rememberBeside(
  (
    registers: RegisterFigures,
    held: ReturnType<typeof heldByUnitAt>,
    satisfaction: Figures['satisfaction'],
    grades: Figures['grades'],
    gradesBefore: Figures['gradesBefore'],
    tree: UnitTree,
    cycle: Cycle | undefined,
    ahead: number | undefined,
    rubric: Rubric,
    year: string,
    today: PlainDate,
    satisfactionTarget: number,
    publicUrl: string,
  ): Figures => ({
    ...{ tree, today, year, rubric, grades, gradesBefore, satisfaction, satisfactionTarget, publicUrl },
    cycle: cycle && { id: cycle.id, name: String(cycle.year) },
    ahead: ahead === undefined ? undefined : String(ahead),
    meetings: code => held.get(code) ?? { due: 0, held: 0 },
    ...registers,
  }),
  2,
)

/** What the registers and what follows from grades say of a year. */
const registersOf = rememberBeside(
  (
    ofYear: readonly Sheet[],
    groups: readonly GroupList[],
    persons: readonly Person[],
    shown: readonly Highlight[],
    listed: readonly Lagging[],
    year: string,
    standards: Standards,
  ): RegisterFigures => {
    const sheetOf = new Map(ofYear.map(sheet => [sheet.unit, sheet]))
    const groupsOf = new Map(groups.map(list => [list.unit, list]))
    const holders = new Map<string, Person[]>()
    for (const person of persons) {
      if (person.post === undefined) continue
      for (const { unit } of person.duties) holders.set(unit, [...(holders.get(unit) ?? []), person])
    }
    return {
      standards,
      lagging: listed.filter(each => each.cycle === year || !each.lifted),
      sheetOf: unit => sheetOf.get(unit),
      groupsOf: unit => groupsOf.get(unit),
      heldPosts: unit => postsHeld(holders.get(unit) ?? [], unit),
      highlights: standing(shown),
    }
  },
  2,
)

/** The assessment year that counts while no cycle has been opened. */
function yearNow(today: PlainDate, { year: { startsMonth } }: Rubric) {
  return assessmentYear(yearOn(today, startsMonth), startsMonth)
}

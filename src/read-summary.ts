import { loadForm } from './forms/load.ts'
import { readInspectionReport } from './inspections/ledger.ts'
import { readReport } from './inspections/report.ts'
import { sheetOf } from './inspections/sheet.ts'
import { countOver, heldByUnit } from './meetings/figures.ts'
import { meetingLevels } from './meetings/meeting.ts'
import { meetings } from './meetings/store.ts'
import type { Person } from './people/person.ts'
import { people } from './people/store.ts'
import { gradeRows, rowsBefore } from './ratings/grade-row.ts'
import { parseRubric } from './ratings/parse-rubric.ts'
import type { Rubric } from './ratings/rubric.ts'
import { readRubricFile } from './ratings/rubric-file.ts'
import { newestCycle, rubrics } from './ratings/store.ts'
import { postsHeld } from './registers/posts.ts'
import type { Standards } from './registers/standards.ts'
import { standardsReader } from './registers/standards-file.ts'
import { memberGroups, sheets } from './registers/store.ts'
import { assessmentYear, yearOn } from './shared/assessment-year.ts'
import type { Kit } from './shared/kit.ts'
import { isRefusal } from './shared/refusal.ts'
import { rememberBeside } from './shared/remember.ts'
import type { Reading } from './shared/store/port.ts'
import { dateOf, type PlainDate } from './shared/time.ts'
import { standing } from './standings/highlight.ts'
import { highlights, laggings } from './standings/store.ts'
import type { RegisterFigures } from './summary/register-rows.ts'
import { type Figures, type ReadSummary, rollUp } from './summary/roll-up.ts'
import type { ReadReport } from './summary/tables.ts'
import { loadSurvey } from './surveys/load.ts'
import { satisfactionOf, stateOfSatisfaction } from './surveys/overview.ts'
import { scopeOf } from './units/scope.ts'
import { readTree } from './units/store.ts'
import type { Unit } from './units/unit.ts'

/** Reads what every room knows and rolls it up, for what an actor may see. */
export function summaryReader(kit: Kit): ReadSummary {
  const content = readContent()
  const rubricOf = rubricReader()
  const standards = standardsReader()
  let last: { readonly of: readonly unknown[]; readonly figures: Figures } | undefined
  return async actor => {
    // Asked before they are read: what changes meanwhile is found to have changed by the next reader.
    const of = [await standards(), ...(await figuresRestOn(kit, await content))]
    const known = last
    const figures =
      known && of.length === known.of.length && of.every((each, at) => each === known.of[at])
        ? known.figures
        : await readFigures(kit, await content, rubricOf, await standards())
    last = { of, figures }
    return rollUpOnce(figures, actor ? scopeOf(actor, figures.tree) : figures.tree.all)
  }
}

/** How many people's scopes are kept beside the figures: one for each subdistrict, and some leads. */
const mostScopes = 40

/** With a thousand communities this takes tens of milliseconds, and everybody's home page begins with it. */
const rollUpOnce = rememberBeside(
  (figures: Figures, seen: readonly Unit[]) => rollUp(figures, seen),
  mostScopes,
)

/** Everything of which the figures are made: as long as these are the same, so are they. */
async function figuresRestOn({ store, now, zone }: Kit, { rubric }: Content): Promise<readonly unknown[]> {
  const today = dateOf(now(), zone)
  const cycle = await newestCycle(store)
  const year = cycle?.id ?? yearNow(today, rubric).id
  const planned = await store.all(meetings)
  return [
    ...[today, cycle, (await readTree(store)).all, planned, countOver(planned, now())],
    ...[(await gradeRows(store, today)).rows, await rowsBefore(store, today)],
    ...(await stateOfSatisfaction(store, today)),
    ...[await store.list(sheets, 'year', year), await store.list(memberGroups, 'year', year)],
    ...[await store.all(people), await store.list(highlights, 'year', year), await store.all(laggings)],
  ]
}

/** Reads the meetings and inspections of the assessment year, for what an actor may see. */
export function reportReader({ store, now, zone }: Kit): ReadReport {
  const rubric = readRubricFile().then(rubricFrom)
  const sheet = sheetOf(loadForm('inspection'))
  return async actor => {
    const cycle = await newestCycle(store)
    const { starts, ends } = cycle ?? yearNow(dateOf(now(), zone), await rubric)
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

/** The rubric and the target that count while no cycle and no round has been opened. */
async function readContent() {
  const survey = await loadSurvey('satisfaction')
  if (isRefusal(survey)) throw new Error(`surveys/satisfaction.json is no survey: ${survey.code}`)
  return { rubric: rubricFrom(await readRubricFile()), satisfactionTarget: survey.standard.target }
}

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
  { store, now, zone }: Kit,
  { rubric, satisfactionTarget }: Content,
  rubricOf: (kept: { readonly json: unknown }) => Rubric,
  standards: Standards,
): Promise<Figures> {
  const today = dateOf(now(), zone)
  const tree = await readTree(store)
  const cycle = await newestCycle(store)
  const used = cycle ? rubricOf(await store.get(rubrics, cycle.rubric)) : rubric
  const { id: year, starts, ends } = cycle ?? yearNow(today, used)
  const held = heldByUnit(await store.all(meetings), { from: starts, to: ends, now: now() })
  return {
    tree,
    today,
    year,
    rubric: used,
    cycle: cycle && { id: cycle.id, name: String(cycle.year) },
    grades: (await gradeRows(store, today)).rows,
    gradesBefore: await rowsBefore(store, today),
    satisfaction: await satisfactionOf(store, today),
    satisfactionTarget,
    meetings: code => held.get(code) ?? { due: 0, held: 0 },
    ...(await readRegisters(store, year, standards)),
  }
}

/** What the registers and what follows from grades say of a year. */
async function readRegisters(store: Reading, year: string, standards: Standards): Promise<RegisterFigures> {
  const sheetOf = new Map((await store.list(sheets, 'year', year)).map(sheet => [sheet.unit, sheet]))
  const groupsOf = new Map((await store.list(memberGroups, 'year', year)).map(list => [list.unit, list]))
  const holders = new Map<string, Person[]>()
  for (const person of await store.all(people)) {
    if (person.post === undefined) continue
    for (const { unit } of person.duties) holders.set(unit, [...(holders.get(unit) ?? []), person])
  }
  const shown = standing(await store.list(highlights, 'year', year))
  const lagging = (await store.all(laggings)).filter(each => each.cycle === year || !each.lifted)
  return {
    standards,
    lagging,
    sheetOf: unit => sheetOf.get(unit),
    groupsOf: unit => groupsOf.get(unit),
    heldPosts: unit => postsHeld(holders.get(unit) ?? [], unit),
    highlights: shown,
  }
}

/** The assessment year that counts while no cycle has been opened. */
function yearNow(today: PlainDate, { year: { startsMonth } }: Rubric) {
  return assessmentYear(yearOn(today, startsMonth), startsMonth)
}

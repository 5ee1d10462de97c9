import { Hono } from 'hono'
import { z } from 'zod'
import type { Actor } from '../shared/actor.ts'
import type { AssessmentYear } from '../shared/assessment-year.ts'
import { type Cell, csvText } from '../shared/csv.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { readForm } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import type { Say, Text } from '../shared/words.ts'
import { workbook } from '../shared/workbook.ts'
import { no as noUnit } from '../units/refusals.ts'
import type { Unit } from '../units/unit.ts'
import type { GroupRule, RegisterDesk } from './desk.ts'
import { groupRows, readGroupTable } from './group-table.ts'
import { enterGroups } from './groups.ts'
import { enterMonths, monthRows, readMonthTable } from './month-table.ts'
import { ImportPage } from './pages.import.tsx'
import { readRegister, registerRows } from './table.ts'
import type { TableFault } from './unit-table.ts'
import { words } from './words.ts'

/** What a look at a table finds, and how it is entered. */
interface Looked {
  readonly faults: readonly TableFault[]
  /** How many units it is about. */
  readonly units: number
  enter(): Promise<number | Refusal>
}

/** A table that goes out as CSV and XLSX and comes in again. */
interface TableKind {
  /** After the year in the address. */
  readonly file: string
  readonly importPath: string
  readonly title: Text
  readonly hint: Text
  readonly download: Text
  /** Of the file that goes out. */
  readonly name: Text
  /** Whether it can be had for one month. */
  readonly byMonth?: true
  /** `month`: the one that is asked for, where the table is about months. */
  rows(year: AssessmentYear, units: readonly Unit[], t: Say, month: string | undefined): Promise<Cell[][]>
  look(
    bytes: Uint8Array,
    to: { readonly actor: Actor; readonly year: AssessmentYear; readonly units: readonly Unit[] },
  ): Promise<Looked | Refusal>
}

interface Seen {
  /** The units that somebody sees. */
  readonly unitsOf: (actor: Actor) => Promise<readonly Unit[]>
  /** Of them those that the address asks for. */
  readonly chosenUnits: (c: Web) => Promise<readonly Unit[]>
}

/** The registers as tables: guarantees and optimisations, and the roster of member groups. */
export function tablesWeb(desk: RegisterDesk, { unitsOf, chosenUnits }: Seen) {
  const web = new Hono<WebEnv>()

  const kinds: readonly TableKind[] = [
    {
      ...{ file: 'register', importPath: 'import', title: words.import, hint: words.importHint },
      ...{ download: words.download, name: words.yearTitle },
      rows: async (year, units, t) => registerRows(units, await desk.sheetsOf(year.id), t),
      async look(bytes, { actor, year, units }) {
        const read = await readRegister(bytes, units)
        if (isRefusal(read)) return read
        const wrong = await Promise.all(
          read.entries.map(async ({ line, unit, wanted }) =>
            (await desk.contradictionsOf(year.id, unit, wanted)).map(({ refusal: { text, values } }) => ({
              ...{ line, text, values },
            })),
          ),
        )
        const entries = read.entries.map(({ unit, wanted }) => ({ unit: unit.id, wanted }))
        return {
          faults: [...read.faults, ...wrong.flat()],
          units: entries.length,
          enter: () => desk.enterAll(actor, year.id, entries, 'import'),
        }
      },
    },
    {
      ...{ file: 'groups', importPath: 'groups/import' },
      ...{ title: words.importGroups, hint: words.importGroupsHint },
      ...{ download: words.downloadGroups, name: words.groupsYear },
      rows: async ({ id }, units, t) => groupRows(units.filter(isCommunity), await desk.groupListsOf(id), t),
      async look(bytes, { actor, year, units }) {
        const read = await readGroupTable(bytes, units.filter(isCommunity))
        if (isRefusal(read)) return read
        return groupsLooked(read, enterGroups, rules => desk.changeAllGroups(actor, year.id, rules))
      },
    },
    {
      ...{ file: 'months', importPath: 'months/import' },
      ...{ title: words.importMonths, hint: words.importMonthsHint },
      ...{ download: words.downloadMonths, name: words.monthsYear, byMonth: true },
      rows: async (year, units, t, month) => {
        const begun = desk.begunMonths(year)
        const asked = month === undefined ? begun : begun.filter(each => each === month)
        return monthRows(units.filter(isCommunity), await desk.groupListsOf(year.id), asked, t)
      },
      async look(bytes, { actor, year, units }) {
        const groupsOf = await desk.groupListsOf(year.id)
        const read = await readMonthTable(bytes, units.filter(isCommunity), groupsOf, desk.begunMonths(year))
        if (isRefusal(read)) return read
        return groupsLooked(read, enterMonths, rules => desk.changeAllGroups(actor, year.id, rules))
      },
    },
  ]

  for (const kind of kinds) {
    web.get(`/registers/:year/${kind.file}.csv`, async c => {
      const rows = await rowsOf(c, kind)
      return isRefusal(rows) ? refusalPage(c, rows) : asFile(c, fileName(c, kind), 'csv').body(csvText(rows))
    })

    web.get(`/registers/:year/${kind.file}.xlsx`, async c => {
      const rows = await rowsOf(c, kind)
      if (isRefusal(rows)) return refusalPage(c, rows)
      const sheet = { title: c.get('t')(words.title), rows }
      return asFile(c, fileName(c, kind), 'xlsx').body(await workbook([sheet]))
    })

    web.get(`/registers/:year/${kind.importPath}`, async c => {
      actorOf(c)
      const year = await desk.yearOf(yearIn(c))
      return isRefusal(year) ? refusalPage(c, year) : importPage(c, kind, {})
    })

    web.post(`/registers/:year/${kind.importPath}`, async c => {
      const actor = actorOf(c)
      const { t } = viewOf(c)
      const refused = ({ text, values }: Refusal) =>
        importPage(c, kind, { faults: { file: t(text, values) } })
      const year = await desk.yearOf(yearIn(c))
      if (isRefusal(year)) return refusalPage(c, year)
      const form = await readForm(c, uploadSchema)
      if (!form.ok) return refused(noUnit.noFile())
      const bytes = new Uint8Array(await form.data.file.arrayBuffer())
      const looked = await kind.look(bytes, { actor, year, units: await unitsOf(actor) })
      if (isRefusal(looked)) return refused(looked)
      if (form.data.step === 'check' || looked.faults.length > 0)
        return importPage(c, kind, { found: looked })
      const done = await looked.enter()
      return isRefusal(done) ? refused(done) : importPage(c, kind, { done })
    })
  }

  async function rowsOf(c: Web, kind: TableKind): Promise<Cell[][] | Refusal> {
    actorOf(c)
    const year = await desk.yearOf(yearIn(c))
    return isRefusal(year) ? year : kind.rows(year, await chosenUnits(c), c.get('t'), c.req.query('month'))
  }

  const importPage = async (
    c: Web,
    { file, importPath, title, hint, download, byMonth }: TableKind,
    found: Pick<Parameters<typeof ImportPage>[0], 'faults' | 'found' | 'done'>,
  ) => {
    const year = await desk.yearOf(yearIn(c))
    const month = byMonth && !isRefusal(year) ? desk.begunMonths(year).at(-1) : undefined
    return page(
      c,
      c.get('t')(title),
      <ImportPage
        view={viewOf(c)}
        year={yearIn(c)}
        {...{ file, importPath, title, hint, download, month }}
        {...found}
      />,
      found.faults || found.found?.faults.length ? 422 : 200,
    )
  }

  return web
}

function yearIn(c: Web): string {
  return c.req.param('year') ?? ''
}

function isCommunity({ level }: Unit): boolean {
  return level === 'community'
}

function fileName(c: Web, { name }: TableKind): string {
  return c.get('t')(name, { year: yearIn(c) })
}

const uploadSchema = z.object({
  file: z.instanceof(File).refine(file => file.size > 0),
  step: z.enum(['check', 'import']).default('import'),
})

/** A table about the groups of several communities: what each one's lines say is entered by `rule`. */
function groupsLooked<E>(
  read: { readonly faults: readonly TableFault[]; readonly entries: ReadonlyMap<string, readonly E[]> },
  rule: (
    list: Parameters<GroupRule>[0],
    entries: readonly E[],
    hand: Parameters<GroupRule>[1],
  ) => ReturnType<GroupRule>,
  enter: (rules: ReadonlyMap<string, GroupRule>) => Promise<number | Refusal>,
): Looked {
  const rules = new Map(
    [...read.entries].map(([unit, entries]): [string, GroupRule] => [
      unit,
      (list, hand) => rule(list, entries, hand),
    ]),
  )
  return { faults: read.faults, units: rules.size, enter: () => enter(rules) }
}

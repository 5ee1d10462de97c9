import { percent } from '../shared/percent.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import type { Table } from '../shared/workbook.ts'
import { attainmentTable } from './attainment-table.ts'
import { registerTables } from './register-tables.ts'
import type { Summary } from './summary.ts'

/** Guarantees and optimisations, by subdistrict for whoever sees several; and lagging communities. */
export const registerSection = drawOnce((summary: Summary, { t }: View) => {
  const hasSeveral = summary.subdistricts.length > 1
  const tables = registerTables(summary, t)
  return (
    <>
      {(hasSeveral ? tables.bySubdistrict() : tables.byUnit().map(withoutCodes)).map(table => (
        <DataTable table={table} />
      ))}
      {hasSeveral && <DataTable table={attainmentTable(summary, t, percent)} />}
      {summary.lagging.length > 0 && <DataTable table={tables.lagging()} />}
      {summary.highlights.length > 0 && <DataTable table={tables.highlights()} />}
    </>
  )
})

/** On the page a line is known by its name. */
function withoutCodes({ title, rows }: Table): Table {
  return { title, rows: rows.map(row => row.slice(1)) }
}

function DataTable({ table: { title, rows } }: { table: Table }) {
  const [headings = [], ...body] = rows
  const numbers = headings.map((_, at) => body.some(row => typeof row[at] === 'number'))
  return (
    <>
      <h2>{title}</h2>
      {/* Some tables have more columns than a screen. */}
      <section class="overflow-auto" tabindex={0} aria-label={title}>
        <StackedTable
          headings={headings.map((heading, at) => (numbers[at] ? num(`${heading}`) : `${heading}`))}
        >
          {body.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td class={numbers[at + 1] ? 'num' : undefined} data-label={headings[at + 1]}>
                  {cell ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </StackedTable>
      </section>
    </>
  )
}

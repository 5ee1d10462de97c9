import writeXlsxFile from 'write-excel-file/node'
import type { Cell } from './csv.ts'

interface Table {
  readonly title: string
  readonly rows: readonly (readonly Cell[])[]
}

/** Tables as one XLSX workbook, a sheet each; headings bold and staying in sight. */
export async function workbook(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ title, rows }) => ({
    // Excel refuses these characters in the name of a sheet, and names over 31 characters.
    sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    data: rows.map((row, at) =>
      row.map(cell =>
        cell === null || cell === undefined
          ? null
          : at === 0
            ? { value: cell, fontWeight: 'bold' as const }
            : { value: cell },
      ),
    ),
    stickyRowsCount: 1,
  }))
  return Uint8Array.from(await writeXlsxFile(sheets).toBuffer())
}

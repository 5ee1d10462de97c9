import writeXlsxFile from 'write-excel-file/node'
import type { Cell } from './csv.ts'
import { sheetName } from './workbook-stream.ts'

/** A table that goes out, headings first. */
export interface Table {
  readonly title: string
  readonly rows: readonly (readonly Cell[])[]
}

/** Tables as one XLSX workbook, a sheet each; headings bold and staying in sight. */
export async function workbook(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ title, rows }) => ({
    sheet: sheetName(title),
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

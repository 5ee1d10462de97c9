/** A cell of a table that goes out. */
export type Cell = string | number | null | undefined

/** What stands before the first line: Excel takes the file for UTF-8 by it. */
export const csvBegin = '\uFEFF'

/**
 * A table as CSV that Excel opens with its Chinese intact (UTF-8 with a byte order mark, CRLF). Text that a spreadsheet
 * would run as a formula is kept text with a leading apostrophe.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return csvBegin + csvLines(rows)
}

/** Some lines of such a table, for one that goes out in pieces. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  let text = ''
  for (const row of rows) {
    let isFirst = true
    for (const cell of row) {
      text += isFirst ? cellText(cell) : `,${cellText(cell)}`
      isFirst = false
    }
    text += '\r\n'
  }
  return text
}

/** What most cells are, and nothing need be done about. */
const isPlain = /^\w*$/

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  if (isPlain.test(cell)) return cell
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell
  // Where the comma is for decimals a spreadsheet parts cells at semicolons or tabs, and what follows them would be a cell.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

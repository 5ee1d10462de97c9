import { parse } from 'csv-parse/sync'
import type { Refusal } from '../shared/refusal.ts'
import { no } from './refusals.ts'
import { readWorkbook } from './xlsx.ts'

/** One row of a table, by the column's name; empty cells are left out. */
export interface Row<C extends string> {
  /** Line in the file, the headings being line 1. */
  readonly line: number
  readonly cells: Readonly<Partial<Record<C, string>>>
}

/** A column and the headings under which it is known, in any language. */
export type Columns<C extends string> = Readonly<
  Record<C, { readonly headings: readonly string[]; readonly required: boolean }>
>

/**
 * Reads a CSV or XLSX table by its headings. What it is tells the content, never the name. A CSV is read as
 * UTF-8, UTF-16 or GB18030 (what Excel writes in China), whichever makes the headings known ones.
 */
export async function readTable<C extends string>(
  bytes: Uint8Array,
  columns: Columns<C>,
): Promise<readonly Row<C>[] | Refusal> {
  if (bytes.length === 0) return no.emptyFile()
  const candidates = isZip(bytes) ? await xlsxLines(bytes) : csvCandidates(bytes)
  if (candidates.length === 0) return no.unreadableFile()
  const missing = candidates.map(lines => missingColumns(lines[0] ?? [], columns))
  const fitting = missing.findIndex(names => names.length === 0)
  const lines = candidates[fitting]
  if (!lines) return no.missingColumns({ columns: shortest(missing).join(', ') })
  const [headings = [], ...body] = lines
  const names = headings.map(heading => columnOf(heading, columns))
  const doubled = headings.filter((_, at) => names[at] !== undefined && names.indexOf(names[at]) < at)
  if (doubled.length > 0) return no.doubledColumns({ columns: doubled.join(', ') })
  return body
    .map((cells, at) => ({ line: at + 2, cells: cellsOf(cells, names) }))
    .filter(row => Object.keys(row.cells).length > 0)
}

type Lines = readonly (readonly string[])[]

async function xlsxLines(bytes: Uint8Array): Promise<readonly Lines[]> {
  try {
    return [await readWorkbook(bytes)]
  } catch {
    // The reader throws plain errors of many kinds; to the person they all mean the same.
    return []
  }
}

function csvCandidates(bytes: Uint8Array): readonly Lines[] {
  return ['utf-8', 'utf-16le', 'gb18030'].flatMap(encoding => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (hasMoreLines(text, mostLines)) return []
      const lines: string[][] = parse(text, {
        bom: true,
        trim: true,
        relax_column_count: true,
        skip_empty_lines: false,
        delimiter: [',', '\t', ';'],
        // Left to itself the parser takes the first line's ending for all: files put together from two would be one long row.
        record_delimiter: ['\r\n', '\n', '\r'],
      })
      return [lines]
    } catch {
      return []
    }
  })
}

/** As many as 2 MB hold of real rows. The parser takes its time over each line that is shorter than the first. */
const mostLines = 40_000

function hasMoreLines(text: string, most: number): boolean {
  let lines = 0
  for (const _ of text.matchAll(/\r\n?|\n/g)) {
    lines += 1
    if (lines > most) return true
  }
  return false
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function columnOf<C extends string>(heading: string, columns: Columns<C>): C | undefined {
  const wanted = heading.trim().toLowerCase()
  return (Object.keys(columns) as C[]).find(
    name => name === wanted || columns[name].headings.includes(wanted),
  )
}

function missingColumns<C extends string>(headings: readonly string[], columns: Columns<C>): readonly C[] {
  const known = new Set(headings.map(heading => columnOf(heading, columns)))
  return (Object.keys(columns) as C[]).filter(name => columns[name].required && !known.has(name))
}

function cellsOf<C extends string>(
  cells: readonly string[],
  names: readonly (C | undefined)[],
): Partial<Record<C, string>> {
  const found: Partial<Record<C, string>> = {}
  cells.forEach((cell, at) => {
    const name = names[at]
    if (name !== undefined && cell !== '') found[name] = cell
  })
  return found
}

function shortest(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce((best, list) => (list.length < best.length ? list : best))
}

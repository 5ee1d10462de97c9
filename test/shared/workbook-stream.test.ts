import readSheets, { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Cell } from '../../src/shared/csv.ts'
import { workbookStream } from '../../src/shared/workbook-stream.ts'

type Rows = readonly (readonly Cell[])[]

async function* inPieces(rows: Rows, size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

async function written(rows: Rows, { size = 2, most = 1000, title = '答卷' } = {}) {
  const pieces: Uint8Array[] = []
  const table = { title, headings: ['unit', 'n'], pieces: inPieces(rows, size), most }
  for await (const bytes of workbookStream(table)) pieces.push(bytes)
  return Buffer.concat(pieces)
}

test('a table reads back as it was written: words, numbers, empty cells, signs of XML', async () => {
  const rows: Rows = [
    ['鸿山社区', 5],
    [null, -0.25],
    ['<b>&"quoted"</b> \'a\' ]]>', null],
    ['=1+1', 1_000_000],
    ['two\nlines', undefined],
    ['350203001001', 0],
  ]
  const file = await written(rows)
  expect(await readSheet(file)).toEqual([['unit', 'n'], ...rows.map(row => row.map(cell => cell ?? null))])
  expect((await readSheets(file)).map(({ sheet }) => sheet)).toEqual(['答卷'])
})

test('what no XML can hold is shown as such, and a row far to the right has its place', async () => {
  const wide: Cell[] = Array.from({ length: 800 }, (_, at) => at)
  const file = await written([['a\u0000b\u001f\ud800c\uffff'], ['长'.repeat(40_000)], wide])
  const [, odd, long, right] = await readSheet(file)
  expect(odd?.[0]).toBe('a\ufffdb\ufffd\ufffdc\ufffd')
  expect(String(long?.[0])).toHaveLength(32_767)
  expect(right).toEqual(wide)
})

test('what a sheet cannot hold goes on in the next one under the same headings', async () => {
  const rows: Rows = Array.from({ length: 7 }, (_, at) => ['x', at])
  const file = await written(rows, { size: 5, most: 4, title: 'a/b[c]:' })
  const sheets = await readSheets(file)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['a b c  ', 'a b c   2', 'a b c   3'])
  expect(sheets.map(({ data }) => data[0])).toEqual(sheets.map(() => ['unit', 'n']))
  expect(sheets.flatMap(({ data }) => data.slice(1))).toEqual(rows)
})

test('an empty table has its headings', async () => {
  expect(await readSheet(await written([]))).toEqual([['unit', 'n']])
})

test('rows are given out as they are packed, never more than a piece of them at once', async () => {
  let asked = 0
  let given = 0
  let total = 0
  let largest = 0
  async function* many() {
    for (; asked < 200; asked += 1)
      yield Array.from({ length: 100 }, (_, at): Cell[] => [`350203${asked * 100 + at}`, 'paper', 5, 4, 3])
  }
  for await (const bytes of workbookStream({ title: 'a', headings: ['unit'], pieces: many() })) {
    expect(asked).toBeLessThanOrEqual(given)
    given += 1
    total += bytes.length
    largest = Math.max(largest, bytes.length)
  }
  expect([asked, given]).toEqual([200, 201])
  expect(largest).toBeLessThan(total / 5)
})

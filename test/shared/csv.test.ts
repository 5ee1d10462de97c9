import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from '../../src/shared/csv.ts'

test('a table goes out as Excel reads it', () => {
  expect(
    csvText([
      ['姓名', 'n'],
      ['王芳', 3],
      [undefined, null],
    ]),
  ).toBe('\uFEFF姓名,n\r\n王芳,3\r\n,\r\n')
})

test.each([
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1＋1', "'＝1＋1"],
])('%s is written %s', (cell, written) => {
  expect(csvText([[cell]])).toBe(`\uFEFF${written}\r\n`)
})

test('what goes out is read back', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter(text => !/^[=+\-@\t\r\n＝＋－＠]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), rows => {
      expect(parse(csvText(rows), { bom: true, skip_empty_lines: false })).toEqual(rows)
    }),
  )
})

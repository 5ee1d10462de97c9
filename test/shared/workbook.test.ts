import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { workbook } from '../../src/shared/workbook.ts'

test('what looks like a formula stays text in a workbook', async () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://elsewhere.example")',
    '<c t="str"><f>1</f>',
  ]
  const file = await workbook([{ title: '=cmd[1]', rows: [['heading'], hostile] }])
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  expect(parts.filter(([, xml]) => /<f[ >]/.test(xml))).toEqual([])
  expect((await readSheet(Buffer.from(file), 1))[1]).toEqual(hostile)
})

import { hostname } from 'node:os'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readWorkbook, UnreadableWorkbook } from '../../src/units/xlsx.ts'
import { district, newWorld } from '../helpers/world.ts'

test('a workbook’s first sheet is read as text', async () => {
  expect(await readWorkbook(workbookOf('<row r="1"><c r="A1"><v>7</v></c></row>'))).toEqual([['7']])
})

const bombs = {
  'names the last cell that a sheet can have': () =>
    workbookOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  'unpacks to forty megabytes': () => workbookOf('<row><c><v>1</v></c></row>'.repeat(1_600_000)),
  'has thousands of parts': () => zipOf(Array.from({ length: 2000 }, (_, at) => [`${at}.xml`, ''])),
  'ends in the middle of a part': () => workbookOf('<row/>').subarray(0, 40),
}

describe.each(Object.entries(bombs))('a file that %s', (_, bomb) => {
  test('is refused, and the process lives on', { timeout: 30_000 }, async () => {
    const world = await newWorld({ units: false })
    world.actAs(district)
    const file = new File([Uint8Array.from(bomb())], 'units.xlsx')
    const answer = await world.post('/units/import', { file, step: 'check' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This file cannot be read')
  })
})

test('a part is found wherever it stands, whatever the directory says', async () => {
  const bomb = Buffer.concat([workbookOf('<row/>'), partOf('xl/x.xml', 'x'.repeat(64 * 1024 * 1024))])
  await expect(readWorkbook(bomb)).rejects.toThrow(/larger|too much/)
  await expect(readWorkbook(Buffer.from('PK\x03\x04'))).rejects.toThrow(UnreadableWorkbook)
})

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)

test.each([
  ['multiplies itself', `<!DOCTYPE w [<!ENTITY l0 "ha">${laughs.join('')}]>`, '&l9;'],
  ['reads a file of the server', '<!DOCTYPE w [<!ENTITY own SYSTEM "file:///etc/hostname">]>', '&own;'],
])('an entity that %s stays what is written', { timeout: 20_000 }, async (_, doctype, cell) => {
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>${cell}</t></is></c></row>`
  const read = await readWorkbook(workbookOf(rows, doctype)).catch(() => [['']])
  expect(read.flat().join('').length).toBeLessThan(20)
  expect(read.flat().join('')).not.toContain(hostname())
})

function workbookOf(rows: string, doctype = ''): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const of = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const links = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${of}/${type}" Target="${target}"/></Relationships>`
  return zipOf([
    ['_rels/.rels', links('officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${of}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', links('worksheet', 'worksheets/sheet1.xml')],
    [
      'xl/worksheets/sheet1.xml',
      `${doctype}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ],
  ])
}

/** Parts one after the other and an end without a directory: as much of a ZIP file as readers of streams look at. */
function zipOf(parts: readonly (readonly [name: string, text: string])[]): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  return Buffer.concat([...parts.map(([name, text]) => partOf(name, text)), end])
}

function partOf(name: string, text: string): Buffer {
  const packed = deflateRawSync(text)
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(crc32(text), 14)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(Buffer.byteLength(text), 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), packed])
}

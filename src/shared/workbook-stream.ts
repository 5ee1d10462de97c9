import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Cell } from './csv.ts'
import { xmlText } from './xml-text.ts'

/** As many rows as Excel takes in a sheet. */
const sheetRows = 1_048_576
/** As many characters as Excel takes in a cell. */
const cellLength = 32_767

export interface RowsOut {
  /** Of the sheets; from the second one on a number follows. */
  readonly title: string
  readonly headings: readonly Cell[]
  /** Rows in pieces; each piece is packed and given out before the next is asked for. */
  readonly pieces: AsyncIterable<readonly (readonly Cell[])[]>
  /** Rows a sheet holds, its headings among them. */
  readonly most?: number
}

/**
 * One table as an XLSX workbook that is given out while it is written: no more is in memory than a piece of rows,
 * however many there are. What a sheet cannot hold goes on in another one, under the same headings.
 */
export async function* workbookStream({
  title,
  headings,
  pieces,
  most = sheetRows,
}: RowsOut): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    packed.push(bytes)
  })
  const taken = () => {
    const bytes = Buffer.concat(packed)
    packed = []
    return Uint8Array.from(bytes)
  }
  const small = (name: string, xml: string) => {
    const part = new ZipPassThrough(name)
    zip.add(part)
    part.push(strToU8(declaration + xml), true)
  }

  small('[Content_Types].xml', contentTypes)
  small('_rels/.rels', relations([['rId1', `${office}/officeDocument`, 'xl/workbook.xml']]))
  small('xl/styles.xml', styles)
  let sheets = 0
  let row = 0
  let sheet: ZipDeflate | undefined
  const end = () => sheet?.push(strToU8('</sheetData></worksheet>'), true)
  const begin = () => {
    end()
    sheets += 1
    row = 1
    sheet = new ZipDeflate(`xl/worksheets/sheet${sheets}.xml`, { level: 1 })
    zip.add(sheet)
    sheet.push(strToU8(declaration + sheetBegin + rowXml(headings, 1, ' s="1"')))
    return sheet
  }
  let open = begin()
  for await (const rows of pieces) {
    let xml = ''
    for (const cells of rows) {
      if (row >= most) {
        open.push(strToU8(xml))
        xml = ''
        open = begin()
      }
      row += 1
      xml += rowXml(cells, row)
    }
    open.push(strToU8(xml))
    yield taken()
  }
  end()
  const named = Array.from({ length: sheets }, (_, at) => sheetName(title, at))
  small('xl/workbook.xml', workbookXml(named))
  const parts = named.map((_, at) => [`rId${at + 1}`, `${office}/worksheet`, `worksheets/sheet${at + 1}.xml`])
  small('xl/_rels/workbook.xml.rels', relations([...parts, ['rIdS', `${office}/styles`, 'styles.xml']]))
  zip.end()
  yield taken()
}

/** Excel refuses some characters in the name of a sheet, and names over 31 characters. */
export function sheetName(title: string, at = 0): string {
  const number = at === 0 ? '' : ` ${at + 1}`
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31 - number.length) + number
}

function rowXml(cells: readonly Cell[], row: number, style = ''): string {
  let xml = `<row r="${row}">`
  cells.forEach((cell, at) => {
    if (cell === null || cell === undefined || cell === '') return
    const place = `r="${column(at)}${row}"${style}`
    xml +=
      typeof cell === 'number'
        ? `<c ${place}><v>${cell}</v></c>`
        : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  })
  return `${xml}</row>`
}

/** 0 → A, 25 → Z, 26 → AA. */
function column(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : column(Math.floor(at / 26) - 1) + last
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

function escaped(text: string): string {
  return xmlText(text.slice(0, cellLength)).replace(/[&<>"\r]/g, sign => signs[sign] ?? sign)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Every part that is not named otherwise is a sheet: how many there will be is not known yet. */
const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`

/** Two looks of a cell: plain, and bold for headings. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`

/** The headings stay in sight. */
const sheetBegin = `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function relations(of: readonly (readonly string[])[]): string {
  const each = of.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

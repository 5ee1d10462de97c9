import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { isRefusal } from '../../src/shared/refusal.ts'
import { speaker } from '../../src/shared/words.ts'
import { planImport, unitColumns } from '../../src/units/import.ts'
import { faultLines } from '../../src/units/plan-text.ts'
import { readTable } from '../../src/units/spreadsheet.ts'
import { unitTree } from '../../src/units/tree.ts'
import type { Unit } from '../../src/units/unit.ts'

const head = 'code,level,name,parent'
const district = '350203000000,district,思明区,'
const street = '350203001000,subdistrict,厦港街道,350203000000'
const community = '350203001001,community,鸿山社区,350203001000'
const sample = readFileSync(join(import.meta.dirname, '../../data/units-350203.csv'))

async function plan(bytes: Uint8Array | string, stored: readonly Unit[] = []) {
  const rows = await readTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, unitColumns)
  if (isRefusal(rows)) throw new Error(speaker('en')(rows.text, rows.values))
  return planImport(rows, unitTree(stored))
}

async function faultsOf(lines: readonly string[], stored: readonly Unit[] = []) {
  return faultLines(await plan([head, ...lines].join('\n'), stored), speaker('en'))
}

test('the sample district has 10 subdistricts and 99 communities', async () => {
  const { added, faults } = await plan(sample)
  expect(faults).toEqual([])
  expect(added.map(unit => unit.level).filter(level => level === 'subdistrict')).toHaveLength(10)
  expect(added.map(unit => unit.level).filter(level => level === 'community')).toHaveLength(99)
})

describe('every fault is told with its line', () => {
  test.each([
    [
      'a short code',
      '35020300100,community,鸿山社区,350203001000',
      'line 4: the code “35020300100” must have 12 digits',
    ],
    ['an unknown level', '350203001001,village,鸿山社区,350203001000', 'line 4: the level “village” must be'],
    ['no name', '350203001001,community,,350203001000', 'line 4: “name” is empty.'],
    [
      'an unknown parent',
      '350203001001,community,鸿山社区,350203009000',
      'line 4: the parent 350203009000 of 鸿山社区 is neither',
    ],
    [
      'a parent of the wrong level',
      '350203001001,community,鸿山社区,350203000000',
      'line 4: the parent 350203000000 of 鸿山社区 has the wrong level',
    ],
    ['no parent', '350203001001,community,鸿山社区,', 'line 4: 鸿山社区 lacks the code of its parent.'],
    [
      'a code twice',
      '350203001000,subdistrict,中华街道,350203000000',
      'line 4: the code 350203001000 already stands on line 3.',
    ],
    ['a second district', '350206000000,district,湖里区,', 'line 4: 湖里区 is a second district'],
  ])('%s', async (_what, line, told) => {
    const faults = await faultsOf([district, street, line])
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(told)
  })

  test('a child of a faulty parent is not blamed for it', async () => {
    expect(await faultsOf([district, '350203001000,subdistrict,,350203000000', community])).toEqual([
      'line 3: “name” is empty.',
    ])
  })

  test('all faults at once, in the order of their lines', async () => {
    const faults = await faultsOf(['1,district,思明区,', '350203001000,x,,350203000000'])
    expect(faults.map(fault => fault.slice(0, 6))).toEqual(['line 2', 'line 3', 'line 3'])
  })

  test.each([
    ['population', 'many', 'the population “many” is not a whole number'],
    ['households', '1.5', 'the number of households “1.5” is not a whole number'],
    ['opened', '2026-02-30', 'the opening date “2026-02-30” is not a date'],
    ['closed', 'soon', 'the closing date “soon” is not a date'],
  ])('a wrong %s', async (column, value, told) => {
    const found = await plan(`${head},${column}\n${district}${','}${value}`)
    expect(faultLines(found, speaker('en'))[0]).toContain(told)
  })

  test('closed before it opened', async () => {
    const found = await plan(`${head},opened,closed\n${district},2026-05-01,2026-05-01`)
    expect(faultLines(found, speaker('en'))).toEqual([
      'line 2: it is closed on 2026-05-01, which is not after 2026-05-01, when it opened.',
    ])
  })
})

describe('the same table in other clothes', () => {
  const chinese = '代码,级别,名称,上级,人口,设立日期\n350203000000,区,思明区,,"1,073,000",2026年1月5日\n'

  test('Chinese headings, thousands separators and dates', async () => {
    const { added, faults } = await plan(chinese)
    expect(faults).toEqual([])
    expect(added).toEqual([
      {
        id: '350203000000',
        level: 'district',
        name: '思明区',
        parent: null,
        population: 1073000,
        opened: '2026-01-05',
      },
    ])
  })

  test('UTF-8 with a byte order mark', async () => {
    expect((await plan(`\uFEFF${chinese}`)).added).toHaveLength(1)
  })

  test('lines that end in more than one way', async () => {
    const { added } = await plan(`${head}\r\n${district}\n${street}\r${community}\r\n`)
    expect(added.map(({ name }) => name)).toEqual(['思明区', '厦港街道', '鸿山社区'])
  })

  test('GB18030, as Excel writes it in China', async () => {
    // 代码,级别,名称,上级 / 350203000000,区,思明区, in GB18030
    const hex = 'b4fac2eb2cbcb6b1f02cc3fbb3c62cc9cfbcb60a3335303230333030303030302cc7f82ccbbcc3f7c7f82c0a'
    expect((await plan(Buffer.from(hex, 'hex'))).added[0]?.name).toBe('思明区')
  })

  test('XLSX', async () => {
    const rows = [
      ['代码', '级别', '名称', '上级'],
      [350203000000, '区', '思明区', null],
      ['350203001000', '街道', '厦港街道', 350203000000],
    ].map(row => row.map(value => (value === null ? null : { value })))
    const file = await writeXlsxFile(rows).toBuffer()
    const { added, faults } = await plan(file)
    expect(faults).toEqual([])
    expect(added.map(unit => unit.name)).toEqual(['思明区', '厦港街道'])
  })

  test.each([
    ['an empty file', '', 'emptyFile'],
    ['a table without the needed columns', 'code,name\n1,2\n', 'missingColumns'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 'missingColumns'],
    ['a broken workbook', 'PK\u0003\u0004 not really', 'unreadableFile'],
  ])('%s is refused with a sentence', async (_what, text, code) => {
    const rows = await readTable(Buffer.from(text, 'latin1'), unitColumns)
    expect(isRefusal(rows) && rows.code).toBe(code)
  })
})

describe('importing again', () => {
  const stored: Unit[] = [
    { id: '350203000000', level: 'district', name: '思明区', parent: null, population: 9 },
    { id: '350203001000', level: 'subdistrict', name: '厦港街道', parent: '350203000000' },
    { id: '350203003000', level: 'subdistrict', name: '中华街道', parent: '350203000000' },
  ]

  test('updates and adds, keeps what the file does not say, and never deletes', async () => {
    const again = [head, district, '350203001000,subdistrict,厦港新街道,350203000000', community].join('\n')
    const { added, updated, unchanged, kept } = await plan(again, stored)
    expect(added.map(unit => unit.name)).toEqual(['鸿山社区'])
    expect(updated.map(unit => unit.name)).toEqual(['厦港新街道'])
    expect(unchanged.map(unit => unit.population)).toEqual([9])
    expect(kept.map(unit => unit.name)).toEqual(['中华街道'])
  })

  test('a unit cannot change its level', async () => {
    expect(await faultsOf(['350203003000,community,中华社区,350203001000'], stored)).toEqual([
      'line 2: 中华社区 is recorded with another level; a unit cannot change its level.',
    ])
  })
})

test('a file of a million empty lines is refused at once', async () => {
  const file = Buffer.from(`${head}\n${'\n'.repeat(1_000_000)}`)
  const start = performance.now()
  expect(isRefusal(await readTable(file, unitColumns))).toBe(true)
  expect(performance.now() - start).toBeLessThan(2000)
})

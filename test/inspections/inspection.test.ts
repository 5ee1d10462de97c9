import { expect, test } from 'vitest'
import { blank, fileSheet, noteFault } from '../../src/inspections/inspection.ts'
import { mayInspect } from '../../src/inspections/may.ts'
import { readSheetFile } from '../../src/inspections/sheet-file.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { unitTree } from '../../src/units/tree.ts'
import type { Unit } from '../../src/units/unit.ts'
import { granted } from '../helpers/people.ts'
import { district, lead, subdistrict } from '../helpers/world.ts'
import { fullMarks } from './samples.ts'

const sheet = readSheetFile()
const begun = blank({ id: 'm', unit: '350203001001', title: '例会', on: plainDate('2026-10-13') }, sheet)
/** Half an hour before midnight in Shanghai. */
const deed = { by: 'a', at: instant('2026-10-13T15:30Z'), zone: 'Asia/Shanghai' }

test('an inspector who files again has one sheet, the last one; another one has a sheet of his own', () => {
  const file = (from: typeof begun, by: string, training: string) => {
    const filled = { answers: { ...fullMarks, training }, way: 'onSite' } as const
    return granted(fileSheet(from, sheet, filled, { ...deed, by }))
  }
  const { sheets } = file(file(file(begun, 'a', '5'), 'b', '5'), 'a', '0')
  expect(sheets.map(({ by, total }) => [by, total])).toEqual([
    ['b', 100],
    ['a', 95],
  ])
})

test('a fault may be due today, not yesterday', () => {
  const note = (due: string) =>
    noteFault(begun, { id: 'f', what: '签到表未公示', advice: '张贴', due: plainDate(due) }, deed)
  expect(note('2026-10-12')).toMatchObject({ code: 'dueInPast' })
  expect(granted(note('2026-10-13')).faults).toHaveLength(1)
})

test('a meeting is inspected from above: nobody inspects the own one, and nobody the district’s', () => {
  const unit = (id: string, level: Unit['level'], parent: string | null): Unit => ({
    id,
    level,
    name: id,
    parent,
  })
  const units = [
    unit('350203000000', 'district', null),
    unit('350203001000', 'subdistrict', '350203000000'),
    unit('350203001001', 'community', '350203001000'),
  ]
  const tree = unitTree(units)
  const who = [district, subdistrict, lead].map(actor => units.map(each => mayInspect(actor, tree, each)))
  expect(who).toEqual([
    [false, true, true],
    [false, false, true],
    [false, false, false],
  ])
})

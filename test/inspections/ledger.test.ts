import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { followUps } from '../../src/followups/store.ts'
import type { Inspection } from '../../src/inspections/inspection.ts'
import { inspections } from '../../src/inspections/store.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { district, lead, newWorld } from '../helpers/world.ts'

const [community, neighbour, area] = ['350203001001', '350203001004', '350203001000']
const at = instant('2026-03-10T02:00Z')
const note = { by: 'x', at, text: '已整改' }

function inspected(id: string, mean: number, given: Partial<Inspection> = {}): Inspection {
  const sheet = (by: string, notice: number, way: 'onSite' | 'documents') => {
    return { by, at, way, answers: {}, points: { notice }, total: mean }
  }
  return {
    ...{ id, unit: community, title: '例会', on: plainDate('2026-03-10') },
    form: { name: 'inspection', version: '2026.1' },
    ...{
      sheets: [sheet('a', 10, 'onSite'), sheet('b', 5, 'documents')],
      faults: [],
      replies: [],
      rechecks: [],
    },
    concluded: { by: 'a', at, mean, band: mean >= 90 ? 'excellent' : mean >= 60 ? 'pass' : 'fail' },
    ...given,
  }
}

/** Three inspections in the assessment year 2026, one the day before it began, one that is not concluded. */
async function recorded() {
  const world = await newWorld({ now: '2026-10-20T02:00:00Z' })
  await world.store.write('test', async tx => {
    const { concluded: _, ...underWay } = inspected('now', 0)
    for (const each of [
      inspected('spring', 92, { replies: [note] }),
      inspected('summer', 55, { on: plainDate('2026-07-14'), rechecks: [{ ...note, passed: true }] }),
      inspected('above', 75, { unit: area, on: plainDate('2025-11-01') }),
      inspected('before', 99, { on: plainDate('2025-10-31') }),
      underWay,
    ])
      await tx.add(inspections, each)
    for (const [id, state] of Object.entries({ f1: 'closed', f2: 'open' } as const))
      await tx.add(followUps, {
        ...{
          id,
          source: { kind: 'inspection', id: 'summer', title: '例会' },
          owner: community,
          confirmer: area,
        },
        ...{ what: '补议程', due: plainDate('2026-08-01'), state, opened: { by: 'a', at }, steps: [] },
      })
  })
  return world
}

test('inspections of the assessment year: a line a unit, inspected or not, and a line each', async () => {
  const world = await recorded()
  world.actAs(district)
  const page = await (await world.get('/inspections/ledger?level=community')).text()
  expect(page).toContain('assessment year 2026')
  expect(page).toContain('2025-11-01 to 2026-10-31')
  expect(page).toContain('1 of 99 units inspected')
  expect(page).toContain('href="/inspections/summer"')
  expect(page).not.toContain('href="/inspections/before"')
  expect(await (await world.get('/inspections/ledger?level=community&year=2025')).text()).toContain(
    'href="/inspections/before"',
  )
  const csv = (await (await world.get('/inspections/ledger.csv?level=community')).text()).split('\r\n')
  expect(csv.find(line => line.startsWith(`${community},鸿山社区,2,`))).toBe(
    `${community},鸿山社区,2,2026-07-14,73.5,1,0,0,1,2,1,1,1,1,0`,
  )
  expect(csv.find(line => line.startsWith(neighbour))).toBe(`${neighbour},蜂巢山社区,0,,,0,0,0,0,0,0,0,0,0,0`)
  const sheets = await readXlsxFile(
    Buffer.from(await (await world.get('/inspections/ledger.xlsx?level=community')).arrayBuffer()),
  )
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Inspections by unit', 'Ledger of inspections'])
  expect(sheets[1]?.data.slice(1).map(row => row.slice(2, 12))).toEqual([
    ['例会', '2026-07-14', 'on site, by documents', 2, 55, 'fail', 2, 1, 1, 7.5],
    ['例会', '2026-03-10', 'on site, by documents', 2, 92, 'excellent', 0, 0, 0, 7.5],
  ])
})

test('the summary has the inspections as sheets of their own; a lead reads the own line only', async () => {
  const world = await recorded()
  world.actAs(lead)
  const [, own = ''] = (await (await world.get('/summary.csv')).text()).split('Inspections by unit\r\n')
  expect(own.split('\r\n\r\n')[0]?.split('\r\n')).toHaveLength(2)
  expect(own).toContain('Ledger of inspections\r\n')
  expect(await (await world.get('/inspections/ledger')).text()).toContain('1 of 1 unit inspected')
})

test('meetings in figures count the assessment year too, and say which', async () => {
  const world = await recorded()
  world.actAs(district)
  const page = await (await world.get('/inspections/figures?level=community')).text()
  expect(page).toContain('assessment year 2026')
  const line = async (query: string) =>
    (await (await world.get(`/inspections/figures.csv?level=community${query}`)).text())
      .split('\r\n')
      .find(each => each.startsWith('鸿山社区'))
  expect(await line('')).toBe('鸿山社区,0,0,0,,,,2,73.5,0,0,0')
  expect(await line('&year=2025')).toBe('鸿山社区,0,0,0,,,,1,99,0,0,0')
  world.clock.set('2026-11-01T02:00:00Z')
  expect(await line('')).toBe('鸿山社区,0,0,0,,,,0,,0,0,0')
})

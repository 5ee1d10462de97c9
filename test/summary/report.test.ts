import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { FollowUp } from '../../src/followups/follow-up.ts'
import { followUps } from '../../src/followups/store.ts'
import type { Inspection } from '../../src/inspections/inspection.ts'
import { inspections } from '../../src/inspections/store.ts'
import type { Meeting } from '../../src/meetings/meeting.ts'
import { attendances, meetings } from '../../src/meetings/store.ts'
import { instant, plainDate, plusMinutes } from '../../src/shared/time.ts'
import { district, lead, newWorld } from '../helpers/world.ts'
import { aMeeting } from '../meetings/samples.ts'

const community = '350203001001'
const area = '350203001000'
const at = instant('2025-11-10T02:00Z')

function meeting(month: string, status: Meeting['status'], present?: number, day = `${month}-12`): Meeting {
  const starts = instant(`${day}T01:30Z`)
  return aMeeting({
    ...{ id: month, level: 'community', unit: community, month, status, headCount: 20 },
    ...{ starts, ends: plusMinutes(starts, 90) },
    ...(present !== undefined && { report: { present, by: 'lead', at } }),
  })
}

function inspection(month: string, mean: number): Inspection {
  return {
    ...{ id: month, unit: community, title: '例会', on: plainDate(`${month}-12`) },
    form: { name: 'sheet', version: '1' },
    ...{ sheets: [], faults: [], replies: [], rechecks: [] },
    concluded: { by: 'district', at, mean, band: 'good' },
  }
}

function resolution(due: string, state: FollowUp['state'], kind: FollowUp['source']['kind']): FollowUp {
  return {
    ...{ id: `${kind}-${due}`, source: { kind, id: 'm', title: '例会' }, owner: community, confirmer: area },
    ...{ what: '补齐台账', due: plainDate(due), state, opened: { by: 'lead', at }, steps: [] },
    ...(state === 'closed' && { closedOn: plainDate('2025-12-20') }),
  }
}

/** The assessment year from November 2025 to October 2026, seen on 20 October, with records on either side of it. */
async function recorded() {
  const world = await newWorld({ now: '2026-10-20T02:00:00Z' })
  const seats = ['a', 'b', 'c', 'd'].map(person => ({ unit: community, persons: [person] }))
  const above = { id: 'above', month: '2025-11', starts: at, ends: plusMinutes(at, 90), seats }
  await world.store.write('test', async tx => {
    await tx.add(meetings, aMeeting({ ...above, unit: area, status: 'held' }))
    for (const person of ['a', 'b', 'c']) {
      const now = { kind: 'present', at, way: 'web', by: person } as const
      await tx.add(attendances, {
        ...{ id: `above-${person}`, meeting: 'above', person, unit: community, now, before: [] },
      })
    }
    for (const each of [
      meeting('2025-10', 'held', 20),
      meeting('2025-11', 'held', 18),
      meeting('2025-12', 'held', 12, '2026-01-05'),
      meeting('2026-01', 'notHeld'),
      meeting('2026-02', 'cancelled'),
      meeting('2026-11', 'planned'),
    ])
      await tx.add(meetings, each)
    for (const each of [inspection('2025-10', 10), inspection('2025-11', 90), inspection('2025-12', 81)])
      await tx.add(inspections, each)
    for (const each of [
      resolution('2025-10-31', 'open', 'meeting'),
      resolution('2025-12-31', 'closed', 'meeting'),
      resolution('2026-03-31', 'open', 'meeting'),
      resolution('2026-10-31', 'open', 'meeting'),
      resolution('2026-03-31', 'open', 'inspection'),
    ])
      await tx.add(followUps, each)
  })
  const lines = async () => {
    const [, told = ''] = (await (await world.get('/summary.csv')).text()).split('Meetings in figures\r\n')
    return (told.split('\r\n\r\n')[0] ?? '').split('\r\n')
  }
  return { world, lines }
}

test('meetings and inspections of the assessment year go out with the summary, a line a unit', async () => {
  const { world, lines } = await recorded()
  world.actAs(district)
  const told = await lines()
  expect(told[0]).toMatch(/^Code,.*Due.*Overdue$/i)
  expect(told).toHaveLength(1 + 1 + 10 + 99)
  // Of three due two were held, one of them in its month; 18 and 12 of 20 came twice; 90 and 81 points.
  expect(told.find(line => line.startsWith(community))).toBe(
    `${community},鸿山社区,3,2,1,0.6667,0.3333,0.75,2,85.5,3,1,1`,
  )
  expect(told.find(line => line.startsWith(area))).toMatch(/,1,1,1,1,1,0\.75,0,,0,0,0$/)
  const xlsx = await world.get('/summary.xlsx')
  const sheets = await readXlsxFile(Buffer.from(await xlsx.arrayBuffer()))
  const sheet = sheets.find(each => each.sheet === 'Meetings in figures')
  expect(sheet?.data.find(([code]) => code === community)?.slice(2)).toEqual([
    ...[3, 2, 1, 0.6667, 0.3333, 0.75, 2, 85.5, 3, 1, 1],
  ])
  // The target reckons with the same year: 3 of the 4 meetings due in the district.
  expect(await (await world.get('/summary')).text()).toContain('3 held of 4 due')
})

test('a lead gets the own line, and from 1 November that of the year that then begins', async () => {
  const { world, lines } = await recorded()
  world.actAs(lead)
  expect(await lines()).toHaveLength(2)
  world.clock.set('2026-10-31T16:00:00Z')
  expect((await lines())[1]).toBe(`${community},鸿山社区,0,0,0,,,,0,,0,0,0`)
})

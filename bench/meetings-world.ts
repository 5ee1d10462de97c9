import { pino } from 'pino'
import { collections, factLogs } from '../src/collections.ts'
import { attendanceId } from '../src/meetings/attendance.ts'
import { defaultSettings } from '../src/meetings/defaults.ts'
import type { Meeting } from '../src/meetings/meeting.ts'
import { type Series, usualTitle } from '../src/meetings/series.ts'
import { allSeries, attendances, meetings } from '../src/meetings/store.ts'
import { people, sessions } from '../src/people/store.ts'
import { hashOf } from '../src/shared/ids.ts'
import { openJsonStore } from '../src/shared/store/json/open.ts'
import type { Writing } from '../src/shared/store/port.ts'
import {
  dateOf,
  instantAt,
  instantOf,
  plainDate,
  plainTime,
  plusDays,
  plusHours,
  plusMinutes,
} from '../src/shared/time.ts'
import { importUnits } from '../src/units/register.ts'
import { readTree } from '../src/units/store.ts'
import { unitsFile } from './staff-world.ts'

export const zone = 'Asia/Shanghai'
export const subdistrict = '350299001000'
/** A meeting whose sign-in is open while the bench runs. */
export const openMeeting = 'benchopen'
/** The session secrets of the district's office and of the subdistrict's leads. */
export const officeSecret = 'bench-office'
export const leadSecret = (n: number) => `bench-lead-${n}`

export const open = (folder: string, now = () => instantOf(new Date())) =>
  openJsonStore({
    folder,
    collections,
    factLogs,
    now,
    log: pino({ level: 'silent' }),
    sync: async () => undefined,
  })

/**
 * A district with a thousand communities, all with a lead and a series: twelve months of held meetings on both lower levels,
 * a hundred leads' attendance at each subdistrict's, and one meeting that is signed in to now.
 */
export async function seedMeetings(folder: string): Promise<void> {
  const store = await open(folder)
  const at = instantOf(new Date())
  const today = dateOf(at, zone)
  await importUnits(store, 'bench', Buffer.from(unitsFile(1_000)), { sample: true })
  const tree = await readTree(store)
  const leads = tree
    .ofLevel('community')
    .map((unit, n) => ({ unit, id: `lead${String(n).padStart(4, '0')}` }))
  const leadsOf = (parent: string) => leads.filter(({ unit }) => unit.parent === parent)
  const inParts = async <T>(all: readonly T[], put: (tx: Writing, each: T) => Promise<unknown>) => {
    for (let first = 0; first < all.length; first += 500) {
      await store.write('bench', async tx => {
        for (const each of all.slice(first, first + 500)) await put(tx, each)
      })
    }
  }
  const person = (id: string, role: 'district' | 'lead', unit: string) => ({
    ...{ id, name: id, lang: 'zh-CN' as const, former: [], since: at, joined: at },
    duties: [{ role, unit, since: at }],
  })
  await inParts([person('office', 'district', tree.district?.id ?? '')], (tx, each) => tx.add(people, each))
  await inParts(leads, (tx, { id, unit }) => tx.add(people, person(id, 'lead', unit.id)))
  const signedIn = [
    { person: 'office', secret: officeSecret },
    ...leadsOf(subdistrict).map(({ id }, n) => ({ person: id, secret: leadSecret(n) })),
  ]
  const expires = plusHours(at, 24 * 30)
  await inParts(signedIn, (tx, { person, secret }) =>
    tx.add(sessions, {
      id: hashOf(secret),
      person,
      device: 'computer' as const,
      expires,
      since: at,
      seen: at,
    }),
  )
  const units = [...tree.ofLevel('subdistrict'), ...tree.ofLevel('community')]
  const held: Meeting[] = units.flatMap(unit =>
    Array.from({ length: 12 }, (_, n) => {
      const day = plainDate(`${today.slice(0, 4)}-${String(n + 1).padStart(2, '0')}-10`)
      const level = unit.level === 'community' ? ('community' as const) : ('subdistrict' as const)
      const starts = instantAt(level === 'community' ? plusDays(day, 3) : day, plainTime('09:30'), zone)
      const meeting: Meeting = {
        ...{
          id: `${unit.id}-${n}`,
          series: `s${unit.id}`,
          level,
          unit: unit.id,
          title: usualTitle(level, unit.name),
        },
        ...{
          month: day.slice(0, 7),
          ruleDate: day,
          starts,
          ends: plusMinutes(starts, 90),
          place: '',
          unsure: false,
        },
        ...{ settings: defaultSettings, sent: ['before', 'open', 'urge', 'digest', 'report'], changes: [] },
        status: starts < at ? 'held' : 'planned',
      }
      if (level === 'community')
        return starts < at ? { ...meeting, report: { present: 12, by: 'office', at } } : meeting
      return {
        ...meeting,
        seats: leadsOf(unit.id).map(({ id, unit: own }) => ({ unit: own.id, persons: [id] })),
      }
    }),
  )
  await inParts(held, (tx, each) => tx.add(meetings, each))
  const came = held
    .filter(({ level, status }) => level === 'subdistrict' && status === 'held')
    .flatMap(meeting => leadsOf(meeting.unit).map(({ id, unit }) => ({ meeting, id, unit: unit.id })))
  await inParts(came, (tx, { meeting, id, unit }) =>
    tx.add(attendances, {
      ...{ id: attendanceId(meeting.id, id), meeting: meeting.id, person: id, unit, before: [] },
      now: { kind: 'present', at: meeting.starts, way: 'chat', by: id },
    }),
  )
  const series = units.map(
    (unit): Series => ({
      ...{
        id: `s${unit.id}`,
        level: unit.level === 'community' ? 'community' : 'subdistrict',
        unit: unit.id,
      },
      ...{
        title: unit.name,
        rule: 'FREQ=MONTHLY;BYDAY=2TU',
        from: today,
        time: plainTime('09:30'),
        minutes: 90,
      },
      ...{
        place: '',
        policy: 'next',
        sameMonth: true,
        settings: defaultSettings,
        planned: { by: 'office', at },
      },
    }),
  )
  await inParts(series, (tx, each) => tx.add(allSeries, each))
  const starts = plusMinutes(at, 20)
  await inParts([starts], tx =>
    tx.add(meetings, {
      ...{ id: openMeeting, series: '', level: 'subdistrict', unit: subdistrict, title: '例会', place: '' },
      ...{ month: today.slice(0, 7), ruleDate: today, starts, ends: plusMinutes(starts, 90), unsure: false },
      ...{ status: 'planned', settings: defaultSettings, sent: ['before', 'open', 'urge'], changes: [] },
    }),
  )
  await store.close()
}

import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { feeds, meetings } from '../../src/meetings/store.ts'
import { people } from '../../src/people/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { enrol } from '../helpers/people.ts'
import { newWorld, subdistrict, type World } from '../helpers/world.ts'

const unit = '350203001000'
const community = '350203001001'

/** A lead with meetings of the own association and of the subdistrict, October to December 2026. */
async function withFeed() {
  const world = await newWorld({ now: '2026-10-12T02:00:00Z' })
  const { person } = await enrol(world, '甲', 'lead', community)
  const lead: Actor = { id: person.id, name: '甲', lang: 'en', duties: [{ role: 'lead', unit: community }] }
  const series = { rule: 'FREQ=MONTHLY;BYDAY=2TU', time: '09:30', place: '三楼会议室，东侧; 301' }
  await plan(world.kit, loadHolidays(), { level: 'subdistrict', unit, ...series })
  await plan(world.kit, loadHolidays(), { level: 'community', unit: community, ...series, time: '15:00' })
  await plan(world.kit, loadHolidays(), { level: 'district', unit: '350203000000', ...series })
  world.actAs(lead)
  const made = await (await world.post('/meetings/feeds', { unit: community })).text()
  const path = /\/calendar\/[\w-]+\.ics/.exec(made)?.[0] ?? ''
  world.actAs(undefined)
  return { world, lead, path }
}

async function eventsAt(world: World, path: string) {
  const text = await (await world.get(path)).text()
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map(each => {
    const event = new ICAL.Event(each)
    return {
      uid: event.uid,
      title: event.summary,
      place: event.location,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      utc: event.startDate.zone === ICAL.Timezone.utcTimezone,
      status: each.getFirstPropertyValue('status'),
      sequence: event.sequence,
    }
  })
  return { text, events }
}

test('another library reads the same instants, titles and states as the records', async () => {
  const { world, path } = await withFeed()
  const { text, events } = await eventsAt(world, path)
  const kept = (await world.store.all(meetings)).filter(meeting => meeting.level !== 'district')
  const expected = kept.map(meeting => ({
    uid: `${meeting.id}@sanlianchuang`,
    title: meeting.title,
    place: '三楼会议室，东侧; 301',
    starts: meeting.starts,
    ends: meeting.ends,
    utc: true,
    status: 'CONFIRMED',
    sequence: 0,
  }))
  const byUid = (a: { uid: string }, b: { uid: string }) => (a.uid < b.uid ? -1 : 1)
  expect(events.toSorted(byUid)).toEqual(expected.toSorted(byUid))
  expect(events.map(({ starts }) => starts)).toContain('2026-10-13T01:30:00.000Z')
  expect(text).not.toContain('VTIMEZONE')
})

test('a moved meeting keeps its id with a higher sequence, a cancelled one stays as cancelled', async () => {
  const { world, path } = await withFeed()
  const [first, second] = await world.store.list(meetings, 'unit', unit)
  world.actAs(subdistrict)
  await world.post(`/meetings/${first?.id}/move`, { date: '2026-10-15', time: '14:00', reason: '台风' })
  await world.post(`/meetings/${second?.id}/cancel`, { why: '合并召开' })
  world.actAs(undefined)
  const { events } = await eventsAt(world, path)
  const of = (id: string | undefined) => events.find(({ uid }) => uid === `${id}@sanlianchuang`)
  expect(of(first?.id)).toMatchObject({
    starts: '2026-10-15T06:00:00.000Z',
    sequence: 1,
    status: 'CONFIRMED',
  })
  expect(of(second?.id)).toMatchObject({ starts: second?.starts, sequence: 1, status: 'CANCELLED' })
})

test('what is typed into a title or a place stays text: no line and no entry of its own, read back as it was', async () => {
  const { world, path } = await withFeed()
  const hostile =
    '例会\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:http://evil.invalid\\n\u0085\u2028ORGANIZER:mailto:x;y,"z'
  const [meeting] = await world.store.list(meetings, 'unit', community)
  const id = meeting?.id ?? ''
  await world.store.write('t', tx =>
    tx.change(meetings, id, was => ({ ...was, title: hostile, place: `${hostile}\rSTATUS:CANCELLED` })),
  )
  const { text, events } = await eventsAt(world, path)
  const names = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r\n|\r|\n/)
    .map(line => line.split(/[:;]/)[0])
  expect(names.filter(name => name === 'BEGIN')).toHaveLength(events.length + 1)
  for (const name of ['ATTACH', 'ORGANIZER']) expect(names).not.toContain(name)
  expect(names.filter(name => name === 'STATUS')).toHaveLength(events.length)
  const read = events.find(({ uid }) => uid === `${id}@sanlianchuang`)
  expect(read?.status).toBe('CONFIRMED')
  expect(read?.title.replace(/\s/g, '')).toBe(hostile.replace(/\s/g, ''))
})

test('an unchanged calendar is not sent twice', async () => {
  const { world, path } = await withFeed()
  const etag = (await world.get(path)).headers.get('etag') ?? ''
  world.clock.set('2026-10-12T09:00:00Z')
  const again = await world.get(path, { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const [meeting] = await world.store.list(meetings, 'unit', unit)
  world.actAs(subdistrict)
  await world.post(`/meetings/${meeting?.id}/cancel`, { why: '合并召开' })
  expect((await world.get(path, { 'if-none-match': etag })).status).toBe(200)
})

test('the secret is shown once and kept as a hash; revoked, or without the post, it opens nothing', async () => {
  const { world, lead, path } = await withFeed()
  const secret = path.slice('/calendar/'.length, -'.ics'.length)
  const [feed] = await world.store.all(feeds)
  expect(JSON.stringify(feed)).not.toContain(secret)
  expect((await world.get(path)).status).toBe(200)
  world.actAs(subdistrict)
  expect((await world.post(`/meetings/feeds/${feed?.id}/revoke`, {})).status).toBe(404)
  expect((await world.post('/meetings/feeds', { unit: '350203003000' })).status).toBe(403)
  world.actAs(lead)
  expect(await (await world.get('/meetings/feeds')).text()).not.toContain(secret)
  const { duties } = await world.store.get(people, lead.id)
  await world.store.write('t', tx => tx.change(people, lead.id, was => ({ ...was, duties: [] })))
  expect((await world.get(path)).status).toBe(404)
  await world.store.write('t', tx => tx.change(people, lead.id, was => ({ ...was, duties })))
  expect((await world.get(path)).status).toBe(200)
  await world.post(`/meetings/feeds/${feed?.id}/revoke`, {})
  expect((await world.get(path)).status).toBe(404)
  expect((await world.get('/calendar/nothing.ics')).status).toBe(404)
})

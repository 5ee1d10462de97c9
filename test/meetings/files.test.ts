import { expect, test } from 'vitest'
import { type Attachment, attach } from '../../src/meetings/attachments.ts'
import { loadHolidays } from '../../src/meetings/holiday-data.ts'
import { plan } from '../../src/meetings/planning.ts'
import { attachments, meetings } from '../../src/meetings/store.ts'
import { instant } from '../../src/shared/time.ts'
import { photo, workbook } from '../helpers/files.ts'
import { granted } from '../helpers/people.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'
import { typed } from './samples.ts'

const community = '350203001001'

/** A community's meeting of Tuesday 13 October 2026, 09:30 in Shanghai, as its lead sees it at 11:10. */
async function meeting() {
  const world = await newWorld({ now: '2026-10-12T02:00:00Z' })
  const input = {
    level: 'community' as const,
    unit: community,
    rule: 'FREQ=MONTHLY;BYDAY=2TU',
    time: '09:30',
  }
  granted(await plan(world.kit, loadHolidays(), input))
  const id = (await world.store.list(meetings, 'unit', community))[0]?.id ?? ''
  const at = `/meetings/${id}`
  world.actAs(lead)
  const send = async (about: string, name: string, bytes: Uint8Array) =>
    world.post(`${at}/files/${about}`, { files: new File([Uint8Array.from(bytes)], name) })
  const shown = async () => (await world.store.list(attachments, 'meeting', id)).filter(each => !each.removed)
  const held = () => world.clock.set('2026-10-13T03:10:00Z')
  return { world, at, send, shown, held }
}

test('the photo of the sheet and files of the minutes are shown to those who may see the meeting', async () => {
  const { world, at, send, shown, held } = await meeting()
  expect((await send('sheet', '签到表.jpg', await photo())).status).toBe(409)
  held()
  expect((await send('sheet', '签到表.jpg', await photo())).status).toBe(303)
  expect((await send('sheet', '签到表.jpg', await photo())).status).toBe(303)
  expect((await send('minutes', '名册.xlsx', workbook)).status).toBe(303)
  const [sheet, table] = (await shown()).toSorted((a, b) => a.kind.localeCompare(b.kind))
  expect(await shown()).toHaveLength(2)
  expect(await (await world.get(at)).text()).toContain('名册.xlsx')
  const picture = await world.get(`${at}/files/${sheet?.id}?small`)
  expect(Object.fromEntries(picture.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
  })
  const file = await world.get(`${at}/files/${table?.id}`)
  expect(file.headers.get('content-disposition')).toMatch(/^attachment;/)
  world.actAs(subdistrict)
  expect((await world.get(`${at}/files/${sheet?.id}`)).status).toBe(200)
  world.actAs({ ...lead, duties: [{ role: 'lead', unit: '350203001004' }] })
  expect((await world.get(`${at}/files/${sheet?.id}`)).status).toBe(403)
  expect((await send('sheet', 'x.jpg', await photo(2))).status).toBe(403)
})

test('what is no picture or document is refused with its sentence', async () => {
  const { send, shown, held } = await meeting()
  held()
  const refused = await send('sheet', 'run.exe', Buffer.from('MZ…'))
  const form = await refused.text()
  expect(refused.status).toBe(422)
  // On the meeting's page, at the form and at its head.
  expect(form).toMatch(/<a href="#files-sheet">“run.exe” cannot be taken/)
  expect(form).toMatch(/<details open=""><summary>Add</)
  expect(form).toMatch(/<span class="fault" id="files-sheet-fault">“run.exe” cannot be taken/)
  expect((await send('other', 'a.pdf', Buffer.from('%PDF-1.7'))).status).toBe(404)
  expect(await shown()).toEqual([])
})

test('final minutes keep their files; a sheet may still come, and be taken back', async () => {
  const { world, at, send, shown, held } = await meeting()
  held()
  await send('minutes', 'a.pdf', Buffer.from('%PDF-1.7 a'))
  const [file] = await shown()
  await world.post(`${at}/minutes`, typed({ text: '一' }))
  await world.post(`${at}/minutes/final`, {})
  expect((await world.post(`${at}/files/${file?.id}/take-back`, {})).status).toBe(409)
  expect((await send('minutes', 'b.pdf', Buffer.from('%PDF-1.7 b'))).status).toBe(409)
  await send('sheet', '签到表.jpg', await photo())
  const sheet = (await shown()).find(({ about }) => about === 'sheet')
  world.actAs(district)
  expect((await world.post(`${at}/files/${sheet?.id}/take-back`, {})).status).toBe(303)
  expect(await shown()).toMatchObject([{ name: 'a.pdf' }])
  expect((await world.get(`${at}/files/${sheet?.id}`)).status).toBe(404)
})

test('a meeting has room for so many files, a unit for so many megabytes a year, each content once', () => {
  const mega = 1024 * 1024
  const file = (hash: string, meeting: string, bytes: number): Attachment => ({
    ...{
      id: `${hash}${meeting}`,
      meeting,
      room: `${community}-2026`,
      about: 'sheet',
      kind: 'pdf',
      name: 'x',
    },
    ...{ hash, bytes, by: 'l', at: instant('2026-10-13T03:10:00Z') },
  })
  const twelve = Array.from({ length: 12 }, (_, n) => file(`h${n}`, 'm1', 1))
  expect(attach(file('new', 'm1', 1), twelve)).toMatchObject({ code: 'filesFull' })
  expect(attach(file('h3', 'm1', 1), twelve)).toBe(twelve[3])
  const year = [file('a', 'm1', 199 * mega), file('a', 'm2', 199 * mega)]
  expect(attach(file('b', 'm3', mega + 1), year)).toMatchObject({ code: 'quotaFull' })
  expect(attach(file('b', 'm3', mega), year)).toMatchObject({ hash: 'b' })
})

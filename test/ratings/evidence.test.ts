import sharp from 'sharp'
import { expect, test } from 'vitest'
import { attach, type Evidence } from '../../src/ratings/evidence.ts'
import { evidence } from '../../src/ratings/store.ts'
import { spaceTaken } from '../../src/shared/files/sent.ts'
import { instant } from '../../src/shared/time.ts'
import { office, photo, workbook } from '../helpers/files.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { excellent } from './rubric.ts'

const code = '350203001001'
const at = `/ratings/2026/${code}`
const limits = { fileMegabytes: 1, itemFiles: 2, quotaMegabytes: 2 }

function file(hash: string, item: string, bytes: number, more: Partial<Evidence> = {}): Evidence {
  const by = { by: 'l', byName: '甲', level: 'lead' as const, at: instant('2026-10-05T01:30:00Z') }
  return {
    id: `${hash}${item}`,
    rating: 'r',
    community: code,
    item,
    hash,
    kind: 'pdf',
    name: 'x',
    bytes,
    ...by,
    ...more,
  }
}

test('an item has room for so many files, an association for so many megabytes, each content once', () => {
  const mega = 1024 * 1024
  const there = [file('a', 'A1', mega), file('a', 'B1', mega), file('b', 'A1', mega - 10)]
  expect(spaceTaken(there)).toBe(2 * mega - 10)
  expect(attach(file('a', 'A1', mega, { id: 'other' }), there, limits)).toBe(there[0])
  expect(attach(file('c', 'A1', 5), there, limits)).toMatchObject({ code: 'itemFull' })
  expect(attach(file('c', 'B1', 11), there, limits)).toMatchObject({ code: 'quotaFull' })
  const fits = file('c', 'B1', 10)
  expect(attach(fits, there, limits)).toBe(fits)
  const removed = { at: instant('2026-10-05T01:30:00Z'), by: 'l', byName: '甲' }
  const freed = there.map(each => ({ ...each, removed }))
  expect(attach(file('c', 'A1', 5), freed, limits)).toMatchObject({ hash: 'c' })
})

async function withCycle() {
  const world = await newWorld()
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  world.actAs(lead)
  return world
}

async function send(world: World, item: string, name: string, bytes: Uint8Array) {
  return world.post(`${at}/evidence/${item}`, { files: new File([Uint8Array.from(bytes)], name) })
}

const shown = async (world: World) =>
  (await world.store.list(evidence, 'rating', `2026-${code}`)).filter(each => !each.removed)

test('a lead adds photos and tables to an item; who may see the rating sees them, nobody else', async () => {
  const world = await withCycle()
  expect((await send(world, 'A1', 'IMG_1.jpg', await photo())).status).toBe(303)
  expect((await send(world, 'A1', '名单.xlsx', workbook)).status).toBe(303)
  const [first, second] = (await shown(world)).toSorted((a, b) => a.kind.localeCompare(b.kind))
  const page = await (await world.get(`${at}/evidence/A1?saved`)).text()
  expect(page).toContain('IMG_1.jpg')
  expect(page).toContain('名单.xlsx')
  expect(await (await world.get(`${at}/self/A`)).text()).toContain('Evidence (2)')

  const picture = await world.get(`${at}/files/${first?.id}`)
  expect(Object.fromEntries(picture.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  })
  const small = await world.get(`${at}/files/${first?.id}?small`)
  expect((await sharp(await small.arrayBuffer()).metadata()).format).toBe('jpeg')
  const table = await world.get(`${at}/files/${second?.id}`)
  expect(table.headers.get('content-disposition')).toBe(
    'attachment; filename="__.xlsx"; filename*=UTF-8\'\'%E5%90%8D%E5%8D%95.xlsx',
  )
  expect(new Uint8Array(await table.arrayBuffer())).toEqual(workbook)

  world.actAs(subdistrict)
  expect((await world.get(`${at}/files/${first?.id}`)).status).toBe(200)
  expect((await send(world, 'A1', 'IMG_2.jpg', await photo(2))).status).toBe(409)
  world.actAs({ ...lead, duties: [{ role: 'lead', unit: '350203001004' }] })
  expect((await world.get(`${at}/files/${first?.id}`)).status).toBe(403)
  // The address of a file is of one rating only.
  expect((await world.get(`/ratings/2026/350203001004/files/${first?.id}`)).status).toBe(404)
  world.actAs(undefined)
  expect((await world.get(`${at}/files/${first?.id}`)).status).toBe(303)
})

test.each([
  ['IMG_1.HEIC', Buffer.from('\0\0\0\x18ftypheic0000'), 422, 'Most Compatible'],
  ['IMG_1.jpg', Buffer.from('%PDF-1.7 …'), 422, 'PDF by its content'],
  ['run.exe', Buffer.from('MZ…'), 422, 'cannot be taken'],
  ['表.xlsm', office('xl/workbook.xml', 'xl/vbaProject.bin'), 422, 'macros'],
  ['IMG_1.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3), 422, 'damaged'],
  [
    'big.pdf',
    Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(10 * 1024 * 1024)]),
    413,
    'larger than 10 MB',
  ],
])('%s is refused with a sentence and nothing is kept', async (name, bytes, status, sentence) => {
  const world = await withCycle()
  const refused = await send(world, 'A1', name, bytes)
  expect([refused.status, await refused.text()]).toEqual([status, expect.stringContaining(sentence)])
  expect(await shown(world)).toEqual([])
})

test('of several files one that is refused keeps all of them out', async () => {
  const world = await withCycle()
  const files = [new File(['%PDF-1.7 a'], 'a.pdf'), new File(['nothing'], 'b.pdf')]
  const form = new FormData()
  for (const each of files) form.append('files', each)
  const headers = { origin: 'http://localhost:3000', 'accept-language': 'en' }
  const refused = await world.web.request(`http://localhost:3000${at}/evidence/A1`, {
    method: 'POST',
    body: form,
    headers,
  })
  expect(refused.status).toBe(422)
  expect(await shown(world)).toEqual([])
  expect((await world.post(`${at}/evidence/A1`, {})).status).toBe(422)
  expect((await send(world, 'Z9', 'a.pdf', Buffer.from('%PDF-1.7'))).status).toBe(422)
})

test('the level that added a file takes it back; its record stays', async () => {
  const world = await withCycle()
  await send(world, 'A1', 'a.pdf', Buffer.from('%PDF-1.7 a'))
  const [added] = await shown(world)
  expect((await world.post(`${at}/files/${added?.id}/take-back`, {})).status).toBe(303)
  expect(await shown(world)).toEqual([])
  expect((await world.store.get(evidence, added?.id ?? '')).removed).toMatchObject({ by: lead.id })
  expect((await world.get(`${at}/files/${added?.id}`)).status).toBe(404)
  await send(world, 'A1', 'a.pdf', Buffer.from('%PDF-1.7 a'))
  const [again] = await shown(world)
  await world.post(`${at}/self/A`, { councilSize: String(excellent.councilSize), base: '0' })
  await world.post(`${at}/submit`, { target: 'qualified' })
  expect((await world.post(`${at}/files/${again?.id}/take-back`, {})).status).toBe(409)
  world.actAs(subdistrict)
  await world.post(`${at}/steps`, { action: 'startReview' })
  expect((await world.post(`${at}/files/${again?.id}/take-back`, {})).status).toBe(403)
  expect((await send(world, 'A1', '现场.jpg', await photo(3))).status).toBe(303)
  expect(await (await world.get(`${at}/review`)).text()).toContain('Evidence (2)')
})

test('whoever scores is told that a file is shown elsewhere too', async () => {
  const world = await withCycle()
  await send(world, 'A1', 'a.pdf', Buffer.from('%PDF-1.7 a'))
  await send(world, 'B1', 'b.pdf', Buffer.from('%PDF-1.7 a'))
  expect(await (await world.get(`${at}/evidence/A1`)).text()).not.toContain('in 1 other place')
  world.actAs(subdistrict)
  expect(await (await world.get(`${at}/evidence/A1`)).text()).toContain('in 1 other place')
})

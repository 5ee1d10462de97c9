import { readdirSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { attach, downloadName, type Evidence, shownName, spaceTaken } from '../../src/ratings/evidence.ts'
import { evidenceFiles } from '../../src/ratings/evidence-files.ts'
import { agrees, kindOf } from '../../src/ratings/file-kind.ts'
import { evidence } from '../../src/ratings/store.ts'
import { instant } from '../../src/shared/time.ts'
import { testFolder } from '../helpers/store.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { excellent } from './rubric.ts'

const code = '350203001001'
const at = `/ratings/2026/${code}`
const limits = { fileMegabytes: 1, itemFiles: 2, quotaMegabytes: 2 }

const office = (...names: string[]) =>
  zipSync(Object.fromEntries(['[Content_Types].xml', ...names].map(name => [name, strToU8('<x/>')])))
const workbook = office('xl/workbook.xml')

/** A picture as a phone makes it: lying on its side, with the position in it. */
async function photo(seed = 1): Promise<Uint8Array> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: { r: seed, g: 90, b: 60 } } })
    .withExif({ IFD0: { Make: 'Test' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '24/1 26/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

test.each([
  ['jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
  ['png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['webp', Buffer.from('RIFF\0\0\0\0WEBP')],
  ['pdf', Buffer.from('%PDF-1.7')],
  ['heic', Buffer.from('\0\0\0\x18ftypheic')],
  ['heic', Buffer.from('\0\0\0\x18ftypmif1')],
  ['xlsx', workbook],
  ['docx', office('word/document.xml')],
  ['macros', office('xl/workbook.xml', 'xl/vbaProject.bin')],
  ['unknown', office('secret.txt')],
  ['unknown', workbook.subarray(0, 40)],
  ['unknown', Buffer.from('<html>')],
  ['unknown', new Uint8Array()],
])('by its content it is %s', (kind, bytes) => {
  expect(kindOf(bytes)).toBe(kind)
})

test.each([
  ['IMG_1.JPG', 'jpeg', true],
  ['名单.xlsx', 'xlsx', true],
  ['photo', 'jpeg', true],
  ['photo.png', 'jpeg', false],
  ['cert.pdf', 'docx', false],
  ['x.exe', 'pdf', false],
] as const)('the name %s agrees with %s: %s', (name, kind, told) => {
  expect(agrees(name, kind)).toBe(told)
})

test('names are shown without paths and never end otherwise than the content', () => {
  expect(shownName('C:\\fakepath\\..\\签到\u202e表.jpg')).toBe('签到表.jpg')
  expect(shownName('a/b/../c.pdf')).toBe('c.pdf')
  const file = { name: '签到.png', kind: 'jpeg', item: 'A1' } as Evidence
  expect(downloadName(file)).toBe('签到.jpg')
  expect(downloadName({ ...file, name: '' })).toBe('A1.jpg')
})

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

test('a picture is kept upright and without where it was taken, once for every content', async () => {
  const folder = await testFolder()
  const files = evidenceFiles(folder)
  const sent = await photo()
  expect((await sharp(sent).metadata()).exif).toBeDefined()
  const kept = await files.keep(sent, 'jpeg')
  const again = await files.keep(sent, 'jpeg')
  expect(again).toEqual(kept)
  const bytes = await files.read(kept?.hash ?? '', 'jpeg')
  const { width, height, exif, orientation } = await sharp(bytes).metadata()
  expect({ width, height, exif, orientation }).toEqual({
    width: 40,
    height: 60,
    exif: undefined,
    orientation: undefined,
  })
  expect(readdirSync(folder, { recursive: true })).toHaveLength(3)
  expect(await files.keep(sent.subarray(0, 100), 'jpeg')).toBeUndefined()
})

test('what nothing shows any more is deleted, but not while it is young', async () => {
  const folder = await testFolder()
  const files = evidenceFiles(folder)
  const kept = await files.keep(Buffer.from('%PDF-1.7 a'), 'pdf')
  await files.keep(Buffer.from('%PDF-1.7 b'), 'pdf')
  expect(await files.sweep(new Set(), 0)).toBe(0)
  expect(await files.sweep(new Set([kept?.hash ?? '']), Date.now() + 1000)).toBe(1)
  expect(await files.read(kept?.hash ?? '', 'pdf')).toBeDefined()
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
    "attachment; filename*=UTF-8''%E5%90%8D%E5%8D%95.xlsx",
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
  ['run.exe', Buffer.from('MZ…'), 422, 'cannot be taken as evidence'],
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

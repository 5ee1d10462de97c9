import { readdirSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { keptFiles } from '../../../src/shared/files/kept-files.ts'
import { agrees, kindOf } from '../../../src/shared/files/kinds.ts'
import { downloadName, shownName } from '../../../src/shared/files/sent.ts'
import { filesClock } from '../../../src/shared/files/sweep.ts'
import { instant } from '../../../src/shared/time.ts'
import { office, photo, workbook } from '../../helpers/files.ts'
import { testFolder } from '../../helpers/store.ts'

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

test('a file of two hundred bytes that claims four thousand million parts is not gone through', {
  timeout: 5_000,
}, () => {
  const parts = Buffer.alloc(56)
  parts.write('PK\x06\x06', 'latin1')
  parts.writeUInt32LE(4_294_967_295, 32)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeUInt32LE(64, 8)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(65_535, 8)
  end.writeUInt32LE(4_294_967_295, 16)
  const first = Buffer.alloc(64)
  first.write('PK\x03\x04', 'latin1')
  expect(kindOf(Buffer.concat([first, parts, locator, end]))).toBe('unknown')
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
  expect(shownName('半\ud83d个.pdf')).toBe('半个.pdf')
  const file = { name: '签到.png', kind: 'jpeg' } as const
  expect(downloadName(file, 'A1')).toBe('签到.jpg')
  expect(downloadName({ ...file, name: '' }, 'A1')).toBe('A1.jpg')
})

test('a picture is kept upright and without where it was taken, once for every content', async () => {
  const folder = await testFolder()
  const files = keptFiles(folder)
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
  const files = keptFiles(folder)
  const kept = await files.keep(Buffer.from('%PDF-1.7 a'), 'pdf')
  await files.keep(Buffer.from('%PDF-1.7 b'), 'pdf')
  expect(await files.sweep(new Set(), 0)).toBe(0)
  expect(await files.sweep(new Set([kept?.hash ?? '']), Date.now() + 1000)).toBe(1)
  expect(await files.read(kept?.hash ?? '', 'pdf')).toBeDefined()
})

test('once a day every room is asked what it still shows, each for its own folder', async () => {
  const [one, other] = [keptFiles(await testFolder()), keptFiles(await testFolder())]
  const bytes = Buffer.from('%PDF-1.7 a')
  const hash = (await one.keep(bytes, 'pdf'))?.hash ?? ''
  await other.keep(bytes, 'pdf')
  let now = instant(new Date(Date.now() + 2 * 86_400_000).toISOString())
  const shown = { one: new Set([hash]), other: new Set<string>() }
  const tick = filesClock({ now: () => now }, [
    { files: one, shown: async () => shown.one },
    { files: other, shown: async () => shown.other },
  ])
  await tick()
  expect(await one.read(hash, 'pdf')).toBeDefined()
  expect(await other.read(hash, 'pdf')).toBeUndefined()
  shown.one.clear()
  await tick()
  expect(await one.read(hash, 'pdf')).toBeDefined()
  now = instant(new Date(Date.now() + 3 * 86_400_000).toISOString())
  await tick()
  expect(await one.read(hash, 'pdf')).toBeUndefined()
})

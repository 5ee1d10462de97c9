import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ratingParts } from '../../src/rating-parts.ts'
import { decide } from '../../src/ratings/decision.ts'
import { ratingDesk } from '../../src/ratings/desk.ts'
import { evidence, ratings } from '../../src/ratings/store.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { chatWorld } from '../helpers/chat.ts'
import { district, subdistrict } from '../helpers/world.ts'

const code = '350203001001'

async function chatWithCycle() {
  const world = await chatWorld({ publicUrl: 'https://slc.example.cn' })
  const opened = await ratingDesk(world.kit, ratingParts(world.kit)).openYear(district, 2026)
  if (isRefusal(opened)) throw new Error(opened.text.en)
  const { user, person } = await world.join('林主任', 'lead', code)
  return {
    ...world,
    user,
    person,
    shown: async () =>
      (await world.store.list(evidence, 'rating', `2026-${code}`))
        .map(({ item, kind }) => `${item} ${kind}`)
        .sort(),
    async asksFor(item: string) {
      await user.says('/rating')
      await user.presses(await user.waitsFor('自评中'), '补佐证材料')
      const list = await user.waitsFor('没有佐证材料')
      await user.presses(list, item)
      return user.waitsFor(`${item} `)
    },
  }
}

async function photo(color: string, name = 'photo.jpg') {
  const picture = sharp({ create: { width: 20, height: 20, channels: 3, background: color } })
  return { name, bytes: await picture.jpeg().toBuffer() }
}

test('a lead sees what has no evidence, presses an item, sends a photo, and it lands at the item', async () => {
  const world = await chatWithCycle()
  const asked = await world.asksFor('A1')
  expect(asked.text).toContain('不超过 10 MB')
  await world.user.sendsPhoto(await photo('#1b6e3c'))
  await world.user.waitsFor('A1 领导班子：收到 1 个，现共 1 个')
  expect(await world.shown()).toEqual(['A1 jpeg'])
  const [kept] = await world.store.list(evidence, 'rating', `2026-${code}`)
  expect(kept).toMatchObject({ by: world.person.id, level: 'lead', community: code })
})

test('an album is answered by one message, and a file sent twice is shown once', async () => {
  const world = await chatWithCycle()
  await world.asksFor('B4')
  const [one, two, three] = await Promise.all([photo('#100'), photo('#010'), photo('#001')])
  await world.user.sendsAlbum([one, two, three, one])
  const answered = await world.user.waitsFor('收到 4 个，现共 3 个')
  expect(await world.shown()).toEqual(['B4 jpeg', 'B4 jpeg', 'B4 jpeg'])
  const received = world.user.sees().filter(({ text }) => text?.includes('收到'))
  expect(received.map(({ message_id }) => message_id)).toEqual([answered.message_id])
})

test('a reply goes to the item of the message it answers, a caption to the item it names', async () => {
  const world = await chatWithCycle()
  const asked = await world.asksFor('A1')
  await world.asksFor('A2')
  await world.user.sendsPhoto(await photo('#100'), undefined, { replyTo: asked })
  await world.user.waitsFor('A1 领导班子：收到 1 个')
  await world.user.says('好的')
  await world.user.waitsFor('近期没有')
  await world.user.sendsDocument({ name: '名单.pdf', bytes: Buffer.from('%PDF-1.7') }, 'a5 档案目录')
  await world.user.waitsFor('A5 档案资料：收到 1 个')
  expect(await world.shown()).toEqual(['A1 jpeg', 'A5 pdf'])
})

test('what cannot be evidence is refused with its sentence, and nothing is kept', async () => {
  const world = await chatWithCycle()
  await world.asksFor('A1')
  const send = (name: string, bytes: Buffer) => world.user.sendsDocument({ name, bytes })
  await send('IMG_2.HEIC', Buffer.from('\0\0\0\x18ftypheic'))
  await world.user.waitsFor('兼容性最佳')
  await send('名单.exe', Buffer.from('MZ\0\0'))
  await world.user.waitsFor('无法接收')
  await send('名单.pdf', Buffer.from('PK\x03\x04'))
  await world.user.waitsFor('无法接收')
  await send('大.pdf', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(10 * 1024 * 1024)]))
  await world.user.waitsFor('10 MB')
  world.emulator.fault({ method: 'getFile', as: { code: 400, description: 'Bad Request: file is too big' } })
  await send('更大.pdf', Buffer.from('%PDF-1.7'))
  await world.user.waitsFor('更大.pdf')
  expect(await world.shown()).toEqual([])
})

test('another subject ends it: a photo later on is no evidence', async () => {
  const world = await chatWithCycle()
  await world.asksFor('A1')
  await world.user.says('/meetings')
  await world.user.waitsFor(/例会|会议/)
  await world.user.sendsPhoto(await photo('#100'))
  await world.user.waitsFor('没有说明这是哪一项的材料')
  expect(await world.shown()).toEqual([])
})

test('after the hand-in nothing is added; another association’s item cannot be forged', async () => {
  const world = await chatWithCycle()
  const asked = await world.asksFor('A1')
  await world.store.write('test', tx =>
    tx.change(ratings, `2026-${code}`, rating => ({ ...rating, state: 'selfSubmitted' as const })),
  )
  await world.user.sendsPhoto(await photo('#100'), undefined, { replyTo: asked })
  await world.user.waitsFor('当前不能增减佐证')
  await world.user.forges(asked, 'v1|evidence|2026-350203001004|A1')
  await world.user.waitsFor(/不在|范围|权/)
  expect(await world.shown()).toEqual([])
})

test('a return is told with its reason and a button that opens the form signed in', async () => {
  const world = await chatWithCycle()
  const desk = ratingDesk(world.kit, ratingParts(world.kit))
  await world.store.write('test', tx =>
    tx.change(ratings, `2026-${code}`, rating => ({ ...rating, state: 'subdistrictReview' as const })),
  )
  await desk.change(subdistrict, '2026', code, (rating, hand) =>
    decide(rating, { action: 'return', reason: '活动次数与记录不符', items: ['E1'] }, hand),
  )
  const told = await world.user.waitsFor('活动次数与记录不符')
  expect(told.reply_markup?.inline_keyboard.flat()).toEqual([
    expect.objectContaining({
      web_app: { url: `https://slc.example.cn/app?to=${encodeURIComponent(`/ratings/2026/${code}/self/E`)}` },
    }),
  ])
})

import { Api, type Context } from 'grammy'
import { expect, onTestFinished, test } from 'vitest'
import { openEmulator } from '../../../src/demo/emulator/emulator.ts'
import type { UploadedFile } from '../../../src/demo/emulator/multipart.ts'
import { chatFiles } from '../../../src/shared/bot/chat-file.ts'

const limits = { fileMegabytes: 1 }

/** Somebody has sent a file into the chat; what a handler gets when it asks for it. */
async function sent(file: UploadedFile, as: 'photo' | 'document' = 'document') {
  const emulator = await openEmulator()
  onTestFinished(() => emulator.close())
  const api = new Api(emulator.token, { apiRoot: emulator.url })
  const user = emulator.user({ name: '甲' })
  await (as === 'photo' ? user.sendsPhoto(file) : user.sendsDocument(file))
  const message = (await api.getUpdates({ offset: -1 }))[0]?.message
  const logged: unknown[] = []
  const log = { warn: (...told: unknown[]) => logged.push(told) }
  const fetchFile = chatFiles({ token: emulator.token, apiRoot: emulator.url, log, limitMs: 300 })
  return { emulator, logged, fetched: () => fetchFile({ message, api } as Context, limits) }
}

test('a document comes with its name, a picture with one that says what it is', async () => {
  const document = await sent({ name: '名单.pdf', bytes: Buffer.from('%PDF-1.7') })
  expect(await document.fetched()).toEqual({ name: '名单.pdf', bytes: Buffer.from('%PDF-1.7') })
  const photo = await sent({ name: 'x', bytes: Buffer.from([1, 2]) }, 'photo')
  expect(await photo.fetched()).toEqual({ name: 'photo.jpg', bytes: Buffer.from([1, 2]) })
})

test('a file that is larger than it may be is refused without being fetched, also where only Telegram knows its size', async () => {
  const large = await sent({ name: 'a.pdf', bytes: Buffer.alloc(1024 * 1024 + 1) })
  expect(await large.fetched()).toMatchObject({ code: 'fileTooLarge' })
  expect(large.emulator.calls.filter(call => call.method === 'getFile')).toEqual([])
  const telegrams = await sent({ name: 'a.pdf', bytes: Buffer.alloc(5) })
  telegrams.emulator.fault({
    method: 'getFile',
    as: { code: 400, description: 'Bad Request: file is too big' },
  })
  expect(await telegrams.fetched()).toMatchObject({ code: 'fileTooLarge' })
})

test.each([
  { method: 'getFile', as: 'reset' },
  { method: 'getFile', as: 'silence' },
  { method: 'getFile', as: { code: 400, description: 'Bad Request: wrong file_id' } },
  { method: 'file', as: 'reset' },
  { method: 'file', as: 'silence' },
] as const)('a file that does not come is a sentence, and the token is not logged: %j', async fault => {
  const { emulator, logged, fetched } = await sent({ name: 'a.pdf', bytes: Buffer.alloc(5) })
  emulator.fault(fault)
  const before = performance.now()
  expect(await fetched()).toMatchObject({ code: 'notFetched' })
  expect(performance.now() - before).toBeLessThan(5000)
  expect(JSON.stringify(logged)).not.toContain(emulator.token)
  expect(logged).toHaveLength(1)
  expect(await fetched()).toMatchObject({ name: 'a.pdf' })
})

test('a message without a file has none', async () => {
  const { fetched } = await sent({ name: 'a.pdf', bytes: Buffer.alloc(5) })
  expect(await fetched()).toBeDefined()
  const fetchFile = chatFiles({ token: 't', apiRoot: 'http://127.0.0.1:1', log: { warn: () => {} } })
  expect(await fetchFile({ message: { text: '到' } } as Context, limits)).toBeUndefined()
})

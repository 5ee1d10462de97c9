import { GrammyError, HttpError } from 'grammy'
import { expect, test } from 'vitest'
import { openLog } from '../src/log.ts'

const token = '123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

function lineOf(err: unknown): string {
  const lines: string[] = []
  openLog('info', { write: line => lines.push(line) }).error({ err }, 'it broke')
  return lines.join('')
}

test('an error is logged with its name, message and stack, and those of its causes', () => {
  const line = JSON.parse(lineOf(new TypeError('outside', { cause: new RangeError('inside') })))
  expect(line.err).toMatchObject({ type: 'TypeError', message: 'outside', cause: { type: 'RangeError' } })
  expect(line.err.stack).toContain('log.test.ts')
})

test('what was being sent, and to whom, is not', () => {
  const refused = { ok: false, error_code: 403, description: 'Forbidden' } as const
  const sent = { chat_id: 600913475208, text: '林主任，孩子生病' }
  const line = lineOf(new GrammyError('Call to sendMessage failed', refused, 'sendMessage', sent))
  expect(line).toContain('sendMessage')
  expect(line).not.toMatch(/林主任|600913475208/)
})

test('the bot’s token in an address is not', () => {
  const network = new Error(`request to https://api.telegram.org/bot${token}/getMe failed`)
  expect(lineOf(new HttpError('Network request for getMe failed', network))).not.toContain(token)
  expect(lineOf(network.message)).not.toContain(token)
})

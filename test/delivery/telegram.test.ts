import { GrammyError, HttpError } from 'grammy'
import { expect, test } from 'vitest'
import { outcomeOf } from '../../src/delivery/telegram.ts'

const answered = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('refused', { ok: false, error_code, description, parameters }, 'sendMessage', {})
const broken = (error: unknown) => new HttpError('network', error)

test.each([
  ['too fast', answered(429, 'Too Many Requests', { retry_after: 17 }), { kind: 'slower', seconds: 17 }],
  ['too fast, not said for how long', answered(429, 'Too Many Requests'), { kind: 'slower', seconds: 5 }],
  [
    'a group with a new id',
    answered(400, 'group upgraded', { migrate_to_chat_id: -1001 }),
    { kind: 'moved', chat: -1001 },
  ],
  ['a fault of theirs', answered(502, 'Bad Gateway'), { kind: 'unknown', cause: '502' }],
  ['a token that is void', answered(401, 'Unauthorized'), { kind: 'notSent', cause: 'token' }],
  [
    'a bot that is blocked',
    answered(403, 'bot was blocked by the user'),
    { kind: 'unreachable', cause: 'blocked' },
  ],
  [
    'an account that is gone',
    answered(403, 'user is deactivated'),
    { kind: 'unreachable', cause: 'deactivated' },
  ],
  ['no such chat', answered(400, 'Bad Request: chat not found'), { kind: 'unreachable', cause: 'noChat' }],
  ['a text they refuse', answered(400, 'text is empty'), { kind: 'rejected', cause: 'text is empty' }],
  ['a connection never made', broken({ code: 'ECONNREFUSED' }), { kind: 'notSent', cause: 'ECONNREFUSED' }],
  ['a connection cut', broken({ code: 'ECONNRESET' }), { kind: 'unknown', cause: 'ECONNRESET' }],
  [
    'no answer in time',
    broken(new Error('Request timed out after 60 s')),
    { kind: 'unknown', cause: 'timeout' },
  ],
  ['anything else of the network', broken('?'), { kind: 'unknown', cause: 'network' }],
])('%s: what became of the message', (_, error, outcome) => {
  expect(outcomeOf(error)).toEqual(outcome)
})

test('a fault of our own is no outcome', () => {
  expect(() => outcomeOf(new TypeError('x'))).toThrow(TypeError)
})

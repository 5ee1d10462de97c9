import { expect, test } from 'vitest'
import { normalize } from '../../../../src/shared/bot/chinese/plain.ts'

test.each([
  ['　签到。', '签到'],
  ['１２人，已开！', '12人,已开'],
  ['Check   IN', 'check in'],
  ['请假 孩子生病～', '请假 孩子生病'],
  ['收到\u200b', '收到'],
  ['１８：３０', '18:30'],
])('%s is read as %s', (typed, plain) => {
  expect(normalize(typed)).toBe(plain)
})

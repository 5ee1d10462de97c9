import { expect, test } from 'vitest'
import { instant } from '../../src/shared/time.ts'
import { type Answer, hourOf, receiptOf, responseIdSchema, saysTheSame } from '../../src/surveys/answer.ts'

const answer: Answer = {
  id: '0123456789bc',
  unit: '350206001001',
  choices: { overall: 5, themes: { speed: 4, attitude: 3 } },
  texts: { remark: '很好' },
  channel: 'online',
  hour: '2026-10-05T09',
}

test('the hour of an answer is the hour on the district’s clock', () => {
  expect(hourOf(instant('2026-10-05T01:59:59Z'), 'Asia/Shanghai')).toBe('2026-10-05T09')
  expect(hourOf(instant('2026-10-05T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-10-06T00')
})

test.each<[string, Partial<Answer>, boolean]>([
  ['an hour later', { hour: '2026-10-05T10' }, true],
  ['with its rows in another order', { choices: { themes: { attitude: 3, speed: 4 }, overall: 5 } }, true],
  ['with another level', { choices: { ...answer.choices, overall: 4 } }, false],
  ['with another text', { texts: { remark: '' } }, false],
  ['for another unit', { unit: '350206001002' }, false],
])('the same id %s', (_, changed, same) => {
  expect(saysTheSame(answer, { ...answer, ...changed })).toBe(same)
})

test('a receipt is short, the same for a repeated post, and another for another answer', () => {
  expect(receiptOf('0123456789bc')).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/)
  // Residents have noted theirs down: it must never come out differently.
  expect(receiptOf('abcdefghijklmnop')).toBe('GXFN-J66N')
  expect(receiptOf('0123456789bd')).not.toBe(receiptOf('0123456789bc'))
})

test.each([[''], ['short'], ['0123456789bc!'], ['x'.repeat(33)], ['<script>alert']])(
  '%s is no response id',
  id => {
    expect(responseIdSchema.safeParse(id).success).toBe(false)
  },
)

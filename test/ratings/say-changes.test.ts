import { expect, test } from 'vitest'
import { changeLine } from '../../src/ratings/say-changes.ts'
import { speaker } from '../../src/shared/words.ts'
import { theRubric } from './rubric.ts'

test.each([
  ['passed', 'zh-CN', '年度审核：通过'],
  ['failed', 'zh-CN', '年度审核：未通过'],
  ['passed', 'en', 'yearly review: passed'],
  ['failed', 'en', 'yearly review: failed'],
] as const)('a yearly review that was %s is said in words (%s)', (to, lang, said) => {
  expect(changeLine(theRubric(), { item: 'review', from: '', to }, speaker(lang))).toBe(said)
})

test.each([
  ['target', '', 'qualified', 'zh-CN', '申报等次：未填 → 合格'],
  ['target', 'qualified', 'firstClass', 'en', 'Grade applied for: Qualified → First-class'],
  ['grade', 'firstClass', 'qualified', 'zh-CN', '等次：一流 → 合格'],
  ['grade', 'notQualified', '', 'en', 'Grade: Not qualified → none'],
] as const)('a change of the %s from "%s" to "%s" is said in words (%s)', (item, from, to, lang, said) => {
  expect(changeLine(theRubric(), { item, from, to }, speaker(lang))).toBe(said)
})

test('the opinion, which is of no item, stands without one', () => {
  const change = { item: 'opinion', field: 'text', from: '', to: 'as found' }
  expect(changeLine(theRubric(), change, speaker('en'))).toBe(
    'Opinion, with the acceptance staff: Not given → as found',
  )
})

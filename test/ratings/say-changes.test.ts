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

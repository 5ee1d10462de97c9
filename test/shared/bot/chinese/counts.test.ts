import { expect, test } from 'vitest'
import { readCount, readMissing } from '../../../../src/shared/bot/chinese/counts.ts'

test.each([
  ['12人', 12],
  ['１２人', 12],
  ['十二人', 12],
  ['已开 12人', 12],
  ['已开，十二人', 12],
  ['已开 12', 12],
  ['已开十二', 12],
  ['来了两个人', 2],
  ['到会18人缺3', 18],
  ['应到20人，实到18人', 18],
  ['缺3人，到会17', 17],
  ['请假3人，12人参加', 12],
  ['十五', 15],
  ['周五开的 12人', 12],
  ['25号下午三点开了，20人', 20],
  ['已开 7月5日 9:30 31', 31],
  ['12 people', 12],
  ['held 12', 12],
  ['已开', undefined],
  ['三联创例会已开', undefined],
  ['周五下午3点', undefined],
  ['25号', undefined],
  ['我们一起', undefined],
])('%s: %s came', (text, count) => {
  expect(readCount(text)).toBe(count)
})

test.each([
  ['到会18人缺3', 3],
  ['请假两人', 2],
  ['已开 12人', undefined],
])('%s: %s missing', (text, count) => {
  expect(readMissing(text)).toBe(count)
})

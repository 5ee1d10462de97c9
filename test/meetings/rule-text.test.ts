import { expect, test } from 'vitest'
import { followText, nths, rhythms, ruleFor, ruleText } from '../../src/meetings/rule-text.ts'
import { weekdayCodes } from '../../src/meetings/weekdays.ts'
import { speaker } from '../../src/shared/words.ts'

const zh = speaker('zh-CN')

test.each([
  ['FREQ=MONTHLY;BYDAY=1TU', '每月第一个周二'],
  ['FREQ=MONTHLY;BYDAY=-1FR', '每月最后一个周五'],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR', '每 3 个月第一个周五'],
  ['FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=2WE', '每季度首月第二个周三'],
  ['FREQ=WEEKLY;BYDAY=MO', '每周周一'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '每 2 周周一'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', '每月 15 日'],
  // What says more than one day, or ends by itself, is shown as it is.
  ['FREQ=MONTHLY;BYDAY=TU', 'FREQ=MONTHLY;BYDAY=TU'],
  ['FREQ=MONTHLY;BYDAY=1TU,3TU', 'FREQ=MONTHLY;BYDAY=1TU,3TU'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'FREQ=MONTHLY;BYMONTHDAY=1,15'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['FREQ=MONTHLY;BYDAY=1TU;COUNT=3', 'FREQ=MONTHLY;BYDAY=1TU;COUNT=3'],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=1TU', 'FREQ=YEARLY;BYMONTH=3;BYDAY=1TU'],
  ['FREQ=DAILY', 'FREQ=DAILY'],
])('%s reads %s', (rule, text) => {
  expect(ruleText(rule, zh)).toBe(text)
})

test('whatever can be chosen is read back in words of its own', () => {
  const all = rhythms.flatMap(rhythm =>
    (rhythm === 'week' ? nths.slice(0, 1) : nths).flatMap(nth =>
      weekdayCodes.map(day => ruleText(ruleFor(rhythm, nth, day), zh)),
    ),
  )
  expect(all.filter(text => text.includes('FREQ'))).toEqual([])
  expect(new Set(all).size).toBe(all.length)
})

test('what follows the meeting above says how its days are counted', () => {
  expect(followText({ days: 3, count: 'workdays' }, zh)).toBe('上级例会后第 3 个工作日')
  expect(followText({ days: 1, count: 'days' }, speaker('en'))).toBe('1 day after the meeting above')
})

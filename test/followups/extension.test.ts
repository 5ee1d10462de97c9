import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksForExtension, readExtension } from '../../src/followups/extension.ts'
import { plainDate } from '../../src/shared/time.ts'

/** Friday 27 November 2026; the follow-up is due on Monday the 30th. */
const about = { today: plainDate('2026-11-27'), due: plainDate('2026-11-30'), what: '更新名册' }

test.each([
  ['申请延期到12月5日，等待印制', '2026-12-05', '等待印制'],
  ['申请延期 12-5 人手不足', '2026-12-05', '人手不足'],
  ['申请延期到 12 月 5 日 人手不足', '2026-12-05', '人手不足'],
  ['申请延期至12/5。区里统一印制，还没发下来。', '2026-12-05', '区里统一印制，还没发下来'],
  ['申请延期到下周三，因为等待印制', '2026-12-02', '因为等待印制'],
  ['申请延期到5号 原因：等待印制', '2026-12-05', '等待印制'],
  ['延到28号，等待印制', '2026-12-28', '等待印制'],
  ['申请延期到12月底，年底检查多', '2026-12-31', '年底检查多'],
  ['申请延期到下个月底，等印制', '2026-12-31', '等印制'],
  ['申请延期到年底，等印制', '2026-12-31', '等印制'],
  ['申请延期一周，12月3日要迎检', '2026-12-07', '12月3日要迎检'],
  ['12月3日要迎检，申请延期到12月10日', '2026-12-10', '12月3日要迎检'],
  ['再给10天吧，人手不足', '2026-12-10', '人手不足'],
  ['申请延期半个月，人手不足', '2026-12-15', '人手不足'],
  ['申请延期一个月 人手不足', '2026-12-30', '人手不足'],
  ['申请延期，两周内办完', '2026-12-11', ''],
  ['更新名册申请延期到12月5日，等待印制', '2026-12-05', '等待印制'],
  ['因等待印制申请延期到12月5日', '2026-12-05', '因等待印制申请延期到12月5日'],
  ['申请延期', undefined, ''],
  ['您好，申请延期可以吗？', undefined, ''],
  ['申请延期，人手不足', undefined, '人手不足'],
  ['申请延期到12月5日', '2026-12-05', ''],
  ['申请延期到11月31日，等印制', null, '等印制'],
  ['extension until December 5, waiting for the printer', '2026-12-05', 'waiting for the printer'],
  ['Please extend it by two weeks, we wait for the printer', '2026-12-14', 'we wait for the printer'],
  ['extension to Dec 5th', '2026-12-05', ''],
])('“%s” asks for %s because of “%s”', (text, until, reason) => {
  expect(readExtension(text, about)).toEqual({ until, reason })
})

test.each([
  ['申请延期', true],
  ['例会记录申请延期到12月5日', true],
  ['申请把更新名册延到12月5日', true],
  ['能不能再宽限几天', true],
  ['I need an extension', true],
  ['例会延期到周五下午3点', false],
  ['会议想延期到周五', false],
  ['能不能延到周五下午3点', false],
  ['改到周五下午3点', false],
  ['推迟到下周二上午九点半', false],
  ['签到', false],
])('whether “%s” asks for more time for a follow-up: %s', (text, asks) => {
  expect(asksForExtension(text)).toBe(asks)
})

test('whatever is typed is read without a fault, and the reason is of the person’s own words', () => {
  const pieces = fc.constantFrom(
    '申请延期',
    '到',
    '12月',
    '5日',
    '31号',
    '一周',
    '月底',
    '，',
    ' ',
    '印制',
    '。',
    'until',
    '99',
  )
  const typed = fc.oneof(
    fc.string(),
    fc.array(pieces).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(typed, text => {
      const { until, reason } = readExtension(text, about)
      if (until) expect(() => plainDate(until)).not.toThrow()
      expect(reason.length).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 300 },
  )
})

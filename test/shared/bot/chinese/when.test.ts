import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCount, readMissing } from '../../../../src/shared/bot/chinese/counts.ts'
import { readWhen } from '../../../../src/shared/bot/chinese/when.ts'
import { plainDate } from '../../../../src/shared/time.ts'

const wednesday = plainDate('2026-10-21')

test.each([
  ['今天', '2026-10-21', undefined],
  ['明天上午9点', '2026-10-22', '09:00'],
  ['后天 14:30', '2026-10-23', '14:30'],
  ['大后天', '2026-10-24', undefined],
  ['今晚七点', '2026-10-21', '19:00'],
  ['改到周五下午3点', '2026-10-23', '15:00'],
  ['周五下午三点半', '2026-10-23', '15:30'],
  ['星期三', '2026-10-21', undefined],
  ['周一', '2026-10-26', undefined],
  ['礼拜天', '2026-10-25', undefined],
  ['本周一', '2026-10-19', undefined],
  ['下周五', '2026-10-30', undefined],
  ['下周二十点半', '2026-10-27', '10:30'],
  ['下下周一', '2026-11-02', undefined],
  ['上周五', '2026-10-16', undefined],
  ['25号下午三点', '2026-10-25', '15:00'],
  ['２５号下午３点', '2026-10-25', '15:00'],
  ['二十五号', '2026-10-25', undefined],
  ['5号', '2026-11-05', undefined],
  ['下个月5号', '2026-11-05', undefined],
  ['10月8日 9:30', '2026-10-08', '09:30'],
  ['十月三十一日晚上八点', '2026-10-31', '20:00'],
  ['1月5号', '2027-01-05', undefined],
  ['10/30 15:00', '2026-10-30', '15:00'],
  ['2026-11-03', '2026-11-03', undefined],
  ['2026年11月3日上午十点一刻', '2026-11-03', '10:15'],
  ['三天后', '2026-10-24', undefined],
  ['下午3点', undefined, '15:00'],
  ['15点20分', undefined, '15:20'],
  ['三点十五', undefined, '15:15'],
  ['中午12点', undefined, '12:00'],
  ['中午一点', undefined, '13:00'],
  ['凌晨1点', undefined, '01:00'],
  ['09:05', undefined, '09:05'],
  ['friday 3pm', '2026-10-23', '15:00'],
  ['next tuesday 9:30', '2026-10-27', '09:30'],
  ['tomorrow', '2026-10-22', undefined],
  ['December 5', '2026-12-05', undefined],
  ['5th of Dec. 9:30', '2026-12-05', '09:30'],
  ['Nov 3, 2027', '2027-11-03', undefined],
])('%s, said on Wednesday 2026-10-21, is %s %s', (text, date, time) => {
  const when = readWhen(text, { today: wednesday })
  expect([when?.date, when?.time]).toEqual([date, time])
})

test.each([
  ['签到'],
  ['没开 下雨'],
  ['2月30日'],
  ['25点'],
  ['有一点事'],
  ['3号会议室'],
  ['下周再开'],
  ['已开 12人'],
  [''],
])('%s names no day and no time', text => {
  expect(readWhen(text, { today: wednesday })).toBeUndefined()
})

test.each([
  ['3点', '15:00', true],
  ['9点', '09:00', false],
  ['上午3点', '03:00', false],
  ['03:00', '03:00', false],
  ['3:20', '15:20', true],
])('%s is %s, and guessed: %s', (text, time, guessed) => {
  expect(readWhen(text, { today: wednesday })).toMatchObject({ time, guessed })
})

test.each([
  ['周五', '2026-10-16'],
  ['25号', '2026-09-25'],
  ['昨天', '2026-10-20'],
])('%s, told of a meeting that was held, was %s', (text, date) => {
  expect(readWhen(text, { today: wednesday, toward: 'past' })?.date).toBe(date)
})

test('whatever is typed, reading it does not throw', () => {
  const word = fc.constantFrom(
    '下周',
    '五',
    '25',
    '号',
    '十',
    '点',
    '半',
    '人',
    '月',
    '日',
    ' ',
    '：',
    '/',
    '3',
    '缺',
    '下午',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), words => {
      readWhen(words.join(''), { today: wednesday })
      readCount(words.join(''))
    }),
  )
})

test.each([
  '十',
  '1',
  '人',
  ' ',
  '：',
  '0:',
  '应到',
  '应到 ',
  '下个',
  '下下',
  '1月',
  '再过十',
  '请假1',
  '上午',
  '2二零',
  'am',
])('a message full of %j is read as fast as any other', piece => {
  const text = piece.repeat(4096 / piece.length)
  const before = process.cpuUsage().user
  for (const tail of ['', '人', '点', '号']) {
    readWhen(text + tail, { today: wednesday })
    readCount(text + tail)
    readMissing(text + tail)
  }
  // Some milliseconds; what backtracks without end takes minutes.
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(500)
})

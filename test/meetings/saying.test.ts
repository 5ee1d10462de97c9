import { expect, test } from 'vitest'
import { reasonText, shiftText, whenText } from '../../src/meetings/saying.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { speaker } from '../../src/shared/words.ts'
import { aMeeting } from './samples.ts'

const zone = 'Asia/Shanghai'
const zh = speaker('zh-CN')

test('a meeting’s time is told in the district’s zone with its weekday', () => {
  expect(whenText(aMeeting(), zone, zh)).toBe('2026-10-13 周二 09:30–11:00')
})

test.each([
  [
    { from: '2026-10-05', kind: 'holiday', name: { 'zh-CN': '国庆节', en: 'National Day' } },
    '10-05 国庆节 → 10-13',
  ],
  [{ from: '2026-10-11', kind: 'weekend' }, '10-11 周日 → 10-13'],
  [{ from: '2026-10-10', kind: 'makeUp' }, '10-10 调休上班 → 10-13'],
] as const)('why it was shifted is told: %j', ({ from, ...shift }, text) => {
  expect(shiftText(aMeeting({ shift: { ...shift, from: plainDate(from) } }), zone, zh)).toBe(text)
})

test('left out by its policy says so; without a shift there is nothing to say', () => {
  const shift = { from: plainDate('2026-10-11'), kind: 'weekend' as const }
  expect(shiftText(aMeeting({ shift, status: 'cancelled' }), zone, zh)).toBe('10-11 周日 → 本次不开')
  expect(shiftText(aMeeting(), zone, zh)).toBe('')
})

test('a change has the reason that a person wrote, or what made the program do it', () => {
  const change = {
    from: { status: 'planned', starts: instant('2026-10-13T01:30Z') },
    by: 'p',
    at: instant('2026-10-01T01:30Z'),
  } as const
  expect(reasonText({}, { ...change, reason: '台风' }, zh)).toBe('台风')
  expect(reasonText({}, { ...change, reason: '', cause: 'above' }, zh)).toContain('上级例会')
})

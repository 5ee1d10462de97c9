import { expect, test } from 'vitest'
import { isRefusal } from '../../src/shared/refusal.ts'
import { plainDate } from '../../src/shared/time.ts'
import { begunOf, findOpen, type Round, roundSchema, stateOn, takesPaper } from '../../src/surveys/round.ts'
import { closeRound, finishTyping, type Opening, openRound, reopenRound } from '../../src/surveys/rounds.ts'
import { form, means, opening, round } from './world.ts'

const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'done')
const done = (outcome: Round | unknown) => {
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome as Round
}

test.each<[string, Opening['units'], string[]]>([
  ['all communities that exist', 'all', ['350206001001', '350206001002', '350206002001']],
  ['a subdistrict’s communities', ['350206001000'], ['350206001001', '350206001002']],
  ['a community and a window', ['350206001002', '350206001001-1'], ['350206001002', '350206001001-1']],
  ['a unit named twice once', ['350206001002', '350206001000'], ['350206001002', '350206001001']],
])('a round asks %s', (_, units, codes) => {
  expect(round({ units }).units.map(unit => unit.code)).toEqual(codes)
})

test('each unit has a name, its subdistrict and a link of its own', () => {
  const { units } = round()
  expect(units[0]).toEqual({
    code: '350206001001',
    name: '东渡社区',
    level: 'community',
    subdistrict: { code: '350206001000', name: '湖里街道' },
    population: 1000,
    link: 'link1',
  })
  expect(new Set(units.map(unit => unit.link)).size).toBe(units.length)
  const today = plainDate('2026-10-05')
  expect(findOpen(round(), 'link2', today)).toMatchObject({ unit: { name: '兴隆社区' } })
  expect(codeOf(findOpen(round(), 'nothing', today))).toBe('unknownLink')
})

test.each<[string, Partial<Opening>]>([
  ['closesBeforeOpens', { opens: plainDate('2026-10-21') }],
  ['closesInPast', { opens: plainDate('2026-10-01'), closes: plainDate('2026-10-04') }],
  ['unknownUnits', { units: ['350206001001', '999'] }],
  ['noUnits', { units: [] }],
  ['noUnits', { units: ['350206002002'] }],
])('an opening is refused: %s', (code, changed) => {
  expect(codeOf(openRound(opening(changed), form, means()))).toBe(code)
})

test.each([
  ['2026-10-04', 'planned'],
  ['2026-10-05', 'open'],
  ['2026-10-20', 'open'],
  ['2026-10-21', 'closed'],
])('a round from 10-05 to 10-20 is on %s %s', (today, state) => {
  expect(stateOn(round(), plainDate(today))).toBe(state)
})

test.each([
  ['2026-10-20', 'open', 'done', true],
  ['2026-10-21', 'typing', 'roundClosed', true],
  ['2026-10-25', 'typing', 'roundClosed', true],
  ['2026-10-26', 'closed', 'roundClosed', false],
])('with five days for typing it is on %s %s', (date, state, toResidents, paper) => {
  const [asked, today] = [round({ typingDays: 5 }), plainDate(date)]
  expect([stateOn(asked, today), takesPaper(asked, today)]).toEqual([state, paper])
  expect(codeOf(findOpen(asked, 'link1', today))).toBe(toResidents)
})

test('typing is declared finished once, by hand, and begins anew when the round is reopened', () => {
  const [monday, tuesday] = [plainDate('2026-10-12'), plainDate('2026-10-13')]
  const asked = round({ typingDays: 5 })
  expect(codeOf(finishTyping(asked, 'anna', monday))).toBe('notTyping')
  const closed = done(closeRound(asked, 'anna', monday))
  expect(stateOn(closed, monday)).toBe('typing')
  expect(codeOf(closeRound(closed, 'anna', monday))).toBe('alreadyClosed')
  const typed = done(finishTyping(closed, 'anna', tuesday))
  expect(stateOn(typed, tuesday)).toBe('closed')
  expect(codeOf(finishTyping(typed, 'anna', tuesday))).toBe('notTyping')
  const until = plainDate('2026-10-30')
  const reopened = done(reopenRound(typed, { reason: '停电', closes: until }, 'anna', tuesday))
  expect(stateOn(reopened, plainDate('2026-10-31'))).toBe('typing')
})

test('a round that was kept before there was time for typing ends at once, and one that never began has none', () => {
  const { typingDays: _, typed: __, ...before } = round()
  const old = roundSchema.parse(before)
  expect(stateOn(old, plainDate('2026-10-21'))).toBe('closed')
  const planned = round({ typingDays: 5, opens: plainDate('2026-10-10') })
  expect(stateOn(done(closeRound(planned, 'anna', plainDate('2026-10-06'))), plainDate('2026-10-06'))).toBe(
    'closed',
  )
})

test('a round is closed by hand, once, and reopened with a reason', () => {
  const [monday, tuesday] = [plainDate('2026-10-12'), plainDate('2026-10-13')]
  const closed = done(closeRound(round(), 'anna', monday))
  expect(stateOn(closed, monday)).toBe('closed')
  expect(codeOf(closeRound(closed, 'anna', tuesday))).toBe('alreadyClosed')

  const until = plainDate('2026-10-30')
  expect(codeOf(reopenRound(closed, { reason: ' ', closes: until }, 'anna', tuesday))).toBe('reasonNeeded')
  expect(codeOf(reopenRound(closed, { reason: '停电', closes: monday }, 'anna', tuesday))).toBe(
    'closesInPast',
  )
  expect(codeOf(reopenRound(round(), { reason: '停电', closes: until }, 'anna', tuesday))).toBe('notClosed')

  const reopened = done(reopenRound(closed, { reason: '停电', closes: until }, 'anna', tuesday))
  expect(stateOn(reopened, until)).toBe('open')
  expect(reopened.changes.map(({ kind, on, reason }) => [kind, on, reason])).toEqual([
    ['opened', '2026-10-05', undefined],
    ['closed', '2026-10-12', undefined],
    ['reopened', '2026-10-13', '停电'],
  ])
})

test('rounds that have begun are listed from the oldest to the newest', () => {
  const spring = { ...round(), id: 'spring', opens: plainDate('2026-03-01') }
  const autumn = { ...round(), id: 'autumn' }
  const next = { ...round(), id: 'next', opens: plainDate('2027-03-01'), closes: plainDate('2027-03-31') }
  const begun = begunOf([autumn, next, spring], plainDate('2026-11-01'))
  expect(begun.map(({ id }) => id)).toEqual(['spring', 'autumn'])
})

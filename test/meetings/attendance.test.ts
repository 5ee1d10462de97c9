import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AtMeeting,
  type Attendance,
  type AttendanceKind,
  attendanceKinds,
  correct,
  leaveEarly,
  observe,
  sendDeputy,
  signIn,
} from '../../src/meetings/attendance.ts'
import { askLeave, decideLeave } from '../../src/meetings/leave.ts'
import type { Meeting, Seat } from '../../src/meetings/meeting.ts'
import { tally } from '../../src/meetings/tally.ts'
import { isRefusal, type Refusal } from '../../src/shared/refusal.ts'
import { instant } from '../../src/shared/time.ts'
import { aMeeting } from './samples.ts'

const zone = 'Asia/Shanghai'
/** 09:30 to 11:00 in Shanghai. */
const meeting = aMeeting()
const seats: readonly Seat[] = ['a', 'b', 'c'].map(person => ({ unit: `unit-${person}`, persons: [person] }))

const at = (time: string, given: Partial<AtMeeting> = {}): AtMeeting => ({
  meeting,
  seats,
  person: 'a',
  record: undefined,
  now: instant(`2026-10-13T${time}+08:00`),
  way: 'chat',
  zone,
  ...given,
})
const outcome = (found: Attendance | Refusal) => (isRefusal(found) ? found.code : found.now.kind)
const record = (found: Attendance | Refusal): Attendance => {
  if (isRefusal(found)) throw new Error(found.code)
  return found
}

test.each([
  ['08:59:59', 'tooEarly'],
  ['09:00:00', 'present'],
  ['09:30:00', 'present'],
  ['09:40:00', 'present'],
  ['09:40:01', 'late'],
  ['11:00:00', 'late'],
  ['11:00:01', 'tooLate'],
])('signing in at %s is %s', (time, kind) => {
  expect(outcome(signIn(at(time)))).toBe(kind)
})

test('a refused sign-in tells the time as people of the district read it', () => {
  const refused = signIn(at('08:00:00'))
  expect(isRefusal(refused) && refused.values).toEqual({ opens: '10-13 09:00' })
})

test('signing in twice keeps the first time', () => {
  const first = record(signIn(at('09:31:00')))
  const again = signIn(at('10:20:00', { record: first }))
  expect(again).toBe(first)
})

test('nobody signs in who is not expected, and nobody at a meeting that is off', () => {
  expect(outcome(signIn(at('09:10:00', { person: 'x' })))).toBe('notExpected')
  expect(outcome(signIn(at('09:10:00', { meeting: { ...meeting, status: 'cancelled' } })))).toBe('cancelled')
  expect(outcome(signIn(at('09:10:00', { meeting: { ...meeting, status: 'notHeld' } })))).toBe('notHeld')
  expect(outcome(signIn(at('09:10:00', { meeting: { ...meeting, level: 'community' } })))).toBe('countedOnly')
})

test('leave is asked for before the start, keeps its kind, and gives way to coming after all', () => {
  expect(outcome(askLeave(at('09:30:00'), 'sick'))).toBe('leaveTooLate')
  const leave = record(askLeave(at('08:00:00'), 'sick'))
  expect(leave.now).toMatchObject({ kind: 'leave', leave: 'sick' })
  expect(askLeave(at('08:10:00', { record: leave }), 'sick')).toBe(leave)
  const came = record(signIn(at('09:20:00', { record: leave })))
  expect(came.now.kind).toBe('present')
  expect(came.before.map(({ was }) => was.kind)).toEqual(['leave'])
  expect(outcome(askLeave(at('09:25:00', { record: came }), 'sick'))).toBe('alreadyIn')
})

test('leave counts once it is approved, never when it is declined, and not by the one who asks', () => {
  const asked = record(askLeave(at('08:00:00'), 'sick'))
  expect(tally(meeting, seats, [asked])).toMatchObject({ leave: 0, pending: 1, missing: 3 })
  const deed = { by: 'staff', at: instant('2026-10-13T00:30Z'), zone }
  const decide = (approve: boolean, by = 'staff', of: Attendance | undefined = asked) =>
    decideLeave({ meeting, record: of }, approve, { ...deed, by })
  expect(outcome(decide(true, 'a'))).toBe('mayNotDecideOwn')
  expect(outcome(decideLeave({ meeting, record: undefined }, true, deed))).toBe('noLeaveAsked')
  expect(outcome(decide(true, 'staff', record(signIn(at('09:00:00')))))).toBe('noLeaveAsked')
  const approved = record(decide(true))
  expect(approved.before.map(({ was }) => was.approval)).toEqual(['asked'])
  expect(decide(true, 'staff', approved)).toBe(approved)
  expect(tally(meeting, seats, [approved])).toMatchObject({ leave: 1, pending: 0, missing: 2 })
  const declined = record(decide(false, 'staff', approved))
  expect(tally(meeting, seats, [declined])).toMatchObject({ leave: 0, pending: 0, missing: 3 })
  expect(outcome(askLeave(at('08:10:00', { record: declined }), 'sick'))).toBe('leaveDeclined')
  const final = { items: [], text: 'x', by: 'p', at: meeting.ends, final: { by: 'p', at: meeting.ends } }
  const closed = decideLeave({ meeting: { ...meeting, minutes: final }, record: asked }, true, deed)
  expect(outcome(closed)).toBe('minutesFinal')
})

test('whoever asks for another kind after an approval asks anew', () => {
  const asked = record(askLeave(at('08:00:00'), 'sick'))
  const deed = { by: 'staff', at: instant('2026-10-13T00:30Z'), zone }
  const approved = record(decideLeave({ meeting, record: asked }, true, deed))
  expect(askLeave(at('08:40:00', { record: approved }), 'sick')).toBe(approved)
  expect(record(askLeave(at('08:40:00', { record: approved }), 'personal')).now.approval).toBe('asked')
})

test('somebody who is not expected observes within the sign-in, and is never counted', () => {
  expect(outcome(observe(at('09:10:00'), 'u'))).toBe('expectedHere')
  expect(outcome(observe(at('08:00:00', { person: 'x' }), 'u'))).toBe('tooEarly')
  expect(outcome(observe(at('11:30:00', { person: 'x' }), 'u'))).toBe('tooLate')
  const there = record(observe(at('09:10:00', { person: 'x' }), 'u'))
  expect(observe(at('09:20:00', { person: 'x', record: there }), 'u')).toBe(there)
  expect(tally(meeting, seats, [there])).toMatchObject({ present: 0, observers: 1, missing: 3 })
})

test('a deputy is named by post', () => {
  expect(outcome(sendDeputy(at('09:00:00'), '  '))).toBe('postNeeded')
  const deputy = record(sendDeputy(at('09:00:00'), '副会长'))
  expect(deputy.now).toMatchObject({ kind: 'deputy', post: '副会长' })
  expect(sendDeputy(at('09:05:00', { record: deputy }), '副会长')).toBe(deputy)
})

test('only who is there leaves early', () => {
  expect(outcome(leaveEarly(at('10:00:00')))).toBe('notThereYet')
  const there = record(signIn(at('09:20:00')))
  expect(outcome(leaveEarly(at('10:00:00', { record: there })))).toBe('leftEarly')
})

const staff = { by: 'staff', at: instant('2026-10-14T00:00Z'), zone }

test('staff correct with a reason, and the old value stays', () => {
  const late = record(signIn(at('09:50:00')))
  const asked = { meeting, seats, person: 'a', record: late }
  expect(outcome(correct(asked, { kind: 'present' }, ' ', staff))).toBe('reasonNeeded')
  const corrected = record(correct(asked, { kind: 'present' }, '签到机故障', staff))
  expect(corrected.now).toMatchObject({ kind: 'present', way: 'staff', by: 'staff' })
  expect(corrected.before).toEqual([{ was: late.now, reason: '签到机故障' }])
  expect(outcome(correct(asked, { kind: 'present' }, 'x', { ...staff, by: 'a' }))).toBe('mayNotCorrect')
})

test.each([
  [[], { expected: 3, present: 0, missing: 3, quorate: false }],
  [['present'], { expected: 3, present: 1, missing: 2, quorate: false }],
  [['present', 'late'], { expected: 3, present: 2, late: 1, quorate: true }],
  [['deputy', 'leftEarly', 'leave'], { expected: 3, present: 2, leave: 1, missing: 0, quorate: true }],
  [['observer', 'absent', 'present'], { expected: 3, present: 1, observers: 1, missing: 2, quorate: false }],
] as const)('with %j the table says %j', (kinds, told) => {
  expect(tally(meeting, seats, kinds.map(kept))).toMatchObject(told)
})

const kept = (kind: AttendanceKind, index: number): Attendance => ({
  id: String(index),
  meeting: 'm',
  person: 'abc'[index % 3] ?? 'a',
  unit: '',
  now: { kind, at: meeting.starts, way: 'chat', by: 'a' },
  before: [],
})

test('whatever is kept, nobody is counted twice and never more than are expected', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...attendanceKinds), { maxLength: 12 }), kinds => {
      const { expected, present, leave, missing } = tally(meeting, seats, kinds.map(kept))
      expect(present + leave + missing).toBe(expected)
      expect(Math.min(present, leave, missing)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('one of several people of a unit fills its seat', () => {
  const shared: readonly Seat[] = [{ unit: 'u', persons: ['a', 'b'] }]
  const told = tally(meeting, shared, [kept('leave', 0), kept('present', 1)])
  expect(told).toMatchObject({ expected: 1, present: 1, leave: 0, missing: 0 })
})

test('a community meeting counts its group leaders', () => {
  const community: Meeting = { ...meeting, level: 'community', headCount: 20 }
  const report = { present: 18, by: 'a', at: meeting.ends }
  expect(tally(community, [], [])).toMatchObject({ expected: 20, present: 0 })
  expect(tally({ ...community, report }, [], [])).toMatchObject({ expected: 20, present: 18, missing: 2 })
  expect(tally({ ...community, report: { ...report, missing: 3 } }, [], [])).toMatchObject({ expected: 21 })
  expect(tally({ ...community, headCount: 10, report }, [], [])).toMatchObject({ expected: 18, present: 18 })
})

test('two of three group leaders make a quorum, of 20 at least 14', () => {
  const of20 = (present: number) => {
    const report = { present, by: 'a', at: meeting.ends }
    const { quorum, quorate } = tally({ ...meeting, level: 'community', headCount: 20, report }, [], [])
    return [quorum, quorate]
  }
  expect([of20(14), of20(13)]).toEqual([
    [14, true],
    [14, false],
  ])
})

import { type Instant, plusHours } from '../shared/time.ts'
import { type Attendance, isAttended, isExcused, type State } from './attendance.ts'
import { isComing, type Meeting, type Seat, type Stage, signInOpens, stages, urgeAt } from './meeting.ts'

/** From when to when a message of a stage is of use; `undefined` where the level has no such message. */
export function stageWindow(
  meeting: Meeting,
  stage: Stage,
): { readonly from: Instant; readonly until: Instant } | undefined {
  const { settings, starts, ends, level } = meeting
  const counted = level === 'community'
  switch (stage) {
    case 'before':
      return {
        from: plusHours(starts, -24 * settings.remindDaysBefore),
        until: counted ? starts : signInOpens(meeting),
      }
    case 'open':
      return counted ? undefined : { from: signInOpens(meeting), until: ends }
    case 'urge':
      return counted ? undefined : { from: urgeAt(meeting), until: ends }
    case 'digest':
      return counted ? undefined : { from: ends, until: plusHours(ends, settings.reportWithinHours) }
    case 'report':
      return counted ? { from: ends, until: plusHours(ends, settings.reportWithinHours) } : undefined
  }
}

export interface Due {
  readonly stage: Stage
  /** Its time is over: it is noted as done and nothing is sent. */
  readonly late: boolean
  readonly until: Instant
}

/** The stages of a meeting that have come and are not done yet. A meeting that is off has none. */
export function dueStages(meeting: Meeting, now: Instant): readonly Due[] {
  const wanted = isComing(meeting) ? stages : meeting.status === 'held' ? (['digest'] as const) : []
  return wanted.flatMap(stage => {
    const window = stageWindow(meeting, stage)
    if (!window || meeting.sent.includes(stage) || now < window.from) return []
    return [{ stage, late: now > window.until, until: window.until }]
  })
}

/** Those of a seat who are still to be reminded: nobody once one came, was excused, waits for an answer or sent a deputy. */
export function missingPersons(seats: readonly Seat[], records: readonly Attendance[]): readonly string[] {
  return unsettled(seats, records, ({ kind, approval }) => kind === 'leave' && approval !== 'declined')
}

/** Those of a seat of which nobody came or was excused; a leave that was never approved excuses nobody. */
export function absentPersons(seats: readonly Seat[], records: readonly Attendance[]): readonly string[] {
  return unsettled(seats, records, isExcused)
}

function unsettled(
  seats: readonly Seat[],
  records: readonly Attendance[],
  mayStayAway: (state: State) => boolean,
): readonly string[] {
  const settled = new Set(
    records.filter(({ now }) => isAttended(now.kind) || mayStayAway(now)).map(record => record.person),
  )
  return seats.filter(seat => !seat.persons.some(person => settled.has(person))).flatMap(seat => seat.persons)
}

/** One message of each kind, meeting, time and person, however often the clock asks. */
export function messageKey(kind: string, meeting: Meeting, person: string): string {
  return `meeting.${kind}:${meeting.id}@${meeting.starts}:${person}`
}

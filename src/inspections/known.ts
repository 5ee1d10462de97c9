import type { Data } from '../forms/verdict.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Tally } from '../meetings/tally.ts'
import { type HolidayCalendar, workdayAfter } from '../meetings/workdays.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import type { Sheet } from './sheet.ts'

/** What the records say of an inspected meeting. */
export interface MeetingRecord {
  readonly meeting: Meeting
  readonly tally: Tally
  readonly calendar: HolidayCalendar
  readonly today: PlainDate
  readonly zone: string
}

/**
 * What the records can answer of the sheet, put in beforehand for the inspector to look at: the month, how many were
 * expected and came, and whether minutes were filed in time. What they cannot tell yet is left open.
 */
export function knownAnswers(sheet: Sheet, { meeting, tally, calendar, today, zone }: MeetingRecord): Data {
  const worth = (line: string, reached: boolean) => {
    const points = sheet.lines.find(({ name }) => name === line)?.scoring.points
    return points === undefined ? {} : { [line]: reached ? points : 0 }
  }
  const lastDay = workdayAfter(dateOf(meeting.ends, zone), sheet.standard.filedWithinWorkdays, calendar).date
  const { minutes } = meeting
  const filedOn = minutes && dateOf(minutes.final?.at ?? minutes.at, zone)
  return {
    ...worth('inMonth', dateOf(meeting.starts, zone).slice(0, 7) === meeting.month),
    ...(tally.expected > 0 && { expected: tally.expected, present: tally.present }),
    ...(filedOn ? worth('filed', filedOn <= lastDay) : today > lastDay ? worth('filed', false) : {}),
  }
}

import { type PlainDate, plainDate, plusDays } from './time.ts'

/** An assessment year: the year in which it ends, its days and its months in order. */
export interface AssessmentYear {
  readonly id: string
  readonly starts: PlainDate
  readonly ends: PlainDate
  readonly months: readonly string[]
}

/** The assessment year `id`, from the first of a month to the day before it comes again. */
export function assessmentYear(id: string, startsMonth: number): AssessmentYear {
  const first = Number(id) * 12 + startsMonth - 1 - (startsMonth === 1 ? 0 : 12)
  const month = (at: number) =>
    `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
  return {
    id,
    starts: plainDate(`${month(first)}-01`),
    ends: plusDays(plainDate(`${month(first + 12)}-01`), -1),
    months: Array.from({ length: 12 }, (_, at) => month(first + at)),
  }
}

/** The year that a day falls in. */
export function yearOn(today: PlainDate, startsMonth: number): string {
  const year = Number(today.slice(0, 4))
  const begun = startsMonth > 1 && Number(today.slice(5, 7)) >= startsMonth
  return String(begun ? year + 1 : year)
}

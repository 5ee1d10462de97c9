import { evidenceFiles } from './kept-files.ts'
import { loadHolidays } from './meetings/holiday-data.ts'
import { workdayAfter } from './meetings/workdays.ts'
import { ratingFigures } from './rating-figures.ts'
import type { RatingParts, Workday } from './ratings/desk.ts'
import { readRubricFile } from './ratings/rubric-file.ts'
import type { Kit } from './shared/kit.ts'
import type { PlainDate } from './shared/time.ts'

/** What the other rooms tell the ratings. */
export function ratingParts(kit: Pick<Kit, 'store' | 'now' | 'files'>): RatingParts {
  return {
    figuresOf: ratingFigures(kit),
    workdays,
    rubricJson: readRubricFile,
    files: evidenceFiles(kit),
  }
}

/** The calendar of workdays, as published today. */
export async function workdays(): Promise<(from: PlainDate, n: number) => Workday> {
  const calendar = loadHolidays()
  return (from, n) => workdayAfter(from, n, calendar)
}

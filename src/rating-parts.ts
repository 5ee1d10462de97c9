import { evidenceFiles } from './kept-files.ts'
import { loadHolidays } from './meetings/holiday-data.ts'
import { readHolidays } from './meetings/holidays/calendar.ts'
import { workdayAfter } from './meetings/workdays.ts'
import { ratingFigures } from './rating-figures.ts'
import type { RatingParts } from './ratings/desk.ts'
import { readRubricFile } from './ratings/rubric-file.ts'
import type { Workday } from './ratings/workday.ts'
import type { Kit } from './shared/kit.ts'
import type { PlainDate } from './shared/time.ts'

/** What the other rooms tell the ratings. */
export function ratingParts(kit: Pick<Kit, 'store' | 'now' | 'files'>): RatingParts {
  return {
    figuresOf: ratingFigures(kit),
    workdays: workdaysOf(kit),
    rubricJson: readRubricFile,
    files: evidenceFiles(kit),
  }
}

/** The district's calendar of workdays, as it is known when it is asked for. */
export function workdaysOf({ store }: Pick<Kit, 'store'>): RatingParts['workdays'] {
  const published = loadHolidays()
  return async () => {
    const { district } = await readHolidays(store, published)
    return (from: PlainDate, n: number): Workday => workdayAfter(from, n, district)
  }
}

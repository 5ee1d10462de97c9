import { yearOn } from '../shared/assessment-year.ts'
import type { Reading } from '../shared/store/port.ts'
import { plainDate } from '../shared/time.ts'
import { openGroups } from './groups.ts'
import { memberGroups } from './store.ts'
import { startsMonth } from './year-file.ts'

/**
 * How many member groups of a community have a leader in a month such as `2026-11`, by the register of the assessment year
 * that the month lies in; while that one has no groups yet, by the year's before, whose groups then still stood. Never by a
 * later one, however late it is asked. Undefined where neither has groups.
 */
export async function leadersOf(from: Reading, unit: string, month: string): Promise<number | undefined> {
  const year = Number(yearOn(plainDate(`${month}-01`), startsMonth))
  for (const each of [year, year - 1]) {
    const list = await from.find(memberGroups, `${each}-${unit}`)
    const groups = list ? openGroups(list) : []
    if (groups.length > 0) return groups.filter(({ leader }) => leader).length
  }
  return undefined
}

import type { Reading } from '../shared/store/port.ts'
import { openGroups } from './groups.ts'
import { memberGroups } from './store.ts'

/**
 * How many member groups of a community have a leader in a month such as `2026-11`, by the register of the year that ends
 * after it where that is kept already, else by that of the month's own year; undefined where neither has groups.
 */
export async function leadersOf(from: Reading, unit: string, month: string): Promise<number | undefined> {
  const year = Number(month.slice(0, 4))
  for (const each of [year + 1, year]) {
    const list = await from.find(memberGroups, `${each}-${unit}`)
    const groups = list ? openGroups(list) : []
    if (groups.length > 0) return groups.filter(({ leader }) => leader).length
  }
  return undefined
}

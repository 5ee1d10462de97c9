import { assessmentYear } from '../shared/assessment-year.ts'
import type { Kit } from '../shared/kit.ts'
import type { ReadTasks } from '../shared/task.ts'
import { dateOf } from '../shared/time.ts'
import { actsFor } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { RegisterParts } from './desk.ts'
import { proposedGroups } from './five-good.ts'
import { standards } from './standards-file.ts'
import { memberGroups } from './store.ts'
import { words } from './words.ts'
import { startsMonth } from './year-file.ts'

/** The groups that associations propose as five-good and that their subdistrict has not answered yet. */
export function registerTasks(
  { store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>,
  { year }: Pick<RegisterParts, 'year'>,
): ReadTasks {
  return async (actor, t) => {
    if (!actor.duties.some(({ role }) => role === 'subdistrict')) return []
    const { id, months } = assessmentYear(await year(), startsMonth)
    const tree = await readTree(store)
    const today = dateOf(now(), zone)
    const waiting = (await store.list(memberGroups, 'year', id))
      .filter(({ unit }) => actsFor(actor, tree, unit, ['subdistrict']))
      .map(list => ({ unit: list.unit, count: proposedGroups(list, standards, months, today).length }))
      .filter(({ count }) => count > 0)
    const [first, ...more] = waiting
    if (!first) return []
    const count = waiting.reduce((sum, each) => sum + each.count, 0)
    const names = { first: tree.find(first.unit)?.name ?? first.unit, n: waiting.length }
    return [
      {
        text: t(more.length === 0 ? words.taskConfirmOne : words.taskConfirm, { count, ...names }),
        path: more.length === 0 ? `/registers/${id}/${first.unit}/groups#to-confirm` : `/registers/${id}`,
        urgent: false,
      },
    ]
  }
}

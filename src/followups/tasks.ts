import type { Kit } from '../shared/kit.ts'
import type { ReadTasks, Task } from '../shared/task.ts'
import { dateOf, daysBetween } from '../shared/time.ts'
import { ownUnits } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { confirmerActs, type FollowUp, isOverdue } from './follow-up.ts'
import { actsOf } from './ledger.ts'
import { followUps } from './store.ts'
import { words } from './words.ts'

/** So many are named, the rest is counted. */
const mostNamed = 3
/** A date within so many days is one of now. */
const soonDays = 3

/** The follow-ups that the actor's own units have to do, and how many of others wait for their confirmation. */
export function followUpTasks({ store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>): ReadTasks {
  return async (actor, t) => {
    const today = dateOf(now(), zone)
    const tree = await readTree(store)
    const units = ownUnits(actor, tree)
    const of = async (query: 'owner' | 'confirmer') =>
      (await Promise.all(units.map(({ id }) => store.list(followUps, query, id)))).flat()
    const mine = (await of('owner'))
      .filter(({ state }) => state !== 'closed' && state !== 'submitted')
      .sort((a, b) => (a.due < b.due ? -1 : 1))
    const toConfirm = (await of('confirmer')).filter(each =>
      actsOf(actor, tree, each).some(act => confirmerActs.some(known => known === act)),
    )
    const named = mine.slice(0, mostNamed).map((each): Task => {
      const late = isOverdue(each, today)
      return {
        text: t(late ? words.taskOverdue : words.task, { what: each.what, due: each.due }),
        path: pathOf(each),
        urgent: late || daysBetween(today, each.due) <= soonDays,
      }
    })
    const more = mine.length - named.length
    const counted: readonly Task[] =
      more > 0 ? [{ text: t(words.tasksMore, { more }), path: '/followups', urgent: false }] : []
    const [only] = toConfirm
    if (!only) return [...named, ...counted]
    const path = toConfirm.length === 1 ? pathOf(only) : '/followups'
    return [
      ...named,
      ...counted,
      { text: t(words.tasksToConfirm, { count: toConfirm.length }), path, urgent: true },
    ]
  }
}

function pathOf({ id }: FollowUp): string {
  return `/followups/${id}`
}

import type { Actor, Duty } from '../shared/actor.ts'
import { type Cell, csvText } from '../shared/csv.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import type { UnitTree } from '../units/tree.ts'
import { isOpenOn } from '../units/unit.ts'
import { appointableBy } from './appointing.ts'
import { listWords } from './list-words.ts'
import type { Person } from './person.ts'

/** The duties that the actor could give and nobody holds, from the top down; units that are closed need nobody. */
export function vacancies(
  actor: Actor,
  tree: UnitTree,
  people: readonly Person[],
  today: PlainDate,
): readonly Duty[] {
  const held = new Set(people.flatMap(person => person.duties.map(duty => duty.unit)))
  return appointableBy(actor, tree).filter(({ role, unit }) => {
    const found = tree.find(unit)
    return found !== undefined && role !== 'district' && isOpenOn(found, today) && !held.has(unit)
  })
}

/** A list to fill in and import: one line for each vacancy, with the name left to write. */
export function vacancyList(duties: readonly Duty[], tree: UnitTree, t: Say): string {
  const { name, role, unit, post } = listWords.columns
  const rows = duties.map((duty): Cell[] => [
    '',
    t({ 'zh-CN': listWords.roles[duty.role][0], en: duty.role }),
    uniqueName(duty.unit, tree),
    '',
  ])
  return csvText([[t(name), t(role), t(unit), t(post)], ...rows])
}

/** Names are what people know; the code stands in where two units share one. */
function uniqueName(code: string, tree: UnitTree): string {
  const name = tree.find(code)?.name
  return name !== undefined && tree.all.filter(unit => unit.name === name).length === 1 ? name : code
}

import { personFaults } from '../forms/scope.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import { type Appraisal, type Group, type GroupList, told, withGroup } from './groups.ts'
import { no } from './refusals.ts'
import type { Hand } from './sheet.ts'
import type { Good, Standards } from './standards.ts'

/** The goods that the association says a group has; those that the records tell are not marked. */
export function markGroup(
  list: GroupList,
  number: number,
  marks: readonly string[],
  { groups: { fiveGood } }: Standards,
  hand: Hand,
): GroupList | Refusal {
  const group = list.groups.find(each => each.no === number)
  if (!group) return no.unknownGroup()
  if (group.appraisal?.outcome === 'confirmed') return no.appraised({ name: group.name })
  const known = fiveGood.filter(good => good.from === 'marked').map(({ id }) => id)
  const next = known.filter(id => marks.includes(id))
  if (next.join() === group.marks.join()) return list
  const { appraisal: _, ...open } = group
  return told(
    withGroup(list, { ...open, marks: next }),
    { kind: 'marked', group: group.name, marks: next },
    hand,
  )
}

export interface AppraisalInput {
  readonly outcome: Appraisal
  readonly reason: string
}

/** The subdistrict's word on a proposed group. Only a group with every good can be confirmed; declining needs a reason. */
export function appraise(
  list: GroupList,
  number: number,
  { outcome, reason }: AppraisalInput,
  { standards, months }: { readonly standards: Standards; readonly months: readonly string[] },
  hand: Hand,
): GroupList | Refusal {
  const group = list.groups.find(each => each.no === number)
  if (!group) return no.unknownGroup()
  if (outcome === 'confirmed' && !isProposed(group, standards, months, hand.today))
    return no.notProposed({ name: group.name })
  if (outcome === 'declined' && reason.trim() === '') return no.reasonNeeded()
  if (personFaults(reason).length > 0) return no.aboutPersons()
  const appraisal = {
    outcome,
    reason: reason.trim(),
    by: hand.by.id,
    byName: hand.by.name,
    at: hand.now,
    version: standards.version,
  }
  return told(
    withGroup(list, { ...group, appraisal }),
    { kind: 'appraised', group: group.name, outcome, reason: reason.trim() },
    hand,
  )
}

/** The goods of a group: what its record shows up to a day, and what was marked. `months` are the year's, in order. */
export function goodsOf(
  group: Group,
  { groups: { fiveGood, publicity } }: Standards,
  months: readonly string[],
  today: PlainDate,
): ReadonlySet<string> {
  const over = months.filter(month => month < today.slice(0, 7))
  const has = (good: Good): boolean => {
    switch (good.from) {
      case 'leader':
        return group.leader
      case 'activityMonths':
        return over.length > 0 && activeMonths(group, over) * 100 >= good.percent * over.length
      case 'publicity':
        return doesPublicity(group, publicity, months, today)
      case 'marked':
        return group.marks.includes(good.id)
    }
  }
  return new Set(fiveGood.filter(has).map(({ id }) => id))
}

/** Whether a group has every good, so that the subdistrict may confirm it. */
export function isProposed(
  group: Group,
  standards: Standards,
  months: readonly string[],
  today: PlainDate,
): boolean {
  return !group.closed && goodsOf(group, standards, months, today).size === standards.groups.fiveGood.length
}

/** The groups of a list that are proposed and not answered yet. */
export function proposedGroups(
  list: Pick<GroupList, 'groups'>,
  standards: Standards,
  months: readonly string[],
  today: PlainDate,
): readonly Group[] {
  return list.groups.filter(group => !group.appraisal && isProposed(group, standards, months, today))
}

export function activeMonths(group: Group, months: readonly string[]): number {
  return months.filter(month => (group.months[month]?.activities ?? 0) > 0).length
}

/** Whether a group did as much publicity as the standards ask, within their last months up to a day. */
export function doesPublicity(
  group: Group,
  { months: span, atLeast }: Standards['groups']['publicity'],
  months: readonly string[],
  today: PlainDate,
): boolean {
  const last = months.filter(month => month <= today.slice(0, 7)).slice(-span)
  return last.reduce((sum, month) => sum + (group.months[month]?.publicity ?? 0), 0) >= atLeast
}

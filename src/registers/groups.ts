import { z } from 'zod'
import { personFaults } from '../forms/scope.ts'
import type { Refusal } from '../shared/refusal.ts'
import { instantSchema, type PlainDate } from '../shared/time.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { no } from './refusals.ts'
import type { Hand } from './sheet.ts'
import type { Good, Standards } from './standards.ts'

/** A calendar month, `2026-03`. */
const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const count = z.int().min(0).max(99)

/** Activities and publicity actions of a group in a month, as numbers. */
const monthCountsSchema = z.object({ activities: count, publicity: count }).readonly()
export type MonthCounts = z.infer<typeof monthCountsSchema>

export const appraisals = ['confirmed', 'declined'] as const
export type Appraisal = (typeof appraisals)[number]

/** A member group: its leader is a post that is filled or not, never a name. */
const groupSchema = z
  .object({
    no: z.int().positive(),
    name: z.string().min(1).max(40),
    /** The building or grid it covers. */
    covers: z.string().max(100),
    leader: z.boolean(),
    /** Given up; what it did in the year stays. */
    closed: z.boolean(),
    months: z.record(monthSchema, monthCountsSchema).readonly(),
    /** The goods that the association marks, by id. */
    marks: z.array(z.string()).readonly(),
    appraisal: z
      .object({
        outcome: z.enum(appraisals),
        reason: z.string().max(300),
        by: z.string(),
        byName: z.string(),
        at: instantSchema,
        /** By which standards. */
        version: z.string(),
      })
      .readonly()
      .optional(),
  })
  .readonly()
export type Group = z.infer<typeof groupSchema>

/** The groups of one community in one assessment year. */
export const groupListSchema = z
  .object({
    /** `year-community`. */
    id: z.string(),
    year: z.string(),
    unit: unitCodeSchema,
    groups: z.array(groupSchema).readonly(),
    history: z
      .array(
        z
          .object({ at: instantSchema, by: z.string(), byName: z.string(), deed: z.string().max(400) })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type GroupList = z.infer<typeof groupListSchema>

export const mostGroups = 200

export function emptyGroups(year: string, unit: string): GroupList {
  return { id: `${year}-${unit}`, year, unit, groups: [], history: [] }
}

export function openGroups({ groups }: Pick<GroupList, 'groups'>): readonly Group[] {
  return groups.filter(group => !group.closed)
}

export interface GroupInput {
  readonly name: string
  readonly covers: string
  readonly leader: boolean
  readonly closed?: boolean
}

/** Groups as they are typed, one a line: the name, then what it covers. */
export function readLines(text: string): readonly GroupInput[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [name = '', ...rest] = line.split(/[,，\t]/).map(part => part.trim())
      return { name, covers: rest.filter(part => part !== '').join('、'), leader: true }
    })
}

export function addGroups(list: GroupList, inputs: readonly GroupInput[], hand: Hand): GroupList | Refusal {
  if (inputs.length === 0) return no.noGroups()
  if (list.groups.length + inputs.length > mostGroups) return no.tooManyGroups({ most: mostGroups })
  const known = new Set(openGroups(list).map(({ name }) => name))
  for (const input of inputs) {
    const fault = faultOf(input)
    if (fault) return fault
    if (known.has(input.name)) return no.groupExists({ name: input.name })
    known.add(input.name)
  }
  const first = Math.max(0, ...list.groups.map(group => group.no)) + 1
  const added = inputs.map((input, at): Group => ({ ...fresh(input), no: first + at }))
  return told({ ...list, groups: [...list.groups, ...added] }, `+ ${names(added)}`, hand)
}

/** Takes the groups of the year before into an empty list, without what they did then. */
export function carryOver(list: GroupList, before: GroupList | undefined, hand: Hand): GroupList | Refusal {
  if (list.groups.length > 0 || !before) return no.nothingToCarry()
  const groups = openGroups(before).map((group): Group => ({ ...fresh(group), no: group.no }))
  return groups.length === 0
    ? no.nothingToCarry()
    : told({ ...list, groups }, `${before.year} → ${names(groups)}`, hand)
}

export function changeGroup(
  list: GroupList,
  number: number,
  input: GroupInput,
  hand: Hand,
): GroupList | Refusal {
  const group = list.groups.find(each => each.no === number)
  if (!group) return no.unknownGroup()
  const fault = faultOf(input)
  if (fault) return fault
  const twin = openGroups(list).some(other => other.no !== number && other.name === input.name)
  if (twin && !input.closed) return no.groupExists({ name: input.name })
  const { name, covers, leader, closed = false } = input
  const next: Group = { ...group, name, covers, leader, closed }
  const changes = (['name', 'covers', 'leader', 'closed'] as const).filter(key => group[key] !== next[key])
  if (changes.length === 0) return list
  const deed = `${group.name}: ${changes.map(key => `${key} ${group[key]} → ${next[key]}`).join('; ')}`
  return told(withGroup(list, next), deed, hand)
}

/** What the groups did in a month, by number; months to come are refused. */
export function enterMonth(
  list: GroupList,
  month: string,
  counts: ReadonlyMap<number, MonthCounts>,
  hand: Hand & { readonly months: readonly string[] },
): GroupList | Refusal {
  if (!hand.months.includes(month) || month > hand.today.slice(0, 7)) return no.monthOutside({ month })
  const groups = list.groups.map((group): Group => {
    const given = counts.get(group.no)
    return given && !group.closed ? { ...group, months: { ...group.months, [month]: given } } : group
  })
  const sum = (key: keyof MonthCounts) => [...counts.values()].reduce((total, each) => total + each[key], 0)
  return told({ ...list, groups }, `${month}: ${sum('activities')} / ${sum('publicity')}`, hand)
}

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
  return told(withGroup(list, { ...open, marks: next }), `${group.name}: ${next.join(', ') || '–'}`, hand)
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
  const appraisal = {
    outcome,
    reason: reason.trim(),
    by: hand.by.id,
    byName: hand.by.name,
    at: hand.now,
    version: standards.version,
  }
  return told(withGroup(list, { ...group, appraisal }), `${group.name}: ${outcome} ${reason.trim()}`, hand)
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

function fresh({ name, covers, leader }: GroupInput): Omit<Group, 'no'> {
  return { name, covers, leader, closed: false, months: {}, marks: [] }
}

/** The length of texts, and the words that ask about persons. */
function faultOf({ name, covers }: GroupInput): Refusal | undefined {
  if (name === '' || name.length > 40 || covers.length > 100) return no.badGroup()
  return personFaults([name, covers]).length > 0 ? no.aboutPersons() : undefined
}

function withGroup(list: GroupList, next: Group): GroupList {
  return { ...list, groups: list.groups.map(group => (group.no === next.no ? next : group)) }
}

function told(list: GroupList, deed: string, hand: Hand): GroupList {
  const entry = { at: hand.now, by: hand.by.id, byName: hand.by.name, deed: deed.slice(0, 400) }
  return { ...list, history: [...list.history, entry] }
}

function names(groups: readonly Group[]): string {
  return groups.map(({ name }) => name).join('、')
}

import { z } from 'zod'
import { personFaults } from '../forms/scope.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { instantSchema } from '../shared/time.ts'
import { unitCodeSchema } from '../units/unit.ts'
import { type Deed, deedSchema, type GroupChange } from './deeds.ts'
import { no } from './refusals.ts'
import type { Hand } from './sheet.ts'

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
      .array(z.object({ at: instantSchema, by: z.string(), byName: z.string(), deed: deedSchema }).readonly())
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
  const known = new Set(openGroups(list).map(({ name }) => plain(name)))
  for (const input of inputs) {
    const fault = groupFault(input)
    if (fault) return fault
    if (known.has(plain(input.name))) return no.groupExists({ name: input.name })
    known.add(plain(input.name))
  }
  const first = Math.max(0, ...list.groups.map(group => group.no)) + 1
  const added = inputs.map((input, at): Group => ({ ...fresh(input), no: first + at }))
  return told({ ...list, groups: [...list.groups, ...added] }, { kind: 'added', names: names(added) }, hand)
}

/** A group as a table names it: what it leaves out stays as it is. */
export interface GroupEntry {
  readonly name: string
  readonly covers?: string
  readonly leader?: boolean
}

/** Groups as a table has them: those that are there, by their name, are brought up to it, the others are added. */
export function enterGroups(
  list: GroupList,
  entries: readonly GroupEntry[],
  hand: Hand,
): GroupList | Refusal {
  let next: GroupList | Refusal = list
  for (const entry of entries) {
    if (isRefusal(next)) return next
    const known: Group | undefined = openGroups(next).find(({ name }) => plain(name) === plain(entry.name))
    next = known
      ? changeGroup(next, known.no, { ...known, ...entry, name: known.name }, hand)
      : addGroups(next, [{ covers: '', leader: true, ...entry }], hand)
  }
  return next
}

/** Takes the groups of the year before into an empty list, without what they did then. */
export function carryOver(list: GroupList, before: GroupList | undefined, hand: Hand): GroupList | Refusal {
  if (list.groups.length > 0 || !before) return no.nothingToCarry()
  const groups = openGroups(before).map((group): Group => ({ ...fresh(group), no: group.no }))
  return groups.length === 0
    ? no.nothingToCarry()
    : told({ ...list, groups }, { kind: 'carried', year: before.year, names: names(groups) }, hand)
}

/**
 * Changes what a group is. Under another name it is the same group; a confirmed one that loses its leader is confirmed no
 * longer, since its five goods rested on the leader, and can be proposed anew when the post is filled.
 */
export function changeGroup(
  list: GroupList,
  number: number,
  input: GroupInput,
  hand: Hand,
): GroupList | Refusal {
  const group = list.groups.find(each => each.no === number)
  if (!group) return no.unknownGroup()
  const fault = groupFault(input)
  if (fault) return fault
  const twin = openGroups(list).some(other => other.no !== number && plain(other.name) === plain(input.name))
  if (twin && !input.closed) return no.groupExists({ name: input.name })
  const { name, covers, leader, closed = false } = input
  const { appraisal, ...open } = group
  const ends = appraisal?.outcome === 'confirmed' && group.leader && !leader
  const next: Group = { ...(ends ? open : group), name, covers, leader, closed }
  const changes = changesOf(group, next)
  if (changes.length === 0) return list
  const deed = { kind: 'changed', group: group.name, changes, unconfirmed: ends } as const
  return told(withGroup(list, next), deed, hand)
}

function changesOf(before: Group, after: Group): readonly GroupChange[] {
  const text = (['name', 'covers'] as const).flatMap(field =>
    before[field] === after[field] ? [] : [{ field, from: before[field], to: after[field] }],
  )
  const flags = (['leader', 'closed'] as const).flatMap(field =>
    before[field] === after[field] ? [] : [{ field, from: before[field], to: after[field] }],
  )
  return [...text, ...flags]
}

/** What the groups did in a month, by number; months to come are refused, and what is kept already changes nothing. */
export function enterMonth(
  list: GroupList,
  month: string,
  counts: ReadonlyMap<number, MonthCounts>,
  hand: Hand & { readonly months: readonly string[] },
): GroupList | Refusal {
  if (!hand.months.includes(month) || month > hand.today.slice(0, 7)) return no.monthOutside({ month })
  const entered: MonthCounts[] = []
  const groups = list.groups.map((group): Group => {
    const given = counts.get(group.no)
    const known = group.months[month]
    const same = known?.activities === given?.activities && known?.publicity === given?.publicity
    if (!given || group.closed || same) return group
    entered.push(given)
    return { ...group, months: { ...group.months, [month]: given } }
  })
  if (entered.length === 0) return list
  const sum = (key: keyof MonthCounts) => entered.reduce((total, each) => total + each[key], 0)
  const sums = { activities: sum('activities'), publicity: sum('publicity') }
  return told({ ...list, groups }, { kind: 'counted', month, groups: entered.length, ...sums }, hand)
}

function fresh({ name, covers, leader }: GroupInput): Omit<Group, 'no'> {
  return { name, covers, leader, closed: false, months: {}, marks: [] }
}

/** Names are the same however wide their digits are typed and whatever space stands between. */
export function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

/** What is wrong with a group’s texts: their length, or words that ask about persons. */
export function groupFault({ name, covers }: Pick<GroupInput, 'name' | 'covers'>): Refusal | undefined {
  if (name === '' || name.length > 40 || covers.length > 100) return no.badGroup()
  return personFaults([name, covers]).length > 0 ? no.aboutPersons() : undefined
}

/** The list with a group in its new state. */
export function withGroup(list: GroupList, next: Group): GroupList {
  return { ...list, groups: list.groups.map(group => (group.no === next.no ? next : group)) }
}

/** The list with what was done to it. */
export function told(list: GroupList, deed: Deed, hand: Hand): GroupList {
  const entry = { at: hand.now, by: hand.by.id, byName: hand.by.name, deed }
  return { ...list, history: [...list.history, entry] }
}

function names(groups: readonly Group[]): readonly string[] {
  return groups.map(({ name }) => name)
}

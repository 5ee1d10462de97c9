import type { Actor, Duty, Role } from '../shared/actor.ts'
import type { PlainDate } from '../shared/time.ts'
import { rolesOver } from '../units/scope.ts'
import type { UnitTree } from '../units/tree.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import type { Meeting, MeetingLevel, Seat } from './meeting.ts'

/** Whoever may be expected, as the people room knows them. */
export interface Holder {
  readonly id: string
  readonly duties: readonly Duty[]
}

/**
 * Who is expected at a meeting by the posts as they are held now. District: one lead of each subdistrict's
 * association, whoever of its people comes. Subdistrict: every lead of its communities. Community: group leaders, who
 * are counted and have no seats here.
 */
export function seatsFor(
  meeting: { readonly level: MeetingLevel; readonly unit: string },
  tree: UnitTree,
  holders: readonly Holder[],
  on: PlainDate,
): readonly Seat[] {
  if (meeting.level === 'community') return []
  const below = tree.childrenOf(meeting.unit).filter(unit => isOpenOn(unit, on))
  const known = holdersOf(meeting.level === 'district' ? 'subdistrict' : 'lead', holders)
  return below.flatMap(({ id }) => {
    const persons = known.get(id) ?? []
    if (meeting.level === 'subdistrict') return persons.map(person => ({ unit: id, persons: [person] }))
    return persons.length > 0 ? [{ unit: id, persons }] : []
  })
}

/** The units whose seat stays empty because nobody holds the post. */
export function unitsWithoutHolder(
  meeting: { readonly level: MeetingLevel; readonly unit: string },
  tree: UnitTree,
  seats: readonly Seat[],
  on: PlainDate,
): readonly Unit[] {
  if (meeting.level === 'community') return []
  const seated = new Set(seats.map(seat => seat.unit))
  const wanted = meeting.level === 'district' ? 'subdistrict' : 'community'
  return tree
    .childrenOf(meeting.unit)
    .filter(unit => unit.level === wanted && isOpenOn(unit, on) && !seated.has(unit.id))
}

/** A list of the store is never changed in place: the same people fill the same seats, of however many meetings. */
const byRole = new WeakMap<readonly Holder[], Map<Role, ReadonlyMap<string, readonly string[]>>>()

function holdersOf(role: Role, holders: readonly Holder[]): ReadonlyMap<string, readonly string[]> {
  const known = byRole.get(holders) ?? new Map<Role, ReadonlyMap<string, readonly string[]>>()
  const found = known.get(role) ?? holdersByUnit(role, holders)
  byRole.set(holders, known.set(role, found))
  return found
}

/** Who holds a role, by unit; one pass over the people, who are many more than those of a unit. */
function holdersByUnit(role: Role, holders: readonly Holder[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { id, duties } of holders) {
    for (const duty of duties) {
      if (duty.role !== role) continue
      const known = found.get(duty.unit)
      if (known) known.push(id)
      else found.set(duty.unit, [id])
    }
  }
  return found
}

export function seatOf(seats: readonly Seat[], person: string): Seat | undefined {
  return seats.find(seat => seat.persons.includes(person))
}

/** Who calls the meeting, and so may plan, move, report and correct it. */
export function mayConvene(
  actor: Actor,
  tree: UnitTree,
  { level, unit }: { readonly level: MeetingLevel; readonly unit: string },
): boolean {
  const roles = rolesOver(actor, tree, unit)
  switch (level) {
    case 'district':
      return roles.includes('district')
    case 'subdistrict':
      return roles.some(role => role !== 'lead')
    case 'community':
      return roles.length > 0
  }
}

/** Who urges those that have not answered: whoever convenes; that a community's meeting is reported, the staff above it. */
export function mayUrge(actor: Actor, tree: UnitTree, meeting: Meeting): boolean {
  return meeting.level === 'community'
    ? isStaffOver(actor, tree, meeting.unit)
    : mayConvene(actor, tree, meeting)
}

/** Staff may correct sign-ins; a lead reports the own association's meeting but corrects nobody. */
export function isStaffOver(actor: Actor, tree: UnitTree, unit: string): boolean {
  return rolesOver(actor, tree, unit).some(role => role !== 'lead')
}

/** Whether a meeting is of interest to the actor: within the own units, or one to which the actor is called. */
export function concerns(actor: Actor, tree: UnitTree, meeting: Meeting): boolean {
  if (rolesOver(actor, tree, meeting.unit).length > 0) return true
  return actor.duties.some(duty => tree.find(duty.unit)?.parent === meeting.unit && isCalled(duty, meeting))
}

/**
 * The unit for which somebody may sit in on a meeting: one of the own units that is the convening one, above it or directly
 * below. Undefined for everybody else.
 */
export function observerUnit(
  person: string,
  meeting: { readonly unit: string },
  { tree, people }: { readonly tree: UnitTree; readonly people: readonly Holder[] },
): string | undefined {
  const near = new Set([
    ...tree.pathOf(meeting.unit).map(({ id }) => id),
    ...tree.childrenOf(meeting.unit).map(({ id }) => id),
  ])
  return people.find(({ id }) => id === person)?.duties.find(duty => near.has(duty.unit))?.unit
}

function isCalled(duty: Duty, meeting: Meeting): boolean {
  return meeting.level === (duty.role === 'subdistrict' ? 'district' : 'subdistrict')
}

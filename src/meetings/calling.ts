import type { Person } from '../people/person.ts'
import { people } from '../people/store.ts'
import type { Actor } from '../shared/actor.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { Reading } from '../shared/store/port.ts'
import { dateOf, type Instant } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { seatOf, seatsFor } from './expected.ts'
import { isComing, type Meeting, type Seat } from './meeting.ts'
import { meetings } from './store.ts'

/** The units and the people as they are now, read once for many meetings. */
export interface District {
  readonly tree: UnitTree
  readonly people: readonly Person[]
  readonly zone: string
}

export async function readDistrict(from: Reading, zone: string): Promise<District> {
  return { tree: await readTree(from), people: await from.all(people), zone }
}

/** The seats of a meeting: those it was fixed with, else those of the posts as they are held now. */
export function seatsOf(meeting: Meeting, { tree, people, zone }: District): readonly Seat[] {
  return meeting.seats ?? seatsNow(meeting, tree, people, zone)
}

/** Asked for by every page until the meeting is over; the same people and units give the same seats. */
const seatsNow = rememberBeside(
  (meeting: Meeting, tree: UnitTree, people: readonly Person[], zone: string) =>
    seatsFor(meeting, tree, people, dateOf(meeting.starts, zone)),
  1,
)

/** The meetings whose seats the actor could fill, with those seats, the nearest first; past ones of `since` on. */
export async function meetingsCalling(
  from: Reading,
  actor: Pick<Actor, 'id' | 'duties'>,
  { zone, since }: { readonly zone: string; readonly since: Instant },
): Promise<readonly { readonly meeting: Meeting; readonly seats: readonly Seat[] }[]> {
  const district = await readDistrict(from, zone)
  const parents = new Set(actor.duties.flatMap(duty => district.tree.find(duty.unit)?.parent ?? []))
  const found = await Promise.all([...parents].map(unit => from.list(meetings, 'unit', unit)))
  return found
    .flat()
    .filter(meeting => meeting.ends >= since && meeting.status !== 'cancelled')
    .map(meeting => ({ meeting, seats: seatsOf(meeting, district) }))
    .filter(({ seats }) => seatOf(seats, actor.id))
    .sort((a, b) => (a.meeting.starts < b.meeting.starts ? -1 : 1))
}

/** The community meetings that the actor reports: those of associations the actor leads, latest begun first. */
export async function meetingsToReport(
  from: Reading,
  actor: Pick<Actor, 'duties'>,
  now: Instant,
): Promise<readonly Meeting[]> {
  const units = actor.duties.filter(duty => duty.role === 'lead').map(duty => duty.unit)
  const found = await Promise.all(units.map(unit => from.list(meetings, 'unit', unit)))
  return found
    .flat()
    .filter(meeting => meeting.level === 'community' && meeting.starts <= now)
    .filter(meeting => isComing(meeting) || meeting.status === 'held')
    .sort((a, b) => (a.starts < b.starts ? 1 : -1))
}

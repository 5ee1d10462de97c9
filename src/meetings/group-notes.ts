import { groupAddress, robotAddress } from '../delivery/address.ts'
import { groupChats, robots } from '../delivery/groups.ts'
import { queue, revise } from '../delivery/store.ts'
import { makePress } from '../shared/bot/press.ts'
import type { Writing } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import { type Say, speaker } from '../shared/words.ts'
import type { District } from './calling.ts'
import type { Meeting, Stage } from './meeting.ts'
import { type About, aboutOf, missingUnits, noteFor, noteOfChange } from './notes.ts'
import { messageKey } from './reminders.ts'
import { whenText } from './saying.ts'
import { attendances } from './store.ts'
import { tally } from './tally.ts'
import { words } from './words.ts'

interface Telling extends About {
  readonly stage: Stage
  readonly until: Instant
  readonly now: Instant
  readonly publicUrl: string
}

/** Announces a meeting in the groups of the unit that convenes it, and says there at its end who came. */
export async function tellGroups(tx: Writing, meeting: Meeting, telling: Telling): Promise<void> {
  await tellChat(tx, meeting, telling)
  await tellRobot(tx, meeting, telling)
}

const groupKey = (meeting: Meeting) => messageKey('group', meeting, groupAddress(meeting.unit))

/** The one message of a meeting in a group chat: when sign-in opens, and with the figures when the meeting is over. */
async function tellChat(tx: Writing, meeting: Meeting, telling: Telling): Promise<void> {
  const { stage, until, now } = telling
  const group = await tx.find(groupChats, meeting.unit)
  if (!group) return
  const t = speaker(group.lang)
  const page = pageRow(meeting, telling, t)
  const key = groupKey(meeting)
  if (stage === 'digest') {
    const { text } = noteFor(stage, meeting, { ...telling, t })
    return await revise(tx, key, { text, buttons: [page], notAfter: until })
  }
  if (stage !== (meeting.level === 'community' ? 'before' : 'open')) return
  const counted = meeting.level === 'community'
  const text = counted ? noteFor(stage, meeting, { ...telling, t }).text : boardText(meeting, telling, t)
  const signIn = [{ label: t(words.signInButton), data: makePress('checkin', meeting.id) }]
  const message = {
    ...{ key, kind: 'meeting.group', to: groupAddress(meeting.unit), text },
    ...{ buttons: counted ? [page] : [signIn, page], notAfter: until, repeatable: true },
  }
  await queue(tx, message, now)
}

/** Brings the message in the group chat up to date when somebody has answered. */
export async function updateGroup(tx: Writing, meeting: Meeting, district: District): Promise<void> {
  const group = await tx.find(groupChats, meeting.unit)
  if (!group || meeting.sent.includes('digest')) return
  const records = await tx.list(attendances, 'meeting', meeting.id)
  const about = aboutOf(meeting, records, district)
  await revise(tx, groupKey(meeting), { text: boardText(meeting, about, speaker(group.lang)) })
}

/** A group robot cannot edit: it gets the notice, and the figures at the end. */
async function tellRobot(tx: Writing, meeting: Meeting, telling: Telling): Promise<void> {
  const { stage, until, now } = telling
  const robot = await tx.find(robots, meeting.unit)
  if (!robot || (stage !== 'before' && stage !== 'digest')) return
  const t = speaker(robot.lang)
  const { text } = noteFor(stage, meeting, { ...telling, t })
  const to = robotAddress(meeting.unit)
  const message = {
    ...{ key: messageKey(stage, meeting, to), kind: `meeting.${stage}`, to, text },
    ...{ buttons: [pageRow(meeting, telling, t)], notAfter: until, repeatable: true },
  }
  await queue(tx, message, now)
}

function pageRow({ id }: Meeting, { publicUrl }: Pick<Telling, 'publicUrl'>, t: Say) {
  return [{ label: t(words.openPage), url: `${publicUrl}/meetings/${id}` }]
}

function boardText(meeting: Meeting, about: About, t: Say): string {
  const { expected, present, late, leave, pending, missing } = tally(meeting, about.seats, about.records)
  const names = missingUnits(about)
  const board = t(words.noteGroup, {
    title: meeting.title,
    when: whenText(meeting, about.district.zone, t),
    place: meeting.place ? t(words.atPlace, { place: meeting.place }) : '',
    ...{ expected, present, late, leave, missing },
    pending: pending > 0 ? t(words.pendingSaid, { pending }) : '',
    names: names.length > 0 ? t(words.notYetUnits, { names: names.join(t(words.comma)) }) : '',
  })
  return `${board}\n${t(words.noteGroupHow)}`
}

/** Says in the groups that a meeting was moved or cancelled; what stood there before is replaced. */
export async function tellGroupsOfChange(
  tx: Writing,
  meeting: Meeting,
  { zone, now }: { readonly zone: string; readonly now: Instant },
): Promise<void> {
  const group = await tx.find(groupChats, meeting.unit)
  if (group) {
    const before = { ...meeting, starts: meeting.changes.at(-1)?.from.starts ?? meeting.starts }
    const text = noteOfChange(meeting, zone, speaker(group.lang))
    await revise(tx, groupKey(before), { text, buttons: [], notAfter: meeting.ends })
  }
  const robot = await tx.find(robots, meeting.unit)
  if (!robot) return
  const to = robotAddress(meeting.unit)
  const text = noteOfChange(meeting, zone, speaker(robot.lang))
  const key = messageKey(meeting.status === 'cancelled' ? 'cancelled' : 'changed', meeting, to)
  await queue(tx, { key, kind: 'meeting.changed', to, text, notAfter: meeting.ends, repeatable: true }, now)
}

import { followUps } from '../followups/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Reading } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { rolesOver } from '../units/scope.ts'
import { isShown } from './attachments.ts'
import type { Attendance } from './attendance.ts'
import { boardOf } from './board.ts'
import { type District, seatsOf } from './calling.ts'
import { isSigningIn } from './choosing.ts'
import { isStaffOver, mayConvene, mayUrge, seatOf } from './expected.ts'
import { followingOf } from './following.ts'
import { readLinked } from './linking.ts'
import { isComing, type Meeting } from './meeting.ts'
import type { May, MeetingProps } from './meeting-props.ts'
import { phaseOf } from './phase.ts'
import { stateText } from './saying.ts'
import { attachments, attendances, meetings } from './store.ts'
import { peopleToUrge } from './urge-telling.ts'
import { urgeRest, urgeStage } from './urging.ts'

interface Viewer {
  readonly actor: Actor
  readonly view: View
  readonly now: Instant
  readonly zone: string
}

/** What a meeting's page shows somebody who may see it. */
export async function showMeeting(
  from: Reading,
  { meeting, district }: { readonly meeting: Meeting; readonly district: District },
  { actor, view, now, zone }: Viewer,
): Promise<MeetingProps> {
  const records = await from.list(attendances, 'meeting', meeting.id)
  const own = records.find(record => record.person === actor.id)
  const phase = phaseOf(meeting, now)
  const nameOf = (id: string) => district.people.find(person => person.id === id)?.name ?? id
  return {
    ...{ view, zone, meeting, phase, nameOf },
    over: now >= meeting.starts,
    urging: urgingOf(actor, meeting, { records, district, now }),
    unit: district.tree.find(meeting.unit),
    board: boardOf(meeting, records, district, { t: view.t, phase }),
    own: own && stateText(own, zone, view.t, nameOf),
    colleagues: colleaguesOf(actor, meeting, district),
    following: followingOf(meeting, await aboveOf(from, meeting, district), zone),
    may: mayOf(actor, meeting, { district, own, now }),
    resolutions: await from.list(followUps, 'source', `meeting:${meeting.id}`),
    files: (await from.list(attachments, 'meeting', meeting.id)).filter(isShown),
    linked: await readLinked(from, meeting, district.tree),
    unitName: id => district.tree.find(id)?.name ?? id,
    owners: district.tree.within(meeting.unit).filter(unit => unit.level !== 'window'),
  }
}

function mayOf(
  actor: Actor,
  meeting: Meeting,
  { district, own, now }: { district: District; own: Attendance | undefined; now: Instant },
): May {
  const { tree } = district
  const convene = mayConvene(actor, tree, meeting)
  const begun = now >= meeting.starts
  const seat = seatOf(seatsOf(meeting, district), actor.id)
  const open = seat !== undefined && (isComing(meeting) || meeting.status === 'held') && now <= meeting.ends
  const isIn =
    own !== undefined && own.now.kind !== 'leave' && own.now.kind !== 'deputy' && own.now.kind !== 'observer'
  return {
    signIn: open && !isIn && isSigningIn(meeting, now),
    leaveEarly: open && isIn && own.now.kind !== 'leftEarly' && begun,
    excuse: open && !isIn,
    convene,
    correct: isStaffOver(actor, tree, meeting.unit),
    inspect: begun && isInspector(actor, district, meeting),
    seeNames: convene,
  }
}

/** Post holders of the same unit, of whom one may come instead. */
function colleaguesOf(actor: Actor, meeting: Meeting, district: District) {
  const unit = seatOf(seatsOf(meeting, district), actor.id)?.unit
  return district.people.filter(
    ({ id, duties }) => id !== actor.id && duties.some(duty => duty.unit === unit),
  )
}

async function aboveOf(from: Reading, { level, unit }: Meeting, { tree }: District) {
  const parent = level === 'community' ? tree.find(unit)?.parent : undefined
  return parent ? from.list(meetings, 'unit', parent) : []
}

function isInspector(actor: Actor, { tree }: District, meeting: Meeting): boolean {
  const { level, unit, status } = meeting
  if (level === 'district' || !(isComing(meeting) || status === 'held')) return false
  return rolesOver(actor, tree, unit).some(
    role => role === 'district' || (role === 'subdistrict' && level === 'community'),
  )
}

function urgingOf(
  actor: Actor,
  meeting: Meeting,
  { now, ...of }: { records: readonly Attendance[]; district: District; now: Instant },
): MeetingProps['urging'] {
  const stage = urgeStage(meeting, now)
  if (!stage || !mayUrge(actor, of.district.tree, meeting)) return undefined
  if (peopleToUrge(meeting, stage, { ...of, by: actor.id }).length === 0) return undefined
  const rest = urgeRest(meeting, stage)
  return { stage, rest: rest && now < rest.again ? rest : undefined }
}

import type { Actor } from '../shared/actor.ts'
import type { Reading } from '../shared/store/port.ts'
import type { Instant } from '../shared/time.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import { meetingsToReport } from './calling.ts'
import { isSigningIn } from './choosing.ts'
import { defaultSettings } from './defaults.ts'
import { mayConvene } from './expected.ts'
import { type Meeting, meetingLevels } from './meeting.ts'
import { type NextStep, nextStep } from './next-step.ts'
import { attendances, meetings } from './store.ts'

/** A thing that waits for somebody at a meeting. */
export interface ToDo {
  readonly meeting: Meeting
  readonly kind: 'signIn' | 'report'
}

/** Of the meetings to which the actor is called those whose sign-in is open and not done, then those to be reported. */
export async function toDoOf(
  from: Reading,
  actor: Actor,
  called: readonly Meeting[],
  now: Instant,
): Promise<readonly ToDo[]> {
  const unsigned = await Promise.all(
    called
      .filter(meeting => isSigningIn(meeting, now))
      .map(async meeting => {
        const records = await from.list(attendances, 'meeting', meeting.id)
        return records.some(record => record.person === actor.id)
          ? []
          : [{ meeting, kind: 'signIn' as const }]
      }),
  )
  const reports = (await meetingsToReport(from, actor, now)).filter(meeting => !meeting.report)
  return [...unsigned.flat(), ...reports.map(meeting => ({ meeting, kind: 'report' as const }))]
}

/** The next thing to do with a unit's meetings for somebody who convenes them; undefined for everybody else. */
export async function nextStepFor(
  from: Reading,
  actor: Actor,
  { tree, unit, now, zone }: { tree: UnitTree; unit: Unit; now: Instant; zone: string },
): Promise<NextStep | undefined> {
  const level = meetingLevels.find(each => each === unit.level)
  if (!level || !mayConvene(actor, tree, { level, unit: unit.id })) return undefined
  const own = await from.list(meetings, 'unit', unit.id)
  const above = unit.parent === null ? [] : await from.list(meetings, 'unit', unit.parent)
  return nextStep(unit, own, { above, now, zone, withinDays: defaultSettings.followWithinDays })
}

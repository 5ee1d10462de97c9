import type { Refusal } from '../shared/refusal.ts'
import { dayTime, type Instant, plusHours, plusMinutes } from '../shared/time.ts'
import { type Deed, type Meeting, signInOpens } from './meeting.ts'
import { phaseOf } from './phase.ts'
import { no } from './refusals.ts'
import { stageWindow } from './reminders.ts'
import { standards } from './standards-file.ts'
import type { UrgeStage } from './urge-shape.ts'

/**
 * To what those who have not answered can be urged now: from the first reminder on to answer, while sign-in is open to sign in, and
 * after a community's meeting to report it. Undefined when there is nothing to urge to.
 */
export function urgeStage(meeting: Meeting, now: Instant): UrgeStage | undefined {
  const counted = meeting.level === 'community'
  switch (phaseOf(meeting, now)) {
    case 'planned':
    case 'moved':
    case 'running': {
      if (counted) return undefined
      if (now >= signInOpens(meeting)) return 'urge'
      const reminder = stageWindow(meeting, 'before')
      return reminder && now >= reminder.from ? 'before' : undefined
    }
    case 'unreported':
      return counted ? 'report' : undefined
    case 'held':
    case 'notHeld':
    case 'cancelled':
      return undefined
  }
}

/** When they were last asked, by the clock or by a person, and from when on they can be urged again. */
export function urgeRest(
  meeting: Meeting,
  stage: UrgeStage,
): { readonly last: Instant; readonly again: Instant } | undefined {
  const byClock = meeting.sent.flatMap(each => stageWindow(meeting, each)?.from ?? [])
  const byHand = (meeting.urged ?? []).map(({ at }) => at)
  const last = [...byClock, ...byHand].toSorted().at(-1)
  const { againMinutes, signInAgainMinutes } = standards.urging
  return last && { last, again: plusMinutes(last, stage === 'urge' ? signInAgainMinutes : againMinutes) }
}

/** After which a message that urges is of no use any more. */
export function urgeUntil(meeting: Meeting, stage: UrgeStage, now: Instant): Instant {
  switch (stage) {
    case 'before':
      return signInOpens(meeting)
    case 'urge':
      return meeting.ends
    case 'report':
      return plusHours(now, meeting.settings.reportWithinHours)
  }
}

/** Notes that these people, who have not answered, are urged; not again within the time that the standards give. */
export function urge(
  meeting: Meeting,
  persons: readonly string[],
  { by, at, zone }: Deed,
): Meeting | Refusal {
  const stage = urgeStage(meeting, at)
  if (!stage) return no.nothingToUrge()
  if (persons.length === 0) return no.nobodyToUrge()
  const rest = urgeRest(meeting, stage)
  if (rest && at < rest.again)
    return no.urgedJustNow({ last: dayTime(rest.last, zone), again: dayTime(rest.again, zone) })
  return { ...meeting, urged: [...(meeting.urged ?? []), { stage, persons, by, at }] }
}

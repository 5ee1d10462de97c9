import { z } from 'zod'
import { type Instant, instantSchema, plainDateSchema, plusMinutes } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { agendaItemSchema, conveyanceSchema } from './agenda-shapes.ts'
import { settingsSchema } from './defaults.ts'
import { minutesSchema } from './minutes-shape.ts'
import { urgedSchema } from './urge-shape.ts'
import { words } from './words.ts'
import { shiftSchema } from './workdays.ts'

export const meetingLevels = ['district', 'subdistrict', 'community'] as const
export type MeetingLevel = (typeof meetingLevels)[number]

/** `moved` is still to come, at another time than planned. */
export const statuses = ['planned', 'moved', 'held', 'notHeld', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** What people are sent about a meeting, in the order in which it comes. */
export const stages = ['before', 'open', 'urge', 'digest', 'report'] as const
export type Stage = (typeof stages)[number]

/** One place at the table: the unit it belongs to, and those of whom one fills it. */
export const seatSchema = z
  .object({ unit: z.string(), persons: z.array(z.string()).min(1).readonly() })
  .readonly()
export type Seat = z.infer<typeof seatSchema>

/** What a lead reports of a community meeting: numbers and points, never names. */
export const reportSchema = z
  .object({
    present: z.int().nonnegative(),
    missing: z.int().nonnegative().optional(),
    unresolved: z.string().max(500).optional(),
    /** The chat's own id of the picture of the sign-in sheet, from before pictures were kept. */
    photo: z.string().max(300).optional(),
    by: z.string(),
    at: instantSchema,
  })
  .readonly()
export type Report = z.infer<typeof reportSchema>

const changeCauses = ['holidays', 'above'] as const

const changeSchema = z
  .object({
    from: z.object({ status: z.enum(statuses), starts: instantSchema }).readonly(),
    reason: z.string(),
    /** Where no person gave a reason: days off became known, or the meeting above that this one follows was moved. */
    cause: z.enum(changeCauses).optional(),
    by: z.string(),
    at: instantSchema,
  })
  .readonly()
export type MeetingChange = z.infer<typeof changeSchema>

export const meetingSchema = z
  .object({
    /** The series and the day that its rule gives, so that making it twice makes it once. */
    id: z.string(),
    series: z.string(),
    level: z.enum(meetingLevels),
    unit: z.string(),
    title: z.string(),
    /** The month it counts for, `2026-10`, wherever it is moved. */
    month: z.string().regex(/^\d{4}-\d\d$/),
    ruleDate: plainDateSchema,
    starts: instantSchema,
    ends: instantSchema,
    place: z.string(),
    status: z.enum(statuses),
    shift: shiftSchema.optional(),
    /** The last day in time after the meeting above, where its series counts workdays. */
    dueBy: plainDateSchema.optional(),
    /** No holiday arrangement is known for its day. */
    unsure: z.boolean(),
    settings: settingsSchema,
    /** Fixed when the meeting is over; until then whoever holds the posts is expected. */
    seats: z.array(seatSchema).readonly().optional(),
    /** Community meetings: how many group leaders are expected, where the plan says so. */
    headCount: z.int().nonnegative().optional(),
    report: reportSchema.optional(),
    minutes: minutesSchema.optional(),
    /** What came from meetings below, and what became of it. */
    agenda: z.array(agendaItemSchema).readonly().optional(),
    /** Decisions from above, and whether they were conveyed here. */
    conveyed: z.array(conveyanceSchema).readonly().optional(),
    /** The messages that were put into the outbox, or came too late to be. */
    sent: z.array(z.enum(stages)).readonly(),
    /** Whom those who convene it urged, oldest first. */
    urged: z.array(urgedSchema).readonly().optional(),
    /** Why it was not held, cancelled or moved, oldest first; old values are kept. */
    changes: z.array(changeSchema).readonly(),
  })
  .readonly()
export type Meeting = z.infer<typeof meetingSchema>

/** Who did it and when. */
export interface Deed {
  readonly by: string
  readonly at: Instant
  /** In which refusals tell times. */
  readonly zone: string
}

export function isComing(meeting: Meeting): boolean {
  return meeting.status === 'planned' || meeting.status === 'moved'
}

/** Held, and those who convened it have not been told who came. */
export function isDigestOwed({ status, level, sent }: Meeting): boolean {
  return status === 'held' && level !== 'community' && !sent.includes('digest')
}

export function signInOpens(meeting: Meeting): Instant {
  return plusMinutes(meeting.starts, -meeting.settings.signInOpensMinutes)
}

/** When those who are still missing are reminded: at the share of the sign-in window that the settings give. */
export function urgeAt(meeting: Meeting): Instant {
  const { signInOpensMinutes, lateAfterMinutes, urgeAfterShare } = meeting.settings
  const windowMinutes = signInOpensMinutes + lateAfterMinutes
  return plusMinutes(signInOpens(meeting), Math.round(windowMinutes * urgeAfterShare))
}

export function statusName(status: Status): Text {
  switch (status) {
    case 'planned':
      return words.planned
    case 'moved':
      return words.moved
    case 'held':
      return words.held
    case 'notHeld':
      return words.notHeld
    case 'cancelled':
      return words.cancelled
  }
}

export function levelName(level: MeetingLevel): Text {
  switch (level) {
    case 'district':
      return words.districtMeeting
    case 'subdistrict':
      return words.subdistrictMeeting
    case 'community':
      return words.communityMeeting
  }
}

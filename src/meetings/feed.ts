import ical, { ICalEventStatus } from 'ical-generator'
import { z } from 'zod'
import { type Instant, instantSchema } from '../shared/time.ts'
import type { Meeting } from './meeting.ts'

/** A calendar address of one person for one unit; found by the hash of its secret, which is never kept. */
export const feedSchema = z
  .object({ id: z.string(), person: z.string(), unit: z.string(), since: instantSchema })
  .readonly()
export type Feed = z.infer<typeof feedSchema>

/** A meeting with when its entry was last changed. */
interface Entry {
  readonly meeting: Meeting
  readonly changed: Instant
}

/**
 * Meetings as an RFC 5545 calendar: one event each in UTC, under an id that never changes, with a sequence that grows
 * by every change. What was cancelled or not held stays as cancelled. The text depends on the entries alone.
 */
export function calendarText(
  entries: readonly Entry[],
  { name, publicUrl }: { readonly name: string; readonly publicUrl: string },
): string {
  const calendar = ical({ name, prodId: { company: 'sanlianchuang', product: 'meetings', language: 'ZH' } })
  for (const { meeting, changed } of entries) {
    const url = `${publicUrl}/meetings/${meeting.id}`
    calendar.createEvent({
      id: `${meeting.id}@sanlianchuang`,
      start: new Date(meeting.starts),
      end: new Date(meeting.ends),
      stamp: new Date(changed),
      summary: meeting.title,
      sequence: meeting.changes.length,
      status: isOff(meeting) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url,
      ...(meeting.place && { location: meeting.place }),
    })
  }
  return calendar.toString()
}

function isOff({ status }: Meeting): boolean {
  return status === 'cancelled' || status === 'notHeld'
}

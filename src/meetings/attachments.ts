import { z } from 'zod'
import { keptFields, megabyte, spaceTaken } from '../shared/files/sent.ts'
import type { Refusal } from '../shared/refusal.ts'
import { instantSchema } from '../shared/time.ts'
import { early } from './changing.ts'
import { type Deed, type Meeting, statusName } from './meeting.ts'
import { minutesFixed } from './minutes.ts'
import { no } from './refusals.ts'
import { standards } from './standards-file.ts'

/** What a file shows: the sign-in sheet, which may come late, or something that belongs to the minutes. */
export const attachmentKinds = ['sheet', 'minutes'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

export const attachmentSchema = z
  .object({
    id: z.string(),
    meeting: z.string(),
    /** The unit that convened it and the year it counts for, whose room it takes up: `350203001001-2026`. */
    room: z.string(),
    about: z.enum(attachmentKinds),
    ...keptFields,
    by: z.string(),
    at: instantSchema,
    /** Taken back: no longer shown, and no longer counted. The record stays. */
    removed: z.object({ by: z.string(), at: instantSchema }).readonly().optional(),
  })
  .readonly()
export type Attachment = z.infer<typeof attachmentSchema>

export function roomOf({ unit, month }: Pick<Meeting, 'unit' | 'month'>): string {
  return `${unit}-${month.slice(0, 4)}`
}

/** Why nothing can be added to a meeting now, or taken back; final minutes keep what is attached to them. */
export function attachable(meeting: Meeting, about: AttachmentKind, deed: Deed): Refusal | undefined {
  if (meeting.status === 'cancelled' || meeting.status === 'notHeld')
    return no.finished({ status: statusName(meeting.status) })
  return early(meeting, deed) ?? (about === 'minutes' ? minutesFixed(meeting) : undefined)
}

/**
 * Adds a file to those of the same room. A content that the meeting shows for the same already is not added twice;
 * refused when the meeting or the unit's year has no room left.
 */
export function attach(file: Attachment, there: readonly Attachment[]): Attachment | Refusal {
  const shown = there.filter(isShown)
  const own = shown.filter(({ meeting }) => meeting === file.meeting)
  const same = own.find(({ hash, about }) => hash === file.hash && about === file.about)
  if (same) return same
  const { meetingFiles, quotaMegabytes } = standards.attachments
  if (own.length >= meetingFiles) return no.filesFull({ limit: meetingFiles })
  if (spaceTaken([...shown, file]) > quotaMegabytes * megabyte) return no.quotaFull({ limit: quotaMegabytes })
  return file
}

export function isShown({ removed }: Attachment): boolean {
  return removed === undefined
}

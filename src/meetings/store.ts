import { collection } from '../shared/store/declare.ts'
import { attachmentSchema } from './attachments.ts'
import { attendanceSchema } from './attendance.ts'
import { feedSchema } from './feed.ts'
import { isComing, isDigestOwed, meetingSchema } from './meeting.ts'
import { roomSecretSchema } from './room-code.ts'
import { seriesSchema } from './series.ts'

export const allSeries = collection({
  name: 'meeting-series',
  schema: seriesSchema,
  queries: { unit: series => series.unit },
})

export const meetings = collection({
  name: 'meetings',
  schema: meetingSchema,
  queries: {
    unit: meeting => meeting.unit,
    series: meeting => meeting.series,
    /** The month in UTC in which it begins. */
    month: meeting => meeting.starts.slice(0, 7),
    /** `yes`: still to come, past without a result, or held with its conveners not told yet. */
    open: meeting => (isComing(meeting) || isDigestOwed(meeting) ? 'yes' : undefined),
  },
})

export const attendances = collection({
  name: 'attendances',
  schema: attendanceSchema,
  queries: { meeting: record => record.meeting, person: record => record.person },
})

export const attachments = collection({
  name: 'meeting-files',
  schema: attachmentSchema,
  queries: { meeting: file => file.meeting, room: file => file.room },
})

export const feeds = collection({
  name: 'calendar-feeds',
  schema: feedSchema,
  queries: { person: feed => feed.person },
})

export const roomSecrets = collection({ name: 'meeting-room-secrets', schema: roomSecretSchema })

import { collection } from '../shared/store/declare.ts'
import { attendanceSchema } from './attendance.ts'
import { isComing, meetingSchema } from './meeting.ts'
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
    /** `yes`: still to come, or past without a result. */
    open: meeting => (isComing(meeting) ? 'yes' : undefined),
  },
})

export const attendances = collection({
  name: 'attendances',
  schema: attendanceSchema,
  queries: { meeting: record => record.meeting, person: record => record.person },
})

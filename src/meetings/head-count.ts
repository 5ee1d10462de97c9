import { leadersOf } from '../registers/leaders.ts'
import type { Reading } from '../shared/store/port.ts'
import type { Meeting } from './meeting.ts'

/**
 * A community's meeting with the number of group leaders it expects: what its plan says, else the leaders in the register
 * of member groups as it is when this is first asked. From then on the number stands.
 */
export async function withHeadCount(from: Reading, meeting: Meeting): Promise<Meeting> {
  if (meeting.level !== 'community' || meeting.headCount !== undefined) return meeting
  const leaders = await leadersOf(from, meeting.unit, meeting.month)
  return leaders === undefined ? meeting : { ...meeting, headCount: leaders }
}

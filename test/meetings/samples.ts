import { defaultSettings } from '../../src/meetings/defaults.ts'
import type { Meeting } from '../../src/meetings/meeting.ts'
import { instant, plainDate } from '../../src/shared/time.ts'

/** A subdistrict's meeting on 13 October 2026 from 09:30 to 11:00 in Shanghai, with whatever a test wants otherwise. */
export function aMeeting(given: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm',
    series: 's',
    level: 'subdistrict',
    unit: '350203001000',
    title: '例会',
    month: '2026-10',
    ruleDate: plainDate('2026-10-13'),
    starts: instant('2026-10-13T01:30Z'),
    ends: instant('2026-10-13T03:00Z'),
    place: '',
    status: 'planned',
    unsure: false,
    settings: defaultSettings,
    sent: [],
    changes: [],
    ...given,
  }
}

/** The fields of the minutes' form as they are posted, by default into what was empty. */
export function typed(fields: Record<string, string>, was: Record<string, string> = {}) {
  const before = Object.keys(fields).map(field => [`was.${field}`, was[field] ?? usual[field] ?? ''])
  return { ...Object.fromEntries(before), ...fields }
}

/** What stands in the form of a community meeting before anybody wrote. */
const usual: Record<string, string> = { 'title.t2': '检查上次会议决定事项办理情况' }

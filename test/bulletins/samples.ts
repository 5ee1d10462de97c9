import type { Content } from '../../src/bulletins/bulletin.ts'
import { plainDate } from '../../src/shared/time.ts'

const none = { due: 0, held: 0 }

/** A bulletin's content of November 2026 with one subdistrict. */
export const someContent: Content = {
  district: '思明区',
  ...{ from: plainDate('2026-11-01'), to: plainDate('2026-11-17'), asOf: plainDate('2026-11-18') },
  targets: [
    ...([
      { key: 'qualifiedOrBetter', target: 0.9, value: 0.8, base: 10, count: 8, missing: 1, status: 'notMet' },
      { key: 'firstClass', target: 0.4, value: 0.4, base: 10, count: 4, missing: 0, status: 'met' },
      { key: 'lagging', target: 1, value: null, base: 0, count: 0, missing: 0, status: 'noData' },
    ] as const),
  ],
  meetings: { district: none, subdistricts: { due: 1, held: 1 }, communities: { due: 7, held: 6 } },
  subdistricts: [
    {
      ...{ name: '厦港街道', communities: 7, own: { due: 1, held: 1 }, below: none },
      shares: [{ key: 'qualifiedOrBetter', value: 0.8 }],
    },
  ],
  overdue: [],
  overdueAfter: 5,
  highlights: [],
}

import { pino } from 'pino'
import { z } from 'zod'
import { collection, factLog } from '../src/shared/store/declare.ts'
import { openJsonStore } from '../src/shared/store/json/open.ts'
import type { JsonStore } from '../src/shared/store/json/store.ts'
import { instant } from '../src/shared/time.ts'

const themes = ['policy', 'service', 'help', 'health', 'attitude', 'overall'] as const

/** As large as a resident's answer: six themes, a unit and a time. */
export const answers = factLog({
  name: 'answers',
  schema: z.object({
    id: z.string(),
    unit: z.string(),
    at: z.string(),
    values: z.record(z.string(), z.int().min(1).max(5)),
  }),
  counts: ({ unit, values }) => [
    'all',
    ...Object.entries(values).map(([q, level]) => `${unit}:${q}:${level}`),
  ],
})

export const ratings = collection({
  name: 'ratings',
  schema: z.object({ id: z.string(), unit: z.string(), scores: z.array(z.number()), text: z.string() }),
  queries: { unit: doc => doc.unit },
})

const unitOf = (n: number) => `350203${String((n * 7) % 99).padStart(3, '0')}000`

export const answer = (n: number) => ({
  id: `r${n.toString(36).padStart(11, '0')}`,
  unit: unitOf(n),
  at: '2026-10-05T01:30:00.000Z',
  values: Object.fromEntries(themes.map((theme, at) => [theme, 1 + ((n + at * 3) % 5)])),
})

export const rating = (n: number) => ({
  id: `rating-${n}`,
  unit: unitOf(n),
  scores: Array.from({ length: 25 }, (_, at) => (n + at) % 6),
  text: '社区计生协会组织健全，经费到位，活动有记录。'.repeat(4),
})

export function openBenchStore(folder: string): Promise<JsonStore> {
  return openJsonStore({
    folder,
    collections: [ratings],
    factLogs: [answers],
    now: () => instant('2026-10-05T01:30:00.000Z'),
    log: pino({ level: 'silent' }),
    pace: { afterMs: 200 },
  })
}

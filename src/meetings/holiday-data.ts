import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { remember } from '../shared/remember.ts'
import { plainDate } from '../shared/time.ts'
import type { HolidayCalendar } from './workdays.ts'

/** `"2026-10-05": "National Day,国庆节,3"`: English name, Chinese name, days of the statutory holiday. */
const daysSchema = z.record(z.iso.date(), z.string())
const fileSchema = z.object({ holidays: daysSchema, workdays: daysSchema })

/**
 * The State Council's yearly arrangement as the package chinese-days publishes it. Only its data are used: its own
 * functions depend on the zone of the process. Read once: twenty years of days take as long as a large page.
 */
export const loadHolidays = remember((): HolidayCalendar => {
  const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json')
  const file = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const holidays = named(file.holidays)
  return {
    holidays,
    makeUpDays: named(file.workdays),
    years: new Set([...holidays.keys()].map(date => Number(date.slice(0, 4)))),
  }
})

function named(days: Readonly<Record<string, string>>) {
  return new Map(
    Object.entries(days).map(([date, names]) => {
      const [en = '', zh = ''] = names.split(',')
      return [plainDate(date), { 'zh-CN': zh, en }] as const
    }),
  )
}

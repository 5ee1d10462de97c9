import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import type { Refusal } from '../shared/refusal.ts'
import { dateOf, instantAt, type PlainDate, plainTimeSchema, plusMinutes } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import { isOpenOn } from '../units/unit.ts'
import { defaultSettings } from './defaults.ts'
import { mayConvene } from './expected.ts'
import { readHolidays } from './holidays/calendar.ts'
import { levelName, type Meeting, type MeetingLevel } from './meeting.ts'
import { no } from './refusals.ts'
import { standards } from './standards-file.ts'
import { meetings } from './store.ts'
import { type HolidayCalendar, isKnown } from './workdays.ts'

export interface ExtraInput {
  readonly level: MeetingLevel
  readonly unit: string
  readonly title: string
  readonly date: PlainDate
  /** `09:30`; a time that does not exist is refused. */
  readonly time: string
  readonly minutes?: number | undefined
  readonly place?: string | undefined
  readonly headCount?: number | undefined
}

/**
 * Calls one meeting outside every series. It is where it was put, also on a day off, and counts for the month of its day.
 * Without an actor the operator calls it.
 */
export async function callExtra(
  { store, now, newId, zone }: Pick<Kit, 'store' | 'now' | 'newId' | 'zone'>,
  published: HolidayCalendar,
  { level, unit, title, date, time, place = '', headCount, minutes = standards.planning.minutes }: ExtraInput,
  actor?: Actor,
): Promise<Meeting | Refusal> {
  return store.write(actor?.id ?? 'cli', async tx => {
    const tree = await readTree(tx)
    const found = tree.find(unit)
    if (!found) return no.unknownUnit({ code: unit })
    if (found.level !== level || !isOpenOn(found, dateOf(now(), zone))) {
      return no.wrongLevel({ name: found.name, level: levelName(level) })
    }
    if (actor && !mayConvene(actor, tree, { level, unit })) return no.mayNotPlan({ name: found.name })
    const clock = plainTimeSchema.safeParse(time)
    if (!clock.success) return no.noSuchTime({ time })
    const starts = instantAt(date, clock.data, zone)
    if (starts <= now()) return no.extraInPast()
    const { of } = await readHolidays(tx, published)
    return tx.add(meetings, {
      ...{ id: newId(), series: '', level, unit, title, place, starts },
      ...{ month: date.slice(0, 7), ruleDate: date, ends: plusMinutes(starts, minutes) },
      ...{ status: 'planned', settings: defaultSettings, sent: [], changes: [] },
      unsure: !isKnown(date, of(unit)),
      ...(headCount !== undefined && { headCount }),
    })
  })
}

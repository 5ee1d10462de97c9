import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import { dateOf, type Instant, type PlainDate, plainTimeSchema } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import { defaultMinutes, type Offsets } from './defaults.ts'
import { mayConvene } from './expected.ts'
import { levelName, type Meeting, type MeetingLevel } from './meeting.ts'
import { no } from './refusals.ts'
import { meetingsToMake, planSeries, type Series, usualTitle } from './series.ts'
import { allSeries, meetings } from './store.ts'
import type { HolidayCalendar, Policy } from './workdays.ts'

export interface PlanInput extends Offsets {
  readonly level: MeetingLevel
  /** The unit that meets; or one above, and then every unit of the level within it gets a series. */
  readonly unit: string
  readonly rule: string
  /** `09:30`; a time that does not exist is refused. */
  readonly time: string
  readonly title?: string | undefined
  readonly place?: string | undefined
  readonly policy?: Policy | undefined
  readonly minutes?: number | undefined
  readonly headCount?: number | undefined
  /** First day of the rule; today when it is not given. */
  readonly from?: PlainDate | undefined
}

export interface Planned {
  readonly series: readonly Series[]
  readonly meetings: readonly Meeting[]
}

type PlanKit = Pick<Kit, 'store' | 'now' | 'newId' | 'zone'>

/** Plans a series and makes its first meetings, all or nothing. Without an actor the operator plans, who may everywhere. */
export async function plan(
  { store, now, newId, zone }: PlanKit,
  calendar: HolidayCalendar,
  input: PlanInput,
  actor?: Actor,
): Promise<Planned | Refusal> {
  return store.write(actor?.id ?? 'cli', async tx => {
    const at = now()
    const today = dateOf(at, zone)
    const tree = await readTree(tx)
    const units = meetingUnits(tree, input, today)
    if (isRefusal(units)) return units
    const time = plainTimeSchema.safeParse(input.time)
    if (!time.success) return no.noSuchTime({ time: input.time })
    const planned: { series: Series[]; meetings: Meeting[] } = { series: [], meetings: [] }
    for (const unit of units) {
      if (actor && !mayConvene(actor, tree, { level: input.level, unit: unit.id })) {
        return no.mayNotPlan({ name: unit.name })
      }
      const series = planSeries(
        { ...seriesInput(input, unit), time: time.data, id: newId(), from: input.from ?? today },
        { by: actor?.id ?? 'cli', at, minutes: input.minutes ?? defaultMinutes },
      )
      if (isRefusal(series)) return series
      planned.series.push(await tx.add(allSeries, series))
      planned.meetings.push(...(await makeMeetings(tx, series, { calendar, zone, now: at })))
    }
    return planned
  })
}

/** Adds the meetings of a series that are not there yet; twice adds them once. */
export async function makeMeetings(
  tx: Writing,
  series: Series,
  at: { readonly calendar: HolidayCalendar; readonly zone: string; readonly now: Instant },
): Promise<readonly Meeting[]> {
  const known = new Set((await tx.list(meetings, 'series', series.id)).map(meeting => meeting.id))
  const made = meetingsToMake(series, { ...at, known })
  for (const meeting of made) await tx.add(meetings, meeting)
  return made
}

function meetingUnits(
  tree: UnitTree,
  { level, unit: code }: PlanInput,
  today: PlainDate,
): readonly Unit[] | Refusal {
  const unit = tree.find(code)
  if (!unit) return no.unknownUnit({ code })
  const found = tree.within(code).filter(each => each.level === level && isOpenOn(each, today))
  return found.length > 0 ? found : no.wrongLevel({ name: unit.name, level: levelName(level) })
}

function seriesInput(input: PlanInput, unit: Unit) {
  const { level, rule, title, place, policy, headCount, remindDaysBefore, signInOpensMinutes } = input
  return {
    level,
    unit: unit.id,
    rule,
    title: title ?? usualTitle(level, unit.name),
    ...(place && { place }),
    ...(policy && { policy }),
    ...(headCount !== undefined && { headCount }),
    offsets: { remindDaysBefore, signInOpensMinutes },
  }
}

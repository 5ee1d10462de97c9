import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf, type PlainDate, plainTimeSchema } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { isOpenOn, type Unit } from '../units/unit.ts'
import type { Offsets } from './defaults.ts'
import { mayConvene } from './expected.ts'
import { readHolidays } from './holidays/calendar.ts'
import { levelName, type Meeting, type MeetingLevel } from './meeting.ts'
import { no } from './refusals.ts'
import { type Follows, planSeries, type Series, usualTitle } from './series.ts'
import { standards } from './standards-file.ts'
import { allSeries } from './store.ts'
import { makeMeetings } from './upkeep.ts'
import type { HolidayCalendar, Policy } from './workdays.ts'

export interface PlanInput extends Offsets {
  readonly level: MeetingLevel
  /** The unit that meets; or one above, and then every unit of the level within it gets a series. */
  readonly unit: string
  readonly rule: string
  /** Instead of the rule: so many days after the meeting of the unit above. */
  readonly follows?: Follows | undefined
  /** `09:30`; a time that does not exist is refused. */
  readonly time: string
  readonly title?: string | undefined
  readonly place?: string | undefined
  readonly policy?: Policy | undefined
  readonly minutes?: number | undefined
  readonly headCount?: number | undefined
  /** With which items the minutes of its meetings begin; the level's usual ones when it is not given. */
  readonly agenda?: readonly string[] | undefined
  /** First day of the rule; today when it is not given. */
  readonly from?: PlainDate | undefined
}

export interface Planned {
  readonly series: readonly Series[]
  readonly meetings: readonly Meeting[]
}

type PlanKit = Pick<Kit, 'store' | 'now' | 'newId' | 'zone'>

/** What stands in the place of a rule where a series has none of its own. */
const everyMonth = 'FREQ=MONTHLY'

/** Plans a series and makes its first meetings, all or nothing. Without an actor the operator plans, who may everywhere. */
export async function plan(
  { store, now, newId, zone }: PlanKit,
  published: HolidayCalendar,
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
    if (input.follows && input.level === 'district') return no.nothingAbove()
    const holidays = await readHolidays(tx, published)
    const planned: { series: Series[]; meetings: Meeting[] } = { series: [], meetings: [] }
    for (const unit of units) {
      if (actor && !mayConvene(actor, tree, { level: input.level, unit: unit.id })) {
        return no.mayNotPlan({ name: unit.name })
      }
      const series = planSeries(
        { ...seriesInput(input, unit), time: time.data, id: newId(), from: input.from ?? today },
        { by: actor?.id ?? 'cli', at, minutes: input.minutes ?? standards.planning.minutes },
      )
      if (isRefusal(series)) return series
      planned.series.push(await tx.add(allSeries, series))
      planned.meetings.push(...(await makeMeetings(tx, series, { holidays, zone, now: at })))
    }
    return planned
  })
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
  const { level, title, place, policy, headCount, follows, agenda, remindDaysBefore, signInOpensMinutes } =
    input
  return {
    level,
    unit: unit.id,
    rule: follows ? everyMonth : input.rule,
    ...(follows && { follows }),
    title: title ?? usualTitle(level, unit.name),
    ...(place && { place }),
    ...(policy && { policy }),
    ...(headCount !== undefined && { headCount }),
    ...(agenda && { agenda }),
    offsets: { remindDaysBefore, signInOpensMinutes },
  }
}

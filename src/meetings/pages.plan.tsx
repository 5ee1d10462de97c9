import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import { defaultSettings } from './defaults.ts'
import { levelName, type MeetingLevel } from './meeting.ts'
import { policyName } from './policy-text.ts'
import { followCountName, nthName, nths, rhythmName, rhythms } from './rule-text.ts'
import { followCounts } from './series.ts'
import { weekdayCodes, weekdayName } from './weekdays.ts'
import { words } from './words.ts'
import { policies } from './workdays.ts'

/** The rhythms of a rule, and that of the meeting above. */
export const planRhythms = [...rhythms, 'follow'] as const

interface PlanProps {
  readonly view: View
  readonly levels: readonly MeetingLevel[]
  readonly units: readonly Unit[]
  readonly typed: Typed
  readonly faults?: Faults | undefined
}

export function PlanPage({ view, levels, units, typed, faults }: PlanProps) {
  const { t } = view
  const given = { view, typed, ...(faults && { faults }) }
  return (
    <>
      <h1>{t(words.planTitle)}</h1>
      <FaultList view={view} faults={faults} />
      <form method="post" action="/meetings/plan">
        <Choice
          {...given}
          name="level"
          label={t(words.level)}
          options={levels.map(level => [level, t(levelName(level))] as const)}
        />
        <Choice
          {...given}
          name="unit"
          label={t(words.unit)}
          hint={t(words.unitHint)}
          options={units.map(unit => [unit.id, unit.name] as const)}
        />
        <Field {...given} name="title" label={t(words.meetingTitle)} hint={t(words.titleHint)} optional />
        <Choice
          {...given}
          name="rhythm"
          label={t(words.rhythm)}
          options={planRhythms.map(
            each => [each, t(each === 'follow' ? words.everyFollow : rhythmName(each))] as const,
          )}
        />
        <Field
          {...given}
          name="follows"
          type="number"
          label={t(words.followDays)}
          hint={t(words.followDaysHint)}
          optional
        />
        <Choice
          {...given}
          name="followCount"
          label={t(words.followCount)}
          hint={t(words.followCountHint, {
            days: defaultSettings.followWithinDays,
            workdays: defaultSettings.followWithinWorkdays,
          })}
          options={followCounts.map(each => [each, t(followCountName(each))] as const)}
        />
        <Choice
          {...given}
          name="nth"
          label={t(words.nth)}
          hint={t(words.nthHint)}
          options={nths.map(nth => [nth, t(nthName(nth))] as const)}
        />
        <Choice
          {...given}
          name="weekday"
          label={t(words.weekday)}
          options={weekdayCodes.map(day => [day, t(weekdayName(day))] as const)}
        />
        <Field {...given} name="rule" label={t(words.rule)} hint={t(words.ruleHint)} optional />
        <Choice
          {...given}
          name="policy"
          label={t(words.policy)}
          hint={t(words.policyHint)}
          options={policies.map(policy => [policy, t(policyName(policy))] as const)}
        />
        <TimeAndPlace {...given} />
        <Field
          {...given}
          name="agenda"
          label={t(words.template)}
          hint={t(words.templateHint)}
          rows={6}
          optional
        />
        <Field
          {...given}
          name="remindDaysBefore"
          type="number"
          label={t(words.remindDaysBefore)}
          hint={t(words.usualDays, { n: defaultSettings.remindDaysBefore })}
          optional
        />
        <Field
          {...given}
          name="signInOpensMinutes"
          type="number"
          label={t(words.signInOpensMinutes)}
          hint={t(words.usualMinutes, { n: defaultSettings.signInOpensMinutes })}
          optional
        />
        <button type="submit">{t(words.planTitle)}</button>
      </form>
    </>
  )
}

/** One meeting outside every series. */
export function ExtraPage({ view, units, typed, faults }: Omit<PlanProps, 'levels'>) {
  const { t } = view
  const given = { view, typed, ...(faults && { faults }) }
  return (
    <>
      <h1>{t(words.extraTitle)}</h1>
      <FaultList
        view={view}
        faults={faults}
        labels={{ unit: words.unit, time: words.time, title: words.meetingTitle, date: words.extraDate }}
      />
      <form method="post" action="/meetings/extra">
        <Choice
          {...given}
          name="unit"
          label={t(words.unit)}
          options={units.map(unit => [unit.id, unit.name] as const)}
        />
        <Field {...given} name="title" label={t(words.meetingTitle)} />
        <Field {...given} name="date" type="date" label={t(words.extraDate)} />
        <TimeAndPlace {...given} />
        <button type="submit">{t(words.extraCall)}</button>
      </form>
    </>
  )
}

/** When on its day, how long, where, and for how many: what a series and an extra meeting are asked alike. */
function TimeAndPlace(given: Pick<PlanProps, 'view' | 'typed' | 'faults'>) {
  const { t } = given.view
  return (
    <>
      <Field {...given} name="time" type="time" label={t(words.time)} />
      <Field {...given} name="minutes" type="number" label={t(words.minutes)} optional />
      <Field {...given} name="place" label={t(words.place)} optional />
      <Field
        {...given}
        name="headCount"
        type="number"
        label={t(words.headCount)}
        hint={t(words.headCountHint)}
        optional
      />
    </>
  )
}

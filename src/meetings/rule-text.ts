import type { Say, Text } from '../shared/words.ts'
import type { FollowCount, Follows } from './series.ts'
import { words } from './words.ts'

/** The choices that cover nearly every series; anything else is typed as a rule. */
export const rhythms = ['month', 'quarter', 'week'] as const
export type Rhythm = (typeof rhythms)[number]
export const nths = ['1', '2', '3', '4', '-1'] as const
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** The rule of a choice: every month or quarter's first month on its nth weekday, or every week. */
export function ruleFor(
  rhythm: Rhythm,
  nth: (typeof nths)[number],
  weekday: (typeof weekdayCodes)[number],
): string {
  switch (rhythm) {
    case 'month':
      return `FREQ=MONTHLY;BYDAY=${nth}${weekday}`
    case 'quarter':
      return `FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=${nth}${weekday}`
    case 'week':
      return `FREQ=WEEKLY;BYDAY=${weekday}`
  }
}

/** What a series that follows the meeting above goes by, in words. */
export function followText({ days, count }: Follows, t: Say): string {
  return t(count === 'workdays' ? words.ruleFollowWorkdays : words.ruleFollow, { days })
}

export function followCountName(count: FollowCount): Text {
  switch (count) {
    case 'days':
      return words.countDays
    case 'workdays':
      return words.countWorkdays
  }
}

/** A rule in words where it is one of the choices, else the rule itself. */
export function ruleText(rule: string, t: Say): string {
  for (const rhythm of rhythms)
    for (const nth of nths)
      for (const weekday of weekdayCodes)
        if (ruleFor(rhythm, nth, weekday) === rule) {
          const day = weekdayName(weekday)
          return t(rhythmSentence(rhythm), { nth: nthName(nth), day })
        }
  return rule
}

function rhythmSentence(rhythm: Rhythm): Text {
  switch (rhythm) {
    case 'month':
      return words.ruleMonth
    case 'quarter':
      return words.ruleQuarter
    case 'week':
      return words.ruleWeek
  }
}

export function rhythmName(rhythm: Rhythm): Text {
  switch (rhythm) {
    case 'month':
      return words.everyMonth
    case 'quarter':
      return words.everyQuarter
    case 'week':
      return words.everyWeek
  }
}

export function nthName(nth: (typeof nths)[number]): Text {
  switch (nth) {
    case '1':
      return words.first
    case '2':
      return words.second
    case '3':
      return words.third
    case '4':
      return words.fourth
    case '-1':
      return words.last
  }
}

export function weekdayName(weekday: (typeof weekdayCodes)[number]): Text {
  const names = [
    words.monday,
    words.tuesday,
    words.wednesday,
    words.thursday,
    words.friday,
    words.saturday,
    words.sunday,
  ]
  return names[weekdayCodes.indexOf(weekday)] ?? words.monday
}

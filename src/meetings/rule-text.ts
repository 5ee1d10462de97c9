import type { Say, Text } from '../shared/words.ts'
import type { FollowCount, Follows } from './series.ts'
import { type WeekdayCode, weekdayCodes, weekdayName } from './weekdays.ts'
import { words } from './words.ts'

/** The choices that cover nearly every series; anything else is typed as a rule. */
export const rhythms = ['month', 'quarter', 'week'] as const
export type Rhythm = (typeof rhythms)[number]
export const nths = ['1', '2', '3', '4', '-1'] as const

/** The first months of quarters. */
const quarters = '1,4,7,10'

/** The rule of a choice: every month or quarter's first month on its nth weekday, or every week. */
export function ruleFor(rhythm: Rhythm, nth: (typeof nths)[number], weekday: WeekdayCode): string {
  switch (rhythm) {
    case 'month':
      return `FREQ=MONTHLY;BYDAY=${nth}${weekday}`
    case 'quarter':
      return `FREQ=YEARLY;BYMONTH=${quarters};BYDAY=${nth}${weekday}`
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

/** A rule in words where it says one day of a week or a month, else the rule itself. */
export function ruleText(rule: string, t: Say): string {
  const parts = new Map(rule.split(';').map(part => part.split('=') as [string, string]))
  const take = (name: string) => {
    const value = parts.get(name)
    parts.delete(name)
    return value
  }
  const [every, n, months] = [take('FREQ'), Number(take('INTERVAL') ?? 1), take('BYMONTH')]
  const [, nth = '', code] = /^(-1|[1-4]?)([A-Z]{2})$/.exec(take('BYDAY') ?? '') ?? []
  const date = take('BYMONTHDAY')
  const weekday = weekdayCodes.find(each => each === code)
  const which = nths.find(each => each === nth)
  if (parts.size > 0) return rule
  if (weekday && which && !date) {
    const values = { n, nth: nthName(which), day: weekdayName(weekday) }
    if (every === 'MONTHLY' && !months) return t(n === 1 ? words.ruleMonth : words.ruleMonths, values)
    if (every === 'YEARLY' && n === 1 && months === quarters) return t(words.ruleQuarter, values)
  }
  if (every === 'WEEKLY' && weekday && nth === '' && !months && !date) {
    return t(n === 1 ? words.ruleWeek : words.ruleWeeks, { n, day: weekdayName(weekday) })
  }
  if (every === 'MONTHLY' && code === undefined && !months && /^\d+$/.test(date ?? '')) {
    return t(n === 1 ? words.ruleDate : words.ruleDates, { n, date: date ?? '' })
  }
  return rule
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

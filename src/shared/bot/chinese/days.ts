import { daysBetween, type PlainDate, plainDate, plusDays } from '../../time.ts'
import { numberPattern, readNumber } from './numbers.ts'

const namedDays: Readonly<Record<string, number>> = {
  大前天: -3,
  大后天: 3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  明晚: 1,
  后天: 2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
}
const weekdays = '一二三四五六日'
const englishWeekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const englishMonth =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?'

const namedDay = new RegExp(Object.keys(namedDays).join('|'))
const weekday =
  /(上上|下下|上|下|这|本|last |next |this )?(?:个?(?:周|星期|礼拜)([一二三四五六日天1-6])(?!天后)|\b(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b)/
const inDays = new RegExp(`(?:过|再过)${numberPattern}天|${numberPattern}天(?:之?后|以后)`)
const fullDate = new RegExp(
  `([12]\\d{3}|[二一][零〇九][零〇一二三四五六七八九]{2})[年./-]${numberPattern}[月./-]${numberPattern}[日号]?`,
)
const monthDay = new RegExp(`${numberPattern}月份?${numberPattern}[日号]?`)
const englishDate = new RegExp(
  `\\b${englishMonth}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,? ([12]\\d{3})\\b)?|\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${englishMonth}\\b\\.?(?:,? ([12]\\d{3})\\b)?`,
)
const numericDay = /(?<![\d.:/-])(1[0-2]|0?[1-9])[/.-](3[01]|[12]\d|0?[1-9])(?![\d.:/-]|人|个)/
const dayOfMonth = new RegExp(
  `(下个月|下月|本月|这个月|当月|上个月|上月)?${numberPattern}[号日](?![楼室厅院门线桌会内])`,
)
/** `date: null` says that a day was named which does not exist. */
interface TakenDay {
  readonly date: PlainDate | null
  readonly rest: string
}

/** The first day that a sentence names, and the sentence without it. */
export function takeDay(
  plain: string,
  today: PlainDate,
  toward: 'future' | 'past',
  after?: PlainDate,
): TakenDay | undefined {
  const readers: readonly [RegExp, (found: RegExpExecArray) => PlainDate | null][] = [
    [fullDate, ([, y, m, d]) => dated(readNumber(y ?? ''), readNumber(m ?? ''), readNumber(d ?? ''))],
    [monthDay, ([, m, d]) => nearest(readNumber(m ?? ''), readNumber(d ?? ''), today)],
    [englishDate, ([, m, d, y, d2, m2, y2]) => inEnglish(m ?? m2, d ?? d2, y ?? y2, today)],
    [namedDay, ([name]) => plusDays(today, namedDays[name] ?? 0)],
    [weekday, found => weekdayOf(found, today, toward)],
    [inDays, ([, a, b]) => plusDays(today, readNumber(a ?? b ?? '') ?? 0)],
    [
      dayOfMonth,
      ([, month, d]) => {
        // A month that is named counts from today, and a day alone from where the sentence counts.
        const from = after && !month ? plusDays(after, 1) : today
        return inMonth(month, readNumber(d ?? ''), from, toward)
      },
    ],
    [numericDay, ([, m, d]) => nearest(Number(m), Number(d), today)],
  ]
  for (const [pattern, read] of readers) {
    const found = pattern.exec(plain)
    if (found) return { date: read(found), rest: plain.replace(found[0], ' ') }
  }
  return undefined
}

function weekdayOf(found: RegExpExecArray, today: PlainDate, toward: 'future' | 'past'): PlainDate {
  const [, week, chinese = '', english = ''] = found
  const sign = chinese === '天' ? '日' : chinese
  const index = english
    ? englishWeekdays.indexOf(english)
    : /\d/.test(sign)
      ? Number(sign) - 1
      : weekdays.indexOf(sign)
  const monday = plusDays(today, -indexOfWeekday(today))
  switch (week?.trim()) {
    case '这':
    case '本':
    case 'this':
      return plusDays(monday, index)
    case '下':
    case 'next':
      return plusDays(monday, 7 + index)
    case '下下':
      return plusDays(monday, 14 + index)
    case '上':
    case 'last':
      return plusDays(monday, index - 7)
    case '上上':
      return plusDays(monday, index - 14)
  }
  const inThisWeek = plusDays(monday, index)
  if (toward === 'future') return inThisWeek < today ? plusDays(inThisWeek, 7) : inThisWeek
  return inThisWeek > today ? plusDays(inThisWeek, -7) : inThisWeek
}

/** 0 is Monday; 2024-01-01 was one. */
const indexOfWeekday = (date: PlainDate) => ((daysBetween(plainDate('2024-01-01'), date) % 7) + 7) % 7

function inMonth(
  month: string | undefined,
  day: number | undefined,
  today: PlainDate,
  toward: 'future' | 'past',
): PlainDate | null {
  const [year = 0, thisMonth = 0] = today.split('-').map(Number)
  const at = (step: number) => {
    const months = year * 12 + thisMonth - 1 + step
    return dated(Math.floor(months / 12), (months % 12) + 1, day)
  }
  if (month?.startsWith('下')) return at(1)
  if (month?.startsWith('上')) return at(-1)
  const here = at(0)
  if (month) return here
  if (toward === 'past') return here && here <= today ? here : at(-1)
  return here && here >= today ? here : at(1)
}

function inEnglish(
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
  today: PlainDate,
): PlainDate | null {
  const number = englishMonths.indexOf(month ?? '') + 1
  return year ? dated(Number(year), number, Number(day)) : nearest(number, Number(day), today)
}

function nearest(month: number | undefined, day: number | undefined, today: PlainDate): PlainDate | null {
  const year = Number(today.slice(0, 4))
  const distance = (date: PlainDate) => Math.abs(daysBetween(today, date))
  const [first, ...others] = [year, year - 1, year + 1].flatMap(each => dated(each, month, day) ?? [])
  return first ? others.reduce((best, date) => (distance(date) < distance(best) ? date : best), first) : null
}

function dated(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): PlainDate | null {
  const two = (n: number | undefined) => String(n).padStart(2, '0')
  try {
    return plainDate(`${year}-${two(month)}-${two(day)}`)
  } catch {
    return null
  }
}

import { daysBetween, type PlainDate, type PlainTime, plainDate, plainTime, plusDays } from '../time.ts'

/**
 * What people type, in one plain shape: half-width, small letters, single spaces, Chinese stops and commas as
 * `.` and `,`, without stops at the end. `“１２人，已开。”` becomes `"12人,已开"`.
 */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[。・]/g, '.')
    .replace(/[、]/g, ',')
    .replace(/[“”「」『』]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s.,!?;:~…]+|[\s.,!?;:~…]+$/g, '')
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const unitsOfNumerals: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const N = '(\\d+|[零〇一二两三四五六七八九十百千]+)'

/** Reads `12`, `十二`, `两百零五`, `一百二` (120) and spoken digits such as `二零二六`; `undefined` for anything else. */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  if (!/^[零〇一二两三四五六七八九十百千]{1,9}$/.test(text)) return undefined
  if (!/[十百千]/.test(text)) return text.length === 1 || text.length === 4 ? spelt(text) : undefined
  let sum = 0
  let digit: number | undefined
  let lastUnit = 10_000
  let afterZero = false
  for (const sign of text) {
    const unit = unitsOfNumerals[sign]
    if (unit === undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = digits[sign]
      if (digit === 0) afterZero = true
      continue
    }
    if (unit >= lastUnit || (digit === undefined && unit !== 10)) return undefined
    sum += (digit || 1) * unit
    lastUnit = unit
    digit = undefined
    afterZero = false
  }
  const shortened = lastUnit > 10 && !afterZero ? lastUnit / 10 : 1
  return sum + (digit ?? 0) * shortened
}

const spelt = (text: string) => Number([...text].map(sign => digits[sign]).join(''))

const numberIn = (text: string, pattern: string): number | undefined =>
  readNumber(new RegExp(pattern).exec(text)?.[1] ?? '')

/**
 * How many people came: `12人`, `十二人`, `已开 12`, `到会18人缺3` (18), `应到20人实到18人` (18), `12 people`. A bare
 * number counts when it is the only one; dates and times are no counts.
 */
export function readCount(text: string): number | undefined {
  const plain = normalize(text)
  const named = numberIn(
    plain,
    `(?:实到|到会|到了|来了|出席|参会|参加|人数|present|came)[是有为: ]{0,2}${N}(?![月日号点时:])`,
  )
  if (named !== undefined) return named
  const others = new RegExp(
    `(?:应到|应来|缺席|缺|请假|未到|没来|列席)[了有: ]{0,2}${N} ?(?:个?人|位|名)?`,
    'g',
  )
  const without = plain.replace(others, ' ')
  const people = numberIn(without, `${N} ?(?:个人|人|位|名|people|persons|present|came)`)
  if (people !== undefined) return people
  const rest = withoutWhen(without)
  const bare = rest.match(/\d+/g) ?? []
  if (bare.length === 1) return readNumber(bare[0] ?? '')
  return numberIn(rest, `(?:^|[ ,已开]) ?${N}个?$`)
}

/** How many were missing, where a report says so: `缺3`, `请假2人`, `缺席一人`. */
export function readMissing(text: string): number | undefined {
  const plain = normalize(text)
  return numberIn(plain, `(?:缺席|缺|请假|未到|没来|absent)[了有: ]{0,2}${N}(?![月日号点时:])`)
}

/** A day, a time of day, or both; `guessed` when the half of the day was not said (3点 is taken as 15:00). */
export interface When {
  readonly date: PlainDate | undefined
  readonly time: PlainTime | undefined
  readonly guessed: boolean
}

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

const namedDay = new RegExp(Object.keys(namedDays).join('|'))
const weekday =
  /(上上|下下|上|下|这|本|last |next |this )?(?:个?(?:周|星期|礼拜)([一二三四五六日天1-6])(?!天后)|\b(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b)/
const inDays = new RegExp(`(?:过|再过)${N}天|${N}天(?:之?后|以后)`)
const fullDate = new RegExp(
  `([12]\\d{3}|[二一][零〇九][零〇一二三四五六七八九]{2})[年./-]${N}[月./-]${N}[日号]?`,
)
const monthDay = new RegExp(`${N}月份?${N}[日号]?`)
const numericDay = /(?<![\d.:/-])(1[0-2]|0?[1-9])[/.-](3[01]|[12]\d|0?[1-9])(?![\d.:/-]|人|个)/
const dayOfMonth = new RegExp(`(下个月|下月|本月|这个月|当月|上个月|上月)?${N}[号日](?![楼室厅院门线桌会内])`)
const clock = new RegExp(
  `(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|今晚|明晚|晚)? ?(?:(\\d{1,2}):([0-5]\\d)|(?<!有|早|晚|快|慢|差|了)${N}(?:点钟?|时)(?!儿|再|也|都|左右不)(?:(半)|([一二三123])刻|${N}分?(?!人|个|位|名))?)(?: ?(am|pm))?|\\b(\\d{1,2}) ?(am|pm)\\b`,
)

/**
 * Reads the day and the time out of a sentence: `改到周五下午3点`, `25号下午三点`, `下周二十点半`, `10月8日 9:30`, `明天`.
 * Days without a month or a week are the next ones from `today` on (the last ones with `toward: 'past'`);
 * dates without a year are the nearest. `undefined` when there is neither, or when a day or time does not exist.
 */
export function readWhen(
  text: string,
  { today, toward = 'future' }: { readonly today: PlainDate; readonly toward?: 'future' | 'past' },
): When | undefined {
  const plain = normalize(text)
  const day = takeDay(plain, today, toward)
  const time = takeTime(day?.rest ?? plain, plain)
  if (day?.date === null || time?.time === null) return undefined
  if (!day && !time) return undefined
  return { date: day?.date, time: time?.time, guessed: time?.guessed ?? false }
}

/** The sentence without its day and time, so that numbers left in it are counts. */
function withoutWhen(plain: string): string {
  const today = '2026-01-01' as PlainDate
  const rest = takeDay(plain, today, 'future')?.rest ?? plain
  const time = clock.exec(rest)
  return time ? rest.replace(time[0], ' ') : rest
}

/** `date: null` says that a day was named which does not exist. */
interface TakenDay {
  readonly date: PlainDate | null
  readonly rest: string
}

function takeDay(plain: string, today: PlainDate, toward: 'future' | 'past'): TakenDay | undefined {
  const readers: readonly [RegExp, (found: RegExpExecArray) => PlainDate | null][] = [
    [fullDate, ([, y, m, d]) => dated(readNumber(y ?? ''), readNumber(m ?? ''), readNumber(d ?? ''))],
    [monthDay, ([, m, d]) => nearest(readNumber(m ?? ''), readNumber(d ?? ''), today)],
    [namedDay, ([name]) => plusDays(today, namedDays[name] ?? 0)],
    [weekday, found => weekdayOf(found, today, toward)],
    [inDays, ([, a, b]) => plusDays(today, readNumber(a ?? b ?? '') ?? 0)],
    [dayOfMonth, ([, month, d]) => inMonth(month, readNumber(d ?? ''), today, toward)],
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

/** `time: null` says that a time was named which does not exist. */
function takeTime(
  rest: string,
  whole: string,
): { readonly time: PlainTime | null; readonly guessed: boolean } | undefined {
  const found = clock.exec(rest)
  if (!found) return undefined
  const [, part, h24, m24, hour, half, quarter, minute, after, englishHour, english] = found
  const said = part ?? after ?? english ?? (/[今明]晚/.test(whole) ? '晚' : undefined)
  const hours = readNumber(h24 ?? hour ?? englishHour ?? '')
  const minutes = half
    ? 30
    : quarter
      ? (readNumber(quarter) ?? 0) * 15
      : (readNumber(m24 ?? minute ?? '') ?? 0)
  if (hours === undefined || hours > 24 || minutes > 59) return { time: null, guessed: false }
  const exact = h24?.startsWith('0') ?? false
  const guessed = said === undefined && !exact && hours >= 1 && hours <= 6
  const adjusted = guessed ? hours + 12 : inHalf(said, hours)
  if (adjusted === undefined || adjusted > 23) return { time: null, guessed: false }
  return {
    time: plainTime(`${String(adjusted).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`),
    guessed,
  }
}

/** The hour of 24 for an hour said with its part of the day; `undefined` where midnight would change the day. */
function inHalf(part: string | undefined, hours: number): number | undefined {
  if (hours > 12) return hours
  switch (part) {
    case '下午':
    case '傍晚':
    case 'pm':
      return hours === 12 ? 12 : hours + 12
    case '晚上':
    case '今晚':
    case '明晚':
    case '晚':
      return hours === 12 ? undefined : hours + 12
    case '中午':
      return hours <= 3 ? hours + 12 : hours
    case '凌晨':
    case 'am':
      return hours === 12 ? 0 : hours
  }
  return hours
}

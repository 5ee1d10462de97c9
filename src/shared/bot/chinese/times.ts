import { type PlainTime, plainTime } from '../../time.ts'
import { numberPattern, readNumber } from './numbers.ts'

const clock = new RegExp(
  `(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|今晚|明晚|晚)? ?(?:(\\d{1,2}):([0-5]\\d)|(?<!有|早|晚|快|慢|差|了)${numberPattern}(?:点钟?|时)(?!儿|再|也|都|左右不)(?:(半)|([一二三123])刻|${numberPattern}分?(?!人|个|位|名))?)(?: ?(am|pm))?|\\b(\\d{1,2}) ?(am|pm)\\b`,
)

/** `time: null` says that a time was named which does not exist. */
export interface TakenTime {
  readonly time: PlainTime | null
  readonly guessed: boolean
}

/** The first time of day in what is `rest` of a sentence without its day; the `whole` may say the half of the day. */
export function takeTime(rest: string, whole: string): TakenTime | undefined {
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

/** A sentence without its first time of day. */
export function withoutTime(plain: string): string {
  const time = clock.exec(plain)
  return time ? plain.replace(time[0], ' ') : plain
}

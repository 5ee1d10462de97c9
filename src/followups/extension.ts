import { takeDay } from '../shared/bot/chinese/days.ts'
import { numberPattern, readNumber } from '../shared/bot/chinese/numbers.ts'
import { sentence } from '../shared/bot/chinese/plain.ts'
import { withoutWhen } from '../shared/bot/chinese/when.ts'
import { type PlainDate, plainDate, plusDays } from '../shared/time.ts'

const asked =
  /(?:申请|请求|想要?|需要?|希望|能否|可否|可不可以|能不能)(?:[^,.;!?]{0,30}?)(?:延期|延到|延至|延后|延长|宽限)|延期申请|延长(?:办理|完成)?(?:期限|时限|时间)|宽限|\bextension\b|\bextend\b|\bmore time\b/
/** A due date has no time of day. */
const aboutMeetings = /会议|例会|开会|[上下]午|点|\d:\d\d|\d ?[ap]m\b|\bmeeting/

/** Whether a sentence asks for more time for a follow-up; a meeting is moved in other words. */
export function asksForExtension(text: string): boolean {
  const plain = sentence(text)
  return /申请延期|延期申请/.test(plain) || (asked.test(plain) && !aboutMeetings.test(plain))
}

/** What was asked for in a sentence: the new date (`null` for a day that does not exist) and the reason, as far as they were said. */
export interface AskedExtension {
  readonly until: PlainDate | null | undefined
  readonly reason: string
}

/**
 * Reads `申请延期到12月5日，等待印制`, `延期一周 人手不足`, `until December 5, waiting for the printer`. A day of a month without its month
 * is the next one after the due date, and a length of time is counted from there.
 */
export function readExtension(
  text: string,
  { today, due, what }: { readonly today: PlainDate; readonly due: PlainDate; readonly what: string },
): AskedExtension {
  const parts = partsOf(text.replaceAll(what, ' '))
  // The part that asks names the date; what else has a date in it may be a reason.
  const [asking, others] = [parts.filter(isAsking), parts.filter(part => !isAsking(part))]
  const dates = [...asking, ...others].map(part => untilIn(sentence(part), { today, due }))
  return { until: dates.find(date => date !== undefined), reason: reasonIn(text, parts) }
}

const isAsking = (part: string) => /[延推宽]|until|till|extension|extend|\bto\b|\bby\b/i.test(part)

function untilIn(
  plain: string,
  { today, due }: { readonly today: PlainDate; readonly due: PlainDate },
): PlainDate | null | undefined {
  const day = takeDay(plain, today, 'future', due)
  return day ? day.date : (added(plain, due) ?? within(plain, today) ?? monthEnd(plain, today))
}

/** A message in the parts that commas, stops and spaces between Chinese words make of it. */
function partsOf(text: string): readonly string[] {
  return text
    .replace(/(?<=[\p{N}月年]) +(?=[\p{N}月日号])/gu, '')
    .split(/(?:[，。；;！!\n]|,(?! ?[12]\d{3}\b)|(?<=[\p{Script=Han}\p{N}]) +(?=[\p{Script=Han}\p{N}]))+/u)
    .map(part => part.trim())
    .filter(part => part !== '')
}

const unit = '个?(天|周|星期|礼拜|月)'
const longer = new RegExp(
  `(?:延期|延长|延后|推迟|宽限|顺延|延迟|延|给)(?:我们?)?(?:时间)?(?:(半)个?月|${numberPattern}${unit})(?!后|内|以)`,
)
const longerEnglish = /\b(?:by|for|another) (\d{1,3}|an?|one|two|three|four)(?: more)? (day|week|month)s?\b/
const later = new RegExp(`(?:(半)个?月|${numberPattern}${unit})(?:之?后|以后|之?内|以内)`)
const laterEnglish = /\b(?:in|within) (\d{1,3}|an?|one|two|three|four) (day|week|month)s?\b/
const endOf = new RegExp(`(?:(下个?月)|(?:本|这个?|当)月|${numberPattern}月|月|(年))(?:底|末)`)

/** So long after the due date. */
const added = (plain: string, due: PlainDate) =>
  lengthFrom(longer.exec(plain) ?? longerEnglish.exec(plain), due)
/** So long from today. */
const within = (plain: string, today: PlainDate) =>
  lengthFrom(later.exec(plain) ?? laterEnglish.exec(plain), today)

const englishNumbers: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 }

function lengthFrom(found: RegExpExecArray | null, from: PlainDate): PlainDate | undefined {
  if (!found) return undefined
  const [, half, number = '', of] = found.length === 4 ? found : [found[0], undefined, found[1], found[2]]
  if (half) return plusDays(from, 15)
  const n = englishNumbers[number] ?? readNumber(number)
  if (n === undefined || n > 400) return undefined
  switch (of) {
    case '天':
    case 'day':
      return plusDays(from, n)
    case '月':
    case 'month':
      return plusMonths(from, n)
  }
  return plusDays(from, 7 * n)
}

/** `月底`, `12月底`, `年底`: the last day. */
function monthEnd(plain: string, today: PlainDate): PlainDate | undefined {
  const found = endOf.exec(plain)
  if (!found) return undefined
  const [, next, named, year] = found
  const month = Number(today.slice(5, 7))
  const wanted = year ? 12 : named ? readNumber(named) : month + (next ? 1 : 0)
  if (wanted === undefined || wanted < 1 || wanted > 13) return undefined
  const first = plusMonths(plainDate(`${today.slice(0, 7)}-01`), (wanted - month + 12) % 12)
  return plusDays(plusMonths(first, 1), -1)
}

/** The same day so many months later; where a month has no such day, its last. */
function plusMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const at = year * 12 + month - 1 + months
  const first = (index: number) =>
    plainDate(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`)
  const last = Number(plusDays(first(at + 1), -1).slice(8))
  return plusDays(first(at), Math.min(day, last) - 1)
}

const filler =
  /申请|请求|想要?|需要?|希望|能否|可否|可不可以|能不能|可以吗|行吗|好吗|请|要求|延期|延长|延后|延迟|宽限|推迟|顺延|延|办理|完成|办完|办好|办结|再|多|个|期限|时限|时间|督办|事项|到|至|在|前|之|内|吧|一下|底|末|月|年|日|号|您好|你好|领导|原因|理由|是|为|因|[\s.,!?;:()"'/-]|\d|\b(an?|until|till|to|on|the|by|for|of|in|within|another|more|time|extension|extend|extended|please|it|i|we|ask|asks|asking|need|want|would|like|can|could|have|request|due|date|reason|because|end|days?|weeks?|months?)\b/g

/**
 * The person's own words from the first part that does more than ask and name the date to the last: words cut out of a sentence
 * would make it another one.
 */
function reasonIn(text: string, parts: readonly string[]): string {
  const told = parts.filter(part => {
    const plain = [longer, later, longerEnglish, laterEnglish, endOf].reduce(
      (left, pattern) => left.replace(pattern, ' '),
      sentence(part),
    )
    return withoutWhen(plain).replace(filler, '') !== ''
  })
  const [first, last] = [told[0], told.at(-1)]
  if (first === undefined || last === undefined) return ''
  const [from, to] = [text.indexOf(first), text.lastIndexOf(last) + last.length]
  const words = from < 0 || to <= from ? told.join(' ') : text.slice(from, to)
  return words.replace(/^(?:原因|理由)(?:是|为|[:：])? */, '')
}

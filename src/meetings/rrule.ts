import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type PlainDate, plainDate, plusDays } from '../shared/time.ts'
import { no } from './refusals.ts'

const number = (low: number, high: number) => (text: string) =>
  /^-?\d{1,4}$/.test(text) && Math.abs(Number(text)) >= low && Math.abs(Number(text)) <= high
const list = (fits: (text: string) => boolean) => (text: string) => text.split(',').every(fits)

/** The parts of a rule that decide on which days a meeting is; its time stands in a field of its own. */
const parts: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: value => ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(value),
  INTERVAL: value => !value.startsWith('-') && number(1, 120)(value),
  COUNT: value => !value.startsWith('-') && number(1, 9999)(value),
  UNTIL: value => /^\d{8}(T\d{6}Z?)?$/.test(value) && isDay(value),
  BYDAY: list(value => /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.test(value)),
  BYMONTH: list(value => !value.startsWith('-') && number(1, 12)(value)),
  BYMONTHDAY: list(number(1, 31)),
  BYSETPOS: list(number(1, 366)),
  WKST: value => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value),
}
const moreThanDaily = /(^|;)(FREQ=(HOURLY|MINUTELY|SECONDLY)|BYHOUR=|BYMINUTE=|BYSECOND=)/

/** A rule without its days is looked ahead this far before it is said never to fire; leap days come within it. */
const lookAheadDays = 366 * 9

/**
 * Reads a rule such as `FREQ=MONTHLY;BYDAY=1TU` (also with `RRULE:` before it) that begins on `from`, in one
 * spelling. Refused: what is not a rule, fires more often than once a day, or never.
 */
export function readRule(text: string, from: PlainDate): string | Refusal {
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/\s/g, '')
  if (moreThanDaily.test(rule)) return no.tooOften()
  const pairs = rule.split(';').map(part => part.split('='))
  for (const [name = '', value, more] of pairs) {
    if (value === undefined || more !== undefined || !parts[name]?.(value)) {
      return no.notARule({ part: [name, value].filter(Boolean).join('=') || '""' })
    }
  }
  const names = pairs.map(([name]) => name)
  if (!names.includes('FREQ') || new Set(names).size < names.length) return no.notARule({ part: rule })
  const first = firstDate(rule, from, plusDays(from, -1))
  if (isRefusal(first)) return first
  return first === undefined ? no.neverFires() : rule
}

/** The first day of a rule that is later than `after`; `undefined` when there is none within nine years. */
export function firstDate(rule: string, from: PlainDate, after: PlainDate): PlainDate | undefined | Refusal {
  for (const days of [70, 400, lookAheadDays]) {
    const found = nextDates(rule, from, { after, days })
    if (isRefusal(found) || found.length > 0) return isRefusal(found) ? found : found[0]
  }
  return undefined
}

/**
 * The days of a rule that begins on `from`: those later than `after`, at most `days` days later, in order. Whole
 * days only, so that no zone and no clock change can move them.
 */
export function nextDates(
  rule: string,
  from: PlainDate,
  { after, days }: { readonly after: PlainDate; readonly days: number },
): readonly PlainDate[] | Refusal {
  try {
    return new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart: midnight(from) })
      .between(midnight(plusDays(after, 1)), midnight(plusDays(after, days)), true)
      .map(at => plainDate(at.toString().slice(0, 10)))
  } catch {
    // The library throws plain errors on rules it cannot follow; to the person they all mean the same.
    return no.notARule({ part: rule })
  }
}

const midnight = (date: PlainDate) => Temporal.PlainDate.from(date).toZonedDateTime('UTC')

function isDay(text: string): boolean {
  try {
    plainDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`)
    return true
  } catch {
    return false
  }
}

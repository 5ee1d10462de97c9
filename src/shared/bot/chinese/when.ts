import type { PlainDate, PlainTime } from '../../time.ts'
import { takeDay } from './days.ts'
import { sentence } from './plain.ts'
import { takeTime, withoutTime } from './times.ts'

/** A day, a time of day, or both; `guessed` when the half of the day was not said (3点 is taken as 15:00). */
export interface When {
  readonly date: PlainDate | undefined
  readonly time: PlainTime | undefined
  readonly guessed: boolean
}

/**
 * Reads the day and the time out of a sentence: `改到周五下午3点`, `25号下午三点`, `下周二十点半`, `10月8日 9:30`, `明天`, `December 5`.
 * Days without a month or a week are the next ones from `today` on (the last ones with `toward: 'past'`; a day of a month
 * the next one later than `after`); dates without a year are the nearest. `undefined` when there is neither, or when a day or time does not exist.
 */
export function readWhen(
  text: string,
  {
    today,
    toward = 'future',
    after,
  }: { readonly today: PlainDate; readonly toward?: 'future' | 'past'; readonly after?: PlainDate },
): When | undefined {
  const plain = sentence(text)
  const day = takeDay(plain, today, toward, after)
  const time = takeTime(day?.rest ?? plain, plain)
  if (day?.date === null || time?.time === null) return undefined
  if (!day && !time) return undefined
  return { date: day?.date, time: time?.time, guessed: time?.guessed ?? false }
}

/** The sentence without its day and time, so that numbers left in it are counts. */
export function withoutWhen(plain: string): string {
  const today = '2026-01-01' as PlainDate
  return withoutTime(takeDay(plain, today, 'future')?.rest ?? plain)
}

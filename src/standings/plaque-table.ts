import { gradeName } from '../ratings/grades.ts'
import type { Cell } from '../shared/csv.ts'
import { punctuation } from '../shared/punctuation.ts'
import { dateOf } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import { offReasonName } from './plaque.ts'
import type { PlaqueRow } from './read.ts'
import { words } from './words.ts'

export const statusWords = {
  toHandOver: words.toHandOver,
  toTakeOff: words.toTakeOff,
  hanging: words.hanging,
  off: words.off,
} as const
/** The register for a spreadsheet, headings first. */
export function plaqueCells(
  rows: readonly PlaqueRow[],
  subdistrictName: (code: string) => string,
  t: Say,
  zone: string,
): Cell[][] {
  const headings = [
    ...[words.community, words.subdistrict, words.grade, words.number, words.until, words.state],
    ...[words.handedOver, words.takenOff, words.offReason, words.note, words.reviews],
  ]
  return [
    headings.map(heading => t(heading)),
    ...rows.map(({ rating, plaque, status, due, reviews }) => {
      const off = plaque?.takenOff
      const reason = off?.reason ?? due
      const reviewed = reviews.done.map(({ at, passed }) =>
        t(passed ? words.reviewPassed : words.reviewFailed, { date: dateOf(at, zone) }),
      )
      return [
        rating.name,
        subdistrictName(rating.subdistrict),
        t(gradeName(plaque?.grade ?? rating.grade ?? 'notQualified')),
        plaque?.number ?? rating.certificate?.number,
        plaque?.until ?? rating.certificate?.until,
        t(statusWords[status]),
        plaque?.handedOver.on,
        off?.on,
        reason && t(offReasonName(reason)),
        off?.note,
        [...reviewed, ...(reviews.isDue ? [t(words.reviewDue)] : [])].join(t(punctuation.semicolon)),
      ]
    }),
  ]
}

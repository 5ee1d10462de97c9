import type { Cell } from '../shared/csv.ts'
import { dayText } from '../shared/papers/day-text.ts'
import type { Block, Paper } from '../shared/papers/paper.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import type { Say } from '../shared/words.ts'
import type { Cycle } from './cycle.ts'
import { gradeName } from './grades.ts'
import { noticeWords as words } from './notice-words.ts'
import { contactParts, objectToOf } from './object-to.ts'
import type { Rating } from './rating.ts'
import { words as ratingWords } from './words.ts'

/** Whether the public notice lists it: what is proposed as 合格 or better. Whoever falls short is not put up in public. */
export function isListed({ result: { projected } }: Pick<Rating, 'result'>): boolean {
  return projected !== null && projected !== 'notQualified'
}

/** What is on notice now. */
export function onNotice(ratings: readonly Rating[]): readonly Rating[] {
  return ratings.filter(rating => rating.state === 'publicNotice' && isListed(rating))
}

/** How many of a cycle's ratings have come how far on the way to their notice, in this order. */
export const noticeStages = ['notYet', 'ready', 'running', 'reReview', 'over', 'unlisted'] as const
export type NoticeStage = (typeof noticeStages)[number]

export function noticeCounts(
  ratings: readonly Rating[],
  today: PlainDate,
): Readonly<Record<NoticeStage, number>> {
  const counts: Record<NoticeStage, number> = {
    notYet: 0,
    ready: 0,
    running: 0,
    reReview: 0,
    over: 0,
    unlisted: 0,
  }
  for (const rating of ratings) counts[stageOf(rating, today)] += 1
  return counts
}

function stageOf(rating: Rating, today: PlainDate): NoticeStage {
  const listed = (stage: NoticeStage) => (isListed(rating) ? stage : 'unlisted')
  switch (rating.state) {
    case 'draft':
    case 'selfSubmitted':
    case 'subdistrictReview':
    case 'returned':
    case 'subdistrictAccepted':
    case 'districtCheck':
      return 'notYet'
    case 'proposed':
      return listed('ready')
    case 'publicNotice':
      return listed(rating.notice && rating.notice.until >= today ? 'running' : 'over')
    case 'reReview':
      return 'reReview'
    case 'final':
    case 'downgraded':
    case 'expired':
      return listed('over')
    case 'vetoed':
      return 'unlisted'
  }
}

/** What the cycle has named. */
export function namedOf(ratings: readonly Rating[]): readonly Rating[] {
  return ratings.filter(({ grade }) => grade !== null && grade !== 'notQualified')
}

type Naming = (subdistrict: string) => string

/** The list for a spreadsheet: what is on notice and what was named, headings first. */
export function noticeCells(ratings: readonly Rating[], subdistrictName: Naming, t: Say): Cell[][] {
  const headings = [
    ...[ratingWords.community, ratingWords.subdistrict, ratingWords.proposedGrade],
    ...[words.from, words.until, ratingWords.grade, ratingWords.certificateNumber],
  ]
  const rows = [...onNotice(ratings), ...namedOf(ratings)].map(rating => {
    const { name, subdistrict, notice, result, certificate, grade } = rating
    return [
      name,
      subdistrictName(subdistrict),
      t(gradeName(result.projected ?? 'notQualified')),
      notice?.from,
      notice?.until,
      grade && t(gradeName(grade)),
      certificate?.number,
    ]
  })
  return [headings.map(heading => t(heading)), ...rows]
}

/** Who reads it, and what its units are called. */
export interface NoticeOf {
  readonly view: Pick<View, 't' | 'lang'>
  readonly subdistrictName: Naming
  readonly district: string
}

/** The notice as a paper to be put up: a list for each period, and where one objects. */
export function noticePaper(
  cycle: Cycle,
  ratings: readonly Rating[],
  { view: { t, lang }, subdistrictName, district }: NoticeOf,
): Paper {
  const running = onNotice(ratings)
  const contact = objectToOf(cycle)
  const lists = periodsOf(running).flatMap(({ from, until }): Block[] => {
    const rows = running.filter(({ notice }) => notice?.from === from && notice.until === until)
    const days = { from: dayText(from, lang), until: dayText(until, lang) }
    return [
      { kind: 'text', text: t(words.paperText, { year: cycle.year, ...days }) },
      {
        kind: 'table',
        head: [ratingWords.subdistrict, ratingWords.community, ratingWords.proposedGrade].map(word =>
          t(word),
        ),
        rows: rows.map(({ subdistrict, name, result }) => [
          subdistrictName(subdistrict),
          name,
          t(gradeName(result.projected ?? 'notQualified')),
        ]),
        widths: [34, 40, 26],
      },
    ]
  })
  const [first] = running
  const issuer = t(words.issuer, { district })
  return {
    title: t(ratingWords.noticeTitle, { year: cycle.year }),
    blocks: [
      ...(lists.length > 0 ? lists : [{ kind: 'text', text: t(ratingWords.noticeNone) } as const]),
      ...(contact && running.length > 0 ? contactBlocks(contactParts(contact, t), t) : []),
    ],
    signature: first?.notice ? [issuer, dayText(first.notice.from, lang)] : [issuer],
  }
}

/** The periods of notices, each once, in the order of their beginning. */
function periodsOf(running: readonly Rating[]): readonly NonNullable<Rating['notice']>[] {
  const periods = new Map(
    running.flatMap(({ notice }) => (notice ? [[`${notice.from} ${notice.until}`, notice]] : [])),
  )
  return [...periods.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

function contactBlocks(
  [office, phone = '', address = '', hours = '']: readonly [string, ...string[]],
  t: Say,
): Block[] {
  const facts: readonly (readonly [keyof typeof words, string])[] = [
    ['office', office],
    ['phone', phone],
    ['address', address],
    ['hours', hours],
  ]
  return [
    { kind: 'text', text: t(words.paperObject) },
    ...facts.map(
      ([label, text]): Block => ({ kind: 'fact', label: t(words.label, { what: words[label] }), text }),
    ),
  ]
}

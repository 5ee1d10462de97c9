import type { Cell } from '../shared/csv.ts'
import type { Say } from '../shared/words.ts'
import type { Publication } from './publication.ts'
import type { Published, Span } from './published-line.ts'
import { lastDayOf, type Round } from './round.ts'
import { verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

/** The published figures as a table: the whole, then each subdistrict with its units. Shares are 0 to 1. */
export function publishedTable(
  { results: { total, groups } }: Publication,
  t: Say,
): readonly (readonly Cell[])[] {
  const head = [
    words.code,
    words.unit,
    words.subdistrict,
    ...[words.validFrom, words.validTo],
    ...[words.rateFrom, words.rateTo],
    ...[words.low, words.high],
    words.verdict,
  ].map(word => t(word))
  const line = (published: Published, above?: string): Cell[] => [
    published.code || null,
    published.name || t(words.total),
    above,
    ...[published.valid?.least, published.valid?.most],
    ...[published.rate?.least, published.rate?.most].map(digits),
    ...(published.interval ?? [null, null]).map(digits),
    published.verdict && t(verdictWord(published.verdict)),
  ]
  const rows = groups.flatMap(({ subdistrict, units }) => [
    ...(subdistrict ? [line(subdistrict)] : []),
    ...units.map(unit => line(unit, subdistrict?.name)),
  ])
  return [head, line(total), ...rows]
}

/** The published figures for programs. Shares are 0 to 1, the index 0 to 100; `null` is what is not told. */
export function publishedJson(round: Round, { results, channels, onlineOnly, excluded }: Publication) {
  const { total, levels, groups, rateWithAll } = results
  const { target, minimum, smallCell } = round.standard
  const line = ({ code, name, ...published }: Published) => ({
    ...(code && { code, name }),
    ...figures(published),
  })
  return {
    round: {
      id: round.id,
      asker: round.asker,
      title: round.form.title,
      opens: round.opens,
      closes: lastDayOf(round),
      basis: round.basis,
      ...{ target, minimum, smallCell },
    },
    total: line(total),
    levels: levels && {
      parts: levels.parts.map(({ levels: places, count }) => ({
        levels: places.map(place => round.form.levelNames.length - place),
        count,
      })),
      dontKnow: levels.dontKnow,
      otherRate: shares(levels.otherRate),
      index: digits(levels.index),
    },
    channels: channels.map(({ channel, share }) => ({ channel, share: digits(share) })),
    onlineOnly,
    excluded,
    rateWithAll: shares(rateWithAll),
    groups: groups.map(({ subdistrict, units }) => ({
      subdistrict: subdistrict && line(subdistrict),
      units: units.map(line),
    })),
  }
}

function figures({ valid, rate, interval, verdict }: Omit<Published, 'code' | 'name'>) {
  return { valid, rate: shares(rate), interval: interval?.map(digits) ?? null, verdict }
}

function shares(span: Span | null) {
  return span && { least: digits(span.least), most: digits(span.most) }
}

/** Four digits behind the point. */
function digits(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000
}

import type { Cell } from '../shared/csv.ts'
import type { Say } from '../shared/words.ts'
import type { Published } from './published-line.ts'
import type { PublishedRound } from './published-round.ts'
import { publishedWords } from './published-words.ts'
import { lastDayOf } from './round.ts'
import type { Span } from './told.ts'
import { verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

const figureWords = [
  ...[publishedWords.validFrom, publishedWords.validTo],
  ...[publishedWords.rateFrom, publishedWords.rateTo],
  ...[words.low, words.high],
] as const

/** The figures of a line as cells, under `figureWords`. */
function figureCells({ valid, rate, interval }: Published): Cell[] {
  return [
    ...[valid?.least, valid?.most],
    ...[rate?.least, rate?.most].map(digits),
    ...(interval ?? [null, null]).map(digits),
  ]
}

const verdictCell = ({ verdict }: Published, t: Say): Cell => verdict && t(verdictWord(verdict))

/** The published figures as a table: the whole, then each subdistrict with its units. Shares are 0 to 1. */
export function publishedTable(
  { results: { total, groups } }: PublishedRound,
  t: Say,
): readonly (readonly Cell[])[] {
  const head = [words.code, words.unit, words.subdistrict, ...figureWords, words.verdict].map(word => t(word))
  const line = (published: Published, above?: string): Cell[] => [
    published.code || null,
    published.name || t(words.total),
    above,
    ...figureCells(published),
    verdictCell(published, t),
  ]
  const rows = groups.flatMap(({ subdistrict, units }) => [
    ...(subdistrict ? [line(subdistrict)] : []),
    ...units.map(unit => line(unit, subdistrict?.name)),
  ])
  return [head, line(total), ...rows]
}

/** The themes over all units. */
export function themesTable({ results }: PublishedRound, t: Say): readonly (readonly Cell[])[] {
  const head = [words.code, words.theme, ...figureWords].map(word => t(word))
  return [head, ...results.themes.map(theme => [theme.code, t(theme.title), ...figureCells(theme)])]
}

/** The totals of all rounds of the form. */
export function trendTable({ trend }: PublishedRound, t: Say): readonly (readonly Cell[])[] {
  const head = [words.round, words.opens, words.closes, words.units, ...figureWords, words.verdict]
  const rows = trend.map(({ round, total }) => [
    ...[round.id, round.opens, lastDayOf(round), round.units.length],
    ...figureCells(total),
    verdictCell(total, t),
  ])
  return [head.map(word => t(word)), ...rows]
}

/** The published figures for programs. Shares are 0 to 1, the index 0 to 100; `null` is what is not told. */
export function publishedJson({
  round,
  shown,
  endings,
  isClosed,
  results,
  corrected,
  ...more
}: PublishedRound) {
  const { total, levels, themes, groups, rateWithAll } = results
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
      closes: shown.on,
      basis: round.basis,
      ...{ target, minimum, smallCell },
    },
    ending: shown.ending,
    published: shown.published,
    isClosed,
    before: corrected && { ending: corrected.before.ending, published: corrected.before.published },
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
    themes: themes.map(({ code, title, name: _, verdict: __, ...theme }) => ({
      ...{ name: code, title },
      ...measured(theme),
    })),
    channels: more.channels.map(({ channel, share }) => ({ channel, share: digits(share) })),
    onlineOnly: more.onlineOnly,
    excluded: shown.excluded,
    excludedLater: more.excludedLater?.count ?? 0,
    rateWithAll: shares(rateWithAll),
    groups: groups.map(({ subdistrict, units }) => ({
      subdistrict: subdistrict && line(subdistrict),
      units: units.map(line),
    })),
    trend: more.trend.map(({ round: other, isAlike, total: { code: _, name: __, ...of } }) => ({
      ...{ round: other.id, opens: other.opens, closes: lastDayOf(other) },
      ...{ units: other.units.length, sameUnits: isAlike },
      ...figures(of),
    })),
    endings: endings.map(({ ending, on, published, size, excluded }) => ({
      ...{ ending, closes: on, published, answers: size, excluded },
    })),
  }
}

function figures({ verdict, stands, ...more }: Omit<Published, 'code' | 'name'>) {
  return { ...measured(more), verdict, ...(stands && { stands }) }
}

function measured({ valid, rate, interval }: Pick<Published, 'valid' | 'rate' | 'interval'>) {
  return { valid, rate: shares(rate), interval: interval?.map(digits) ?? null }
}

function shares(span: Span | null) {
  return span && { least: digits(span.least), most: digits(span.most) }
}

/** Four digits behind the point. */
function digits(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000
}

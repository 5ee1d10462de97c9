import { channels } from './answer.ts'
import { areTooMany } from './folding.ts'
import { groupsOf } from './grouping.ts'
import { validOf } from './rates.ts'
import type { Round, RoundUnit } from './round.ts'
import { answersByChannel, type Counts, tallyOf } from './tally.ts'

/** How far a unit is on the way to its target sample. */
export interface Progress {
  readonly unit: RoundUnit
  /** Valid answers to the overall question. */
  readonly valid: number
  /** Answers by channel, in the order of `channels`, those that are not valid among them. */
  readonly byChannel: readonly number[]
  /** Valid answers up to the target; 0 once it is reached. */
  readonly missing: number
}

/** The progress of some units, those that lack most first. */
export function progressOf(
  { form, standard }: Round,
  units: readonly RoundUnit[],
  counts: Counts,
): readonly Progress[] {
  return units
    .map(unit => {
      const valid = validOf(tallyOf(counts, unit.code, form.overall))
      const byChannel = channels.map(channel => answersByChannel(counts, unit.code, channel))
      return { unit, valid, byChannel, missing: Math.max(0, standard.sample - valid) }
    })
    .sort((a, b) => b.missing - a.missing || (a.unit.code < b.unit.code ? -1 : 1))
}

/** How far the units of a subdistrict are together. */
export interface SubdistrictProgress extends Omit<Progress, 'unit'> {
  readonly code: string
  readonly name: string
  readonly units: number
  /** Units that have their target sample. */
  readonly reached: number
}

/** What a board of progress shows. */
export interface ProgressShown {
  /** Of all units together. */
  readonly total: Pick<SubdistrictProgress, 'units' | 'reached' | 'valid'>
  /** Instead of their units where these are very many. */
  readonly subdistricts: readonly SubdistrictProgress[]
  readonly units: readonly Progress[]
}

/** Very many units are shown by subdistrict, those first whose units lack most; units in none stand by themselves. */
export function progressShown(round: Round, units: readonly RoundUnit[], counts: Counts): ProgressShown {
  const progress = progressOf(round, units, counts)
  const groups = groupsOf(progress).flatMap(own => {
    const subdistrict = own[0]?.unit.subdistrict
    return subdistrict ? [{ ...subdistrict, own }] : []
  })
  const { reached, valid } = summed(progress)
  const total = { units: units.length, reached, valid }
  if (!areTooMany(units.length, groups.length)) return { total, subdistricts: [], units: progress }
  const subdistricts = groups.map(({ own, ...of }) => ({ ...of, units: own.length, ...summed(own) }))
  return {
    total,
    subdistricts: subdistricts.sort((a, b) => b.missing - a.missing || (a.code < b.code ? -1 : 1)),
    units: progress.filter(({ unit }) => unit.subdistrict === null),
  }
}

function summed(all: readonly Progress[]) {
  return {
    valid: all.reduce((sum, one) => sum + one.valid, 0),
    missing: all.reduce((sum, one) => sum + one.missing, 0),
    reached: all.filter(({ missing }) => missing === 0).length,
    byChannel: channels.map((_, at) => all.reduce((sum, one) => sum + (one.byChannel[at] ?? 0), 0)),
  }
}

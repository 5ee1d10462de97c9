import type { PlainDate } from '../shared/time.ts'
import type { Figures, Results } from './figures.ts'
import { type Round, stateOn } from './round.ts'

/** A round as scripts are told of it: without the form's definition. */
export function roundJson(round: Round) {
  const { form, units, ...rest } = round
  const { name, version, title, overall } = form
  return { ...rest, form: name, version, title, overall, units: units.length }
}

/** Each unit's link, as posters carry it. */
export function linksJson(round: Round, publicUrl: string) {
  return round.units.map(({ code, name, link }) => ({ code, name, url: `${publicUrl}/s/${link}` }))
}

/**
 * The results of the overall question. Shares are numbers from 0 to 1, the index 0 to 100. How many answers are still
 * needed is null once the round is closed.
 */
export function resultsJson(round: Round, results: Results, today: PlainDate) {
  const isRunning = stateOn(round, today) !== 'closed'
  const figuresJson = (figures: Figures) => ({
    ...toldOf(figures),
    answersNeeded: isRunning ? figures.answersNeeded : null,
  })
  return {
    round: roundJson(round),
    units: results.units.map(({ code, name, ...figures }) => ({ code, name, ...figuresJson(figures) })),
    subdistricts: results.subdistricts.map(({ code, name, ...figures }) => ({
      code,
      name,
      ...figuresJson(figures),
      weighted: figures.weighted,
    })),
    total: { ...figuresJson(results.total), weighted: results.total.weighted },
  }
}

function toldOf({ valid, dontKnow, levels, strict, broad, index, interval, verdict }: Figures) {
  return { valid, dontKnow, levels, strict, broad, index, interval, verdict }
}

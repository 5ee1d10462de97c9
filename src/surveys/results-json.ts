import type { Figures, Results } from './figures.ts'
import type { Round } from './round.ts'

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

/** The results of the overall question. Shares are numbers from 0 to 1, the index 0 to 100. */
export function resultsJson(round: Round, results: Results) {
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

function figuresJson(figures: Figures) {
  const { valid, dontKnow, levels, strict, broad, index, interval, verdict, answersNeeded } = figures
  return { valid, dontKnow, levels, strict, broad, index, interval, verdict, answersNeeded }
}

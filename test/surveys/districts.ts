import type { Levels } from '../../src/surveys/rates.ts'
import type { RoundUnit } from '../../src/surveys/round.ts'
import { tell } from '../../src/surveys/telling.ts'
import { round, standard } from './world.ts'

/** Small enough to try every district there can be: cells of 0 and 1 are hidden, and units with less than 4 answers. */
export const [smallCell, minimum] = [2, 4]
const measured = { ...round(), standard: { ...standard, target: 0.7, smallCell, minimum } }

/** All that a hidden cell may hold. */
export const below = Array.from({ length: smallCell }, (_, count) => count)

/** What a unit was answered, level by level, the best first. */
export type District = readonly Levels[]

export const validOf = (levels: Levels) => levels.reduce((sum, count) => sum + count, 0)
export const othersOf = ([, , , l2, l1]: Levels) => l2 + l1

/** The answers of such units; each has `outside` answers that are not valid, or the first ones as many as are listed. */
export function counter(subdistricts: readonly (string | null)[]) {
  const units = subdistricts.map((code, at): RoundUnit => {
    const subdistrict = code === null ? null : { code, name: code }
    return { code: `${at}`, name: `${at}`, level: 'community', subdistrict, link: `${at}` }
  })
  const asked = { ...measured, units }
  return (district: District, outside: number | readonly number[] = 0) => {
    const counted = new Map<string, number>()
    for (const [at, levels] of district.entries()) {
      const left = typeof outside === 'number' ? outside : (outside[at] ?? 0)
      for (const [place, count] of levels.entries()) counted.set(`${at}|overall|${5 - place}`, count)
      counted.set(`${at}|overall|dontknow`, left)
      counted.set(`${at}|#`, validOf(levels) + left)
    }
    return { asked, counts: { counted, all: counted } }
  }
}

/** What is told of such units. */
export function teller(subdistricts: readonly (string | null)[]) {
  const counted = counter(subdistricts)
  return (district: District, outside = 0) => {
    const { asked, counts } = counted(district, outside)
    return { asked, one: tell(asked, counts) }
  }
}

/** Every choice of one from each. */
export function* every(choices: readonly (readonly Levels[])[], chosen: District = []): Generator<District> {
  const next = choices[chosen.length]
  if (!next) yield chosen
  else for (const one of next) yield* every(choices, [...chosen, one])
}

/** All that so many valid answers can say. */
export const contents = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap(valid =>
    Array.from({ length: valid + 1 }, (_, others): Levels => [valid - others, 0, 0, others, 0]),
  )

export const fewOthers = (levels: Levels) => othersOf(levels) < smallCell

/** Units by what their own lines tell: all contents that are told alike. */
export const kinds = {
  below: contents(0, minimum - 1),
  'few dissatisfied': contents(4, 4).filter(fewOthers),
  'few satisfied': contents(4, 4).filter(levels => othersOf(levels) > 4 - smallCell),
  'nobody hidden': contents(5, 5).filter(levels => othersOf(levels) === 2),
}
export type Kind = keyof typeof kinds

import type { Buttons } from '../shared/bot/keyboard.ts'
import { percent } from '../shared/percent.ts'
import type { Say } from '../shared/words.ts'
import { lackText } from './figures-text.ts'
import { type GapPiece, gapPieces, type PartTitle } from './gap-text.ts'
import type { Summary } from './summary.ts'
import type { Target } from './target.ts'
import { words } from './words.ts'

/** A unit that is named with a target, and what it lacks. */
interface Nearest {
  readonly code: string
  readonly name: string
  readonly pieces: readonly GapPiece[]
}

/** Of units that lack something; the tables have them all. */
const mostNamed = 10

/** The units nearest to a target that is not reached, each with what it lacks. */
export function nearestOf(target: Target, partTitle: PartTitle, t: Say): readonly Nearest[] {
  if (target.status === 'met' || target.status === 'noData') return []
  switch (target.key) {
    case 'qualifiedOrBetter':
      return target.nearest.map(community => {
        const { code, name, projected } = community
        // The gap of those whose scores suffice is the one to 一流, which is not asked here.
        const enough = projected === 'qualified' || projected === 'firstClass'
        const pieces = enough ? [{ text: t(words.onlyFinal) }] : gapPieces(community, partTitle, t)
        return { code, name, pieces }
      })
    case 'firstClass':
      return target.nearest.map(community => ({
        code: community.code,
        name: community.name,
        pieces: gapPieces(community, partTitle, t),
      }))
    case 'satisfaction':
      return target.nearest.map(({ code, name, rate }) => ({
        code,
        name,
        pieces: [{ text: percent(rate, target.target) }],
      }))
    case 'guarantees':
    case 'lagging':
    case 'highlights':
      return target.nearest.slice(0, mostNamed).map(({ code, name, lacks }) => ({
        code,
        name,
        pieces: lacks.map(lack => ({ text: t(lackText(lack)) })),
      }))
    case 'meetings':
      return []
  }
}

/** Such a unit as one line. */
export function nearestText({ name, pieces }: Nearest, t: Say): string {
  return `${name} ${pieces.map(({ text }) => text).join(t(words.listSeparator))}`.trim()
}

/** Where what a unit lacks is put right: its rating, its registers, or its help. */
export function nearestPath(target: Target, code: string, cycle: string | undefined, year: string) {
  switch (target.key) {
    case 'qualifiedOrBetter':
    case 'firstClass':
      return cycle ? `/ratings/${cycle}/${code}` : undefined
    case 'guarantees':
      return `/registers/${year}/${code}`
    case 'lagging':
      return '/standings/lagging'
    case 'highlights':
      return '/standings/highlights'
    case 'satisfaction':
    case 'meetings':
      return undefined
  }
}

/** More would bury the message. */
const mostWays = 3

/** The way to the rating of the own association, or of those nearest to a grade, at the gate that holds them back. */
export function waysToNearest(summary: Summary, t: Say): Buttons {
  const { communities, targets, partTitle, ratingUrl } = summary
  const [only] = communities
  const near =
    communities.length === 1 && only?.gap
      ? [{ code: only.code, name: only.name, pieces: gapPieces(only, partTitle, t) }]
      : targets
          .filter(({ key }) => key === 'qualifiedOrBetter' || key === 'firstClass')
          .flatMap(target => nearestOf(target, partTitle, t).slice(0, mostWays))
  const once = [...new Map(near.map(each => [each.code, each])).values()].slice(0, mostWays)
  return once.flatMap(({ code, name, pieces }) => {
    const url = ratingUrl(code)
    const part = pieces.find(each => each.part !== undefined)?.part
    return url ? [[{ label: name, url: part ? `${url}#${part}` : url, signedIn: true }]] : []
  })
}

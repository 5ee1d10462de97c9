import { summaryReader } from './read-summary.ts'
import { type Measure, measures } from './registers/standards.ts'
import type { Kit } from './shared/kit.ts'
import type { Reached } from './standings/advanced.ts'
import type { StandingsParts } from './standings/scene.ts'

/** What the summary says each subdistrict has reached, by measure. */
export function standingsParts(kit: Kit): StandingsParts {
  const read = summaryReader(kit)
  return {
    async reached(year) {
      const { subdistricts } = await read(undefined, undefined, year)
      return new Map(subdistricts.map(({ code, targets }) => [code, sharesOf(targets)]))
    },
  }
}

function sharesOf(targets: readonly { readonly key: Measure; readonly value: number | null }[]): Reached {
  return Object.fromEntries(
    measures.map(measure => [measure, targets.find(({ key }) => key === measure)?.value ?? null]),
  )
}

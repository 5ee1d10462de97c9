import type { BulletinParts } from './bulletins/issuing.ts'
import { workdaysOf } from './rating-parts.ts'
import { summaryReader } from './read-summary.ts'
import type { Kit } from './shared/kit.ts'
import { dateOf } from './shared/time.ts'
import { standing } from './standings/highlight.ts'
import { highlights } from './standings/store.ts'
import { readTree } from './units/store.ts'

/** What the other rooms tell the bulletins. */
export function bulletinParts(kit: Kit): BulletinParts {
  const { store, zone } = kit
  return {
    summary: summaryReader(kit),
    workdays: workdaysOf(kit),
    highlights: async ({ from, to }) => {
      const tree = await readTree(store)
      return standing(await store.all(highlights))
        .filter(({ entered }) => from <= dateOf(entered.at, zone) && dateOf(entered.at, zone) <= to)
        .map(({ unit, theme, text }) => ({ unit: tree.find(unit)?.name ?? unit, title: `${theme}：${text}` }))
    },
  }
}

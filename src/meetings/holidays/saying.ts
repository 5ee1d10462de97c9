import type { Say, Text } from '../../shared/words.ts'
import type { HolidayImport, ImportedYear } from './importing.ts'
import { words } from './words.ts'

function outcomeName(outcome: ImportedYear['outcome']): Text {
  switch (outcome) {
    case 'new':
      return words.isNew
    case 'replaced':
      return words.isReplaced
    case 'kept':
      return words.isKept
  }
}

/** What a file holds, a line a year, and how many meetings it puts onto another day. */
export function importLines({ years, shifted }: HolidayImport, dryRun: boolean, t: Say): readonly string[] {
  return [
    ...years.map(each => `${t(words.yearLine, { ...each })} · ${t(outcomeName(each.outcome))}`),
    t(dryRun ? words.wouldShift : words.shiftedCount, { n: shifted }),
  ]
}

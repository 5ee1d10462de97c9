import { z } from 'zod'
import type { CliRoom } from '../../shared/cli.ts'
import type { Kit } from '../../shared/kit.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { speaker } from '../../shared/words.ts'
import { loadHolidays } from '../holiday-data.ts'
import { readHolidays } from './calendar.ts'
import { importHolidays, removeHolidays } from './importing.ts'
import { importLines } from './saying.ts'
import { holidayYears } from './store.ts'
import { words } from './words.ts'

export function holidaysCli(cli: CliRoom, kit: Kit): void {
  const t = speaker(cli.lang)

  cli.command({
    name: 'meetings holidays import <file>',
    about: 'import the holidays of a new year from CSV, XLSX or ICS',
    options: [
      ['--dry-run', 'check the file, count the meetings that would shift, and change nothing'],
      ['--replace', 'let the file count also for years that are known already'],
    ],
    input: z.object({
      file: z.string(),
      dryRun: z.boolean().default(false),
      replace: z.boolean().default(false),
    }),
    async run({ file, dryRun, replace }) {
      const bytes = await cli.readFile(file)
      const done = await importHolidays(kit, loadHolidays(), { bytes, dryRun, replace })
      if (isRefusal(done)) return done
      return { json: { dryRun, ...done }, text: importLines(done, dryRun, t).join('\n') }
    },
  })

  cli.command({
    name: 'meetings holidays list',
    about: 'list the years whose holidays are known',
    input: z.object({}),
    async run() {
      const imported = new Set((await kit.store.all(holidayYears)).map(({ id }) => Number(id)))
      const { district } = await readHolidays(kit.store, loadHolidays())
      const rows = [...district.years].sort().map(year => {
        const of = (days: ReadonlyMap<string, unknown>) =>
          [...days.keys()].filter(date => date.startsWith(String(year))).length
        const source = imported.has(year) ? 'import' : 'package'
        return { year, source, off: of(district.holidays), work: of(district.makeUpDays) }
      })
      return {
        json: rows,
        text: rows
          .map(row =>
            t(words.list, { ...row, source: row.source === 'import' ? words.fromImport : words.fromPackage }),
          )
          .join('\n'),
      }
    },
  })

  cli.command({
    name: 'meetings holidays remove <year>',
    about: 'take back the import of a year',
    input: z.object({ year: z.string() }),
    async run({ year }) {
      const removed = await removeHolidays(kit, loadHolidays(), year)
      if (isRefusal(removed)) return removed
      const lines = [t(words.removed, { year }), t(words.shiftedCount, { n: removed.shifted })]
      return { json: { year, ...removed }, text: lines.join('\n') }
    },
  })
}

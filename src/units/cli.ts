import { z } from 'zod'
import type { CliRoom } from '../shared/cli.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { speaker } from '../shared/words.ts'
import { faultLines, planText } from './plan-text.ts'
import { no } from './refusals.ts'
import { importUnits, planUnits } from './register.ts'
import { units } from './store.ts'
import { words } from './words.ts'

export function unitsCli(cli: CliRoom, { store }: Kit): void {
  const t = speaker(cli.lang)

  cli.command({
    name: 'units import <file>',
    about: 'import units from CSV or XLSX',
    options: [['--dry-run', 'check the file and change nothing']],
    input: z.object({ file: z.string(), dryRun: z.boolean().default(false) }),
    async run({ file, dryRun }) {
      const bytes = await cli.readFile(file)
      const plan = dryRun ? await planUnits(store, bytes) : await importUnits(store, 'cli', bytes)
      if (isRefusal(plan)) return plan
      if (plan.faults.length > 0) {
        return no.faultyFile({ count: plan.faults.length, faults: faultLines(plan, t).join('\n') })
      }
      const { added, updated, unchanged, kept } = plan
      return {
        json: { dryRun, added: added.length, updated: updated.length, unchanged: unchanged.length, kept },
        text: planText(plan, t),
      }
    },
  })

  cli.command({
    name: 'units list',
    about: 'list all units',
    input: z.object({}),
    async run() {
      const all = await store.all(units)
      return {
        json: all.map(({ id, ...unit }) => ({ code: id, ...unit })),
        text: all.map(unit => [unit.id, t(words[unit.level]), unit.name].join('\t')).join('\n'),
      }
    },
  })
}

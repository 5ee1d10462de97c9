import { z } from 'zod'
import type { CliRoom } from '../cli.ts'
import { speaker } from '../words.ts'
import type { Report } from './json/verify.ts'
import { no } from './refusals.ts'
import { words } from './words.ts'

/** `verify` reads the data folder from one end to the other and changes nothing. */
export function storeCli(cli: CliRoom, verify: () => Promise<Report>): void {
  const t = speaker(cli.lang)

  cli.command({
    name: 'store verify',
    about: 'read everything that is kept and tell what is wrong',
    input: z.object({}),
    async run() {
      const report = await verify()
      if (!report.ok) return no.faultyStore({ count: report.faults.length, faults: report.faults.join('\n') })
      const records = sum(Object.values(report.records))
      const facts = sum(Object.values(report.facts).flatMap(streams => Object.values(streams)))
      const text = [t(words.verified, { commands: report.commands, records, facts }), ...report.notes]
      return { json: report, text: text.join('\n') }
    },
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

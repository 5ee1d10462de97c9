import { z } from 'zod'
import type { CliRoom } from '../shared/cli.ts'
import { speaker } from '../shared/words.ts'
import { summaryJson } from './json.ts'
import type { ReadSummary } from './summary.ts'
import { summaryText } from './text.ts'

export function summaryCli(cli: CliRoom, read: ReadSummary): void {
  cli.command({
    name: 'summary',
    about: 'the district’s targets: reached, missing, nearest',
    input: z.object({}),
    async run() {
      const summary = await read()
      return { json: summaryJson(summary), text: summaryText(summary, speaker(cli.lang)) }
    },
  })
}

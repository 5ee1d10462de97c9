#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { collections, factLogs } from './collections.ts'
import { runCommand, runStoreCommand } from './commands.ts'
import { openKit } from './kit.ts'
import { openLog } from './log.ts'
import { readSettings, WrongSettings } from './settings.ts'
import type { Outcome } from './shared/cli.ts'
import { askOwner } from './shared/store/json/owner.ts'
import { verifyFolder } from './shared/store/json/verify.ts'

/** What a command asks a running server; its answer is an `Outcome`. */
const outcomeSchema = z.object({
  out: z.string(),
  err: z.string(),
  code: z.union([z.literal(0), z.literal(1), z.literal(2)]),
})

async function run(argv: readonly string[]): Promise<Outcome> {
  const settings = readSettings()
  const read = (path: string) => readFile(resolve(path))
  const verify = () => verifyFolder(settings.folder, collections, factLogs)
  const call = { argv, lang: settings.lang, readFile: read, verify }
  if (argv[0] === 'store') return runStoreCommand(call)
  const answer = await askOwner(settings.folder, { argv, cwd: process.cwd(), lang: settings.lang })
  if (answer !== undefined) return outcomeSchema.parse(answer)
  const log = openLog(settings.logLevel === 'info' ? 'warn' : settings.logLevel, process.stderr)
  const { kit, close } = await openKit(settings, log)
  try {
    return await runCommand(kit, call)
  } finally {
    await close()
  }
}

try {
  const { out, err, code } = await run(process.argv.slice(2))
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = code
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof WrongSettings ? 2 : 1
}

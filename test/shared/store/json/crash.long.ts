import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openTestStore, testFolder } from '../../../helpers/store.ts'
import { answers, associations, visits } from '../contract.ts'

/** Lets a child write into a folder until it has acknowledged something, then kills it a moment later. */
async function writeUntilKilled(folder: string, first: number, afterMs: number): Promise<string[]> {
  const args = ['--import', 'tsx', join(import.meta.dirname, 'crash-child.ts'), folder, String(first)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', line => acknowledged.push(line))
  await once(lines, 'line')
  await setTimeout(afterMs)
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')])
  child.kill('SIGKILL')
  await ended
  return acknowledged
}

test('what was acknowledged is there after kill -9, and commands are whole or absent', async () => {
  const folder = await testFolder()
  const told = new Set<string>()
  for (const [round, afterMs] of [3, 31, 77, 150].entries()) {
    for (const line of await writeUntilKilled(folder, round * 1_000_000, afterMs)) told.add(line)
    const store = await openTestStore({ folder, collections: [associations, visits], factLogs: [answers] })
    const kept = (await store.all(associations)).map(({ id }) => id)
    expect((await store.all(visits)).map(({ id }) => id)).toEqual(kept)
    const facts: string[] = []
    for await (const { id } of store.facts(answers, 'round-1')) facts.push(id)
    expect((await store.counts(answers, 'round-1')).get('all') ?? 0).toBe(facts.length)
    const found = new Set([...kept.map(id => `command ${id}`), ...facts.map(id => `fact ${id}`)])
    expect([...told].filter(line => !found.has(line))).toEqual([])
    await store.close()
  }
  expect(told.size).toBeGreaterThan(40)
}, 60_000)

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { Low } from 'lowdb'
import { z } from 'zod'
import type { AnyCollection, Doc } from '../declare.ts'
import { UnreadableStore } from '../errors.ts'
import { ifMissing, replaceFile } from './disk.ts'
import { recordFromDisk } from './records.ts'
import { Table } from './table.ts'

/** How long the records are turned into text before others get their turn. */
const sliceMs = 2

const snapshotSchema = z.object({
  version: z.int().positive(),
  /** The last command whose effects are all in this file. */
  covers: z.int().nonnegative(),
  records: z.array(z.unknown()),
})
type Snapshot = z.infer<typeof snapshotSchema>

/** Which files make up the store: a file that is missing, or older than this says, is noticed at the start. */
const manifestSchema = z.object({
  format: z.literal(1),
  covers: z.int().nonnegative(),
  collections: z.record(z.string(), z.int().nonnegative()),
})
export type Manifest = z.infer<typeof manifestSchema>

const fileOf = (folder: string, name: string) => join(folder, `${name}.json`)
const manifestFile = (folder: string) => fileOf(folder, 'store')

/** A collection's file as lowdb reads and writes it: checked on reading, whole and on disk after writing. */
function snapshotFile(path: string): Low<Snapshot> {
  const read = async () => readJson(path, snapshotSchema)
  const write = (snapshot: Snapshot) => replaceFile(path, textOf(snapshot))
  return new Low<Snapshot>(
    { read: async () => (await read()) ?? null, write },
    { version: 1, covers: 0, records: [] },
  )
}

export async function readManifest(folder: string): Promise<Manifest> {
  return (await readJson(manifestFile(folder), manifestSchema)) ?? { format: 1, covers: 0, collections: {} }
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await replaceFile(manifestFile(folder), pieces([`${JSON.stringify(manifest, null, 2)}\n`]))
}

/** A collection as its file has it. `stale` tells that the file is of an older version. Throws `UnreadableStore`. */
export async function readSnapshot(
  folder: string,
  declared: AnyCollection,
  manifest: Manifest,
): Promise<{ table: Table; covers: number; stale: boolean }> {
  const path = fileOf(folder, declared.name)
  const file = snapshotFile(path)
  file.data.covers = -1
  await file.read()
  const { version, covers, records } = file.data
  const expected = manifest.collections[declared.name]
  if (expected !== undefined && covers < expected) {
    throw new UnreadableStore(
      `${path} is ${covers < 0 ? 'missing' : 'older than the store says'}. Restore it from a backup, or delete store.json beside it to have it made anew from the journal.`,
    )
  }
  const table = new Table(declared)
  for (const record of records) {
    const doc = recordFromDisk(declared, version, record, path)
    if (table.get(doc.id)) throw new UnreadableStore(`${path} holds ${doc.id} twice`)
    table.put(doc)
  }
  return { table, covers: Math.max(covers, 0), stale: covers >= 0 && version < declared.version }
}

/** Writes a collection's records as they were after the command `covers`, in slices. */
export async function writeSnapshot(
  folder: string,
  declared: AnyCollection,
  records: readonly Doc[],
  covers: number,
): Promise<void> {
  const file = snapshotFile(fileOf(folder, declared.name))
  file.data = { version: declared.version, covers, records: [...records] }
  await file.write()
}

/** Indented by hand around the records, so that no more than a few milliseconds of them are made into text at once. */
async function* textOf({ version, covers, records }: Snapshot): AsyncGenerator<string> {
  let text = `{\n  "version": ${version},\n  "covers": ${covers},\n  "records": [`
  let began = performance.now()
  for (const [index, record] of records.entries()) {
    text += `${index === 0 ? '' : ','}\n${indented(record)}`
    if (performance.now() - began < sliceMs) continue
    yield text
    await setImmediate()
    text = ''
    began = performance.now()
  }
  yield `${text}${records.length === 0 ? '' : '\n  '}]\n}\n`
}

const indented = (record: unknown) => JSON.stringify(record, null, 2).replace(/^/gm, '    ')

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(ifMissing)
  if (text === undefined) return undefined
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new UnreadableStore(`${path} is not a file of this store. Restore it from a backup.`, { cause })
  }
}

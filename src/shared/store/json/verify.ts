import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnyCollection, AnyFactLog } from '../declare.ts'
import { everySegment } from './history.ts'
import type { Entry } from './journal.ts'
import { unknownCollection } from './load.ts'
import { recordFromDisk } from './records.ts'
import { scan } from './scan.ts'
import { type Manifest, readManifest, readSnapshot } from './snapshots.ts'
import { Table } from './table.ts'
import { type Findings, verifyStreams, wordsOf } from './verify-facts.ts'

/** What was found in a folder, whether a server runs on it or not; nothing in it is changed. */
export interface Report {
  readonly ok: boolean
  /** Everything that is wrong, a sentence each. */
  readonly faults: readonly string[]
  /** What is in order but worth knowing, such as an unfinished line at the end of a file. */
  readonly notes: readonly string[]
  readonly commands: number
  /** Records by collection. */
  readonly records: Readonly<Record<string, number>>
  /** Facts by log and stream. */
  readonly facts: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** A running server may put snapshots and archive in place while they are read; then all is read again. */
const tries = 3

/**
 * Reads a whole folder: every checksum, every record and fact through its schema, the journal's sequence from the first
 * command on, the records rebuilt from the journal against those in the files, ids and counters of the facts.
 */
export async function verifyFolder(
  folder: string,
  collections: readonly AnyCollection[],
  factLogs: readonly AnyFactLog[],
): Promise<Report> {
  for (let left = tries; ; left -= 1) {
    const before = await manifestOf(folder)
    const report = await verifyOnce(folder, collections, factLogs)
    const after = await manifestOf(folder)
    if (report.ok || left === 1 || before === after) return report
  }
}

async function verifyOnce(
  folder: string,
  collections: readonly AnyCollection[],
  factLogs: readonly AnyFactLog[],
): Promise<Report> {
  const found: Findings = { faults: [], notes: [] }
  if (!(await stat(join(folder, 'journal')).catch(() => undefined)))
    found.faults.push(`${folder} holds no store`)
  const tables = await snapshotsOf(folder, collections, found)
  const commands = found.faults.length > 0 ? 0 : await verifyJournal(folder, tables, found)
  const facts: Record<string, Record<string, number>> = {}
  for (const log of factLogs) facts[log.name] = await verifyStreams(folder, log, found)
  const records = Object.fromEntries([...tables.values()].map(({ kept }) => [kept.declared.name, kept.size]))
  return { ok: found.faults.length === 0, ...found, commands, records, facts }
}

/** A collection as its file and the rest of the journal have it, and as the whole journal makes it. */
interface Twice {
  readonly kept: Table
  readonly covers: number
  readonly rebuilt: Table
}

async function snapshotsOf(
  folder: string,
  collections: readonly AnyCollection[],
  { faults }: Findings,
): Promise<Map<string, Twice>> {
  const tables = new Map<string, Twice>()
  const manifest = await readManifest(folder).catch((error: Error) => {
    faults.push(error.message)
    return { format: 1, covers: 0, collections: {} } satisfies Manifest
  })
  for (const name of Object.keys(manifest.collections)) {
    const known = collections.some(declared => declared.name === name)
    if (!known) faults.push(unknownCollection(folder, name).message)
  }
  for (const declared of collections) {
    try {
      const { table, covers } = await readSnapshot(folder, declared, manifest)
      tables.set(declared.name, { kept: table, covers, rebuilt: new Table(declared) })
    } catch (error) {
      faults.push(wordsOf(error))
    }
  }
  return tables
}

/** Reads every command from the first on, and compares what they make with what is kept. Gives their number. */
async function verifyJournal(
  folder: string,
  tables: ReadonlyMap<string, Twice>,
  { faults, notes }: Findings,
): Promise<number> {
  let seq = 0
  const paths = await everySegment(folder)
  try {
    for (const path of paths) {
      const { torn } = await scan(path, line => {
        const entry = line as unknown as Entry
        if (entry.seq !== seq + 1)
          faults.push(`${path}: the commands ${seq + 1} to ${entry.seq - 1} are missing`)
        seq = entry.seq
        for (const change of entry.changes) apply(tables, entry, change, path)
      })
      if (torn > 0 && path === paths.at(-1)) notes.push(`${path} ends with ${torn} unfinished bytes`)
      else if (torn > 0) faults.push(`${path} ends in a broken line, yet another file follows`)
    }
  } catch (error) {
    return faults.push(wordsOf(error)) && seq
  }
  if (faults.length === 0) for (const twice of tables.values()) faults.push(...differences(folder, twice))
  return seq
}

function apply(
  tables: ReadonlyMap<string, Twice>,
  { seq }: Entry,
  change: Entry['changes'][number],
  path: string,
): void {
  const twice = tables.get(change.in)
  if (!twice) throw unknownCollection(path, change.in)
  const { kept, rebuilt, covers } = twice
  const doc = change.doc === null ? null : recordFromDisk(kept.declared, change.v, change.doc, path)
  for (const table of seq > covers ? [kept, rebuilt] : [rebuilt]) {
    if (doc) table.put(doc)
    else table.drop(change.id)
  }
}

function differences(folder: string, { kept, rebuilt }: Twice): string[] {
  const { name } = kept.declared
  const double = kept.doubleKey()
  const ids = new Set([...kept.values(), ...rebuilt.values()].map(({ id }) => id))
  const differing = [...ids].filter(id => JSON.stringify(kept.get(id)) !== JSON.stringify(rebuilt.get(id)))
  return [
    ...(double ? [`${folder}: two records of ${name} have the ${double.query} ${double.key}`] : []),
    ...differing.map(id => `${folder}: ${name} ${id} is not as the journal has it`),
  ]
}

async function manifestOf(folder: string): Promise<string> {
  return JSON.stringify(await readManifest(folder).catch(() => null))
}

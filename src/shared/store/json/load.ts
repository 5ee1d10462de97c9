import type { Logger } from 'pino'
import type { AnyCollection } from '../declare.ts'
import { UnreadableStore } from '../errors.ts'
import { type Entry, type Journal, openJournal } from './journal.ts'
import type { Appending } from './line-file.ts'
import { recordFromDisk } from './records.ts'
import { type Manifest, readManifest, readSnapshot } from './snapshots.ts'
import type { Table } from './table.ts'

export interface Loaded {
  readonly tables: ReadonlyMap<string, Table>
  /** The last command that each collection's file covers; -1 for a file to be written anew in any case. */
  readonly covered: ReadonlyMap<Table, number>
  readonly journal: Journal
}

/** Snapshots, then the commands that they do not cover. Throws `UnreadableStore`. */
export async function load(
  folder: string,
  collections: readonly AnyCollection[],
  means: Appending,
  log: Pick<Logger, 'warn'>,
): Promise<Loaded> {
  const manifest = await readManifest(folder)
  refuseUnknown(folder, collections, manifest)
  const tables = new Map<string, Table>()
  const inFile = new Map<Table, number>()
  const outdated = new Set<Table>()
  for (const declared of collections) {
    const { table, covers, stale } = await readSnapshot(folder, declared, manifest)
    table.seq = covers
    tables.set(declared.name, table)
    inFile.set(table, covers)
    if (stale) outdated.add(table)
  }
  const journal = await openJournal(folder, manifest.covers, means, log, (entry, where) =>
    replay(tables, inFile, entry, where),
  )
  for (const table of tables.values()) refuseDoubles(folder, table)
  const covered = new Map([...inFile].map(([table, covers]) => [table, outdated.has(table) ? -1 : covers]))
  return { tables, covered, journal }
}

function replay(
  tables: ReadonlyMap<string, Table>,
  covered: ReadonlyMap<Table, number>,
  { seq, changes }: Entry,
  where: string,
): void {
  for (const change of changes) {
    const table = tables.get(change.in)
    if (!table) throw unknownCollection(where, change.in)
    if (seq <= (covered.get(table) ?? 0)) continue
    if (change.doc === null) table.drop(change.id)
    else table.put(recordFromDisk(table.declared, change.v, change.doc, where))
    table.seq = seq
  }
}

function refuseUnknown(folder: string, collections: readonly AnyCollection[], manifest: Manifest): void {
  const known = new Set(collections.map(({ name }) => name))
  const unknown = Object.keys(manifest.collections).find(name => !known.has(name))
  if (unknown !== undefined) throw unknownCollection(folder, unknown)
}

export function unknownCollection(where: string, name: string): UnreadableStore {
  return new UnreadableStore(`${where} holds the collection ${name}, which this program does not know`)
}

function refuseDoubles(folder: string, table: Table): void {
  const double = table.doubleKey()
  if (!double) return
  throw new UnreadableStore(
    `${folder}: two records of ${table.declared.name} have the ${double.query} ${double.key}, which only one may have`,
  )
}

import { join } from 'node:path'
import type { AnyCollection, Doc } from '../declare.ts'
import type { Change } from '../port.ts'
import { archiveFolder, type Entry, journalFolder, segmentsIn } from './journal.ts'
import { recordFromDisk } from './records.ts'
import { linesOf } from './scan.ts'
import { unsealed } from './sealed.ts'

/** Every change of one record, oldest first, from the archived journal and from the present one. */
export async function historyOf(folder: string, of: AnyCollection, id: string): Promise<Change<Doc>[]> {
  for (;;) {
    const paths = await everySegment(folder)
    const changes = await changesOf(paths, of, id)
    // A file that went to the archive meanwhile was perhaps met in neither place.
    if ((await everySegment(folder)).join() === paths.join()) return changes
  }
}

async function changesOf(paths: readonly string[], of: AnyCollection, id: string): Promise<Change<Doc>[]> {
  const changes: Change<Doc>[] = []
  const quoted = Buffer.from(JSON.stringify(id))
  for (const path of paths) {
    for await (const lines of linesOf(path)) {
      for (const { bytes, ended } of lines) {
        // Most lines are about other records: only those that name the id are read.
        if (ended && bytes.includes(quoted)) changes.push(...changesIn(bytes, of, id, path))
      }
    }
  }
  return changes
}

function changesIn(bytes: Buffer, of: AnyCollection, id: string, path: string): Change<Doc>[] {
  const entry = unsealed(bytes) as unknown as Entry | undefined
  const mine = entry?.changes.filter(change => change.in === of.name && change.id === id) ?? []
  return mine.flatMap(({ v, doc }) =>
    entry ? { at: entry.at, by: entry.by, doc: doc === null ? null : recordFromDisk(of, v, doc, path) } : [],
  )
}

/** The archive's files and then the journal's: a file that is archived meanwhile is met once, in the archive. */
export async function everySegment(folder: string): Promise<string[]> {
  const present = await segmentsIn(journalFolder(folder))
  const archived = await segmentsIn(archiveFolder(folder))
  return [
    ...archived.map(name => join(archiveFolder(folder), name)),
    ...present.filter(name => !archived.includes(name)).map(name => join(journalFolder(folder), name)),
  ]
}

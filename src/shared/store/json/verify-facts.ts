import type { AnyFactLog } from '../declare.ts'
import { readCheckpoint } from './checkpoint.ts'
import { streamFile, streamsIn } from './facts.ts'
import { type LinkedLine, linkedFile, readSpent } from './linked.ts'
import { recordFromDisk } from './records.ts'
import { scan } from './scan.ts'
import { addCounts, type FactLine } from './stream.ts'

/** Where the parts of a verification put what they find. */
export interface Findings {
  readonly faults: string[]
  readonly notes: string[]
}

export const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Reads every fact of a log through its schema and counts them anew; gives the number of facts by stream. */
export async function verifyStreams(
  folder: string,
  log: AnyFactLog,
  found: Findings,
): Promise<Record<string, number>> {
  const facts: Record<string, number> = {}
  for (const stream of await streamsIn(folder, log.name)) {
    const path = streamFile(folder, log.name, stream)
    try {
      facts[stream] = await verifyStream(log, path, found)
    } catch (error) {
      found.faults.push(wordsOf(error))
    }
  }
  return facts
}

/** Facts that stand beside their tokens are read through too; those that were moved already stand in both files. */
async function verifyLinked(log: AnyFactLog, path: string, ids: Set<string>, notes: string[]): Promise<void> {
  await readSpent(path)
  const { torn } = await scan(linkedFile(path), line => {
    const { v, fact } = line as unknown as LinkedLine
    ids.add(recordFromDisk(log, v, fact, linkedFile(path)).id)
  })
  if (torn > 0) notes.push(`${linkedFile(path)} ends with ${torn} unfinished bytes`)
}

async function verifyStream(log: AnyFactLog, path: string, { faults, notes }: Findings): Promise<number> {
  const known = await readCheckpoint(log, path)
  const ids = new Set<string>()
  const counts = new Map<string, number>()
  const { torn } = await scan(path, (line, offset) => {
    const { v, fact } = line as unknown as FactLine
    const doc = recordFromDisk(log, v, fact, path)
    if (ids.has(doc.id)) faults.push(`${path} holds the fact ${doc.id} twice`)
    if (known && offset < known.covers && known.ids.get(doc.id) !== offset) {
      faults.push(`${path}.checkpoint has the fact ${doc.id} in another place. Delete it: it is made anew.`)
    }
    ids.add(doc.id)
    if (known && offset < known.covers) addCounts(counts, log.counts(doc as never))
  })
  await verifyLinked(log, path, ids, notes)
  if (torn > 0) notes.push(`${path} ends with ${torn} unfinished bytes`)
  const differs = known && [...known.counts].some(([name, count]) => counts.get(name) !== count)
  if (differs || (known && known.counts.size !== counts.size)) {
    faults.push(`${path}.checkpoint counts differently from the facts. Delete it: it is made anew.`)
  }
  return ids.size
}

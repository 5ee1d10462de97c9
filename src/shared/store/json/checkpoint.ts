import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { AnyFactLog, Doc } from '../declare.ts'
import { ifMissing, replaceFile } from './disk.ts'
import { IdIndex } from './id-index.ts'
import { upgraded } from './records.ts'
import { linesOf } from './scan.ts'
import { sealed, unsealed } from './sealed.ts'

/** Ids in one line of the file: a slice that takes less than a few milliseconds. */
const idsInLine = 4_096
/** Facts that are counted anew to see that the log still counts as it did. */
const samples = 64

/** What is known of a stream's first `covers` bytes without reading them again. */
export interface Known {
  readonly covers: number
  readonly ids: IdIndex
  readonly counts: Map<string, number>
}

interface Head {
  readonly covers: number
  readonly facts: number
  /** Of the log's version and of the text of its function `counts`. */
  readonly source: string
  readonly counts: readonly (readonly [string, number])[]
  readonly sample: readonly {
    readonly offset: number
    readonly id: string
    readonly counts: readonly string[]
  }[]
}

const fileOf = (path: string) => `${path}.checkpoint`

/** Writes down what is known of a stream, beside its file. It can be lost without harm: it only saves time. */
export async function writeCheckpoint(log: AnyFactLog, path: string, known: Known): Promise<void> {
  await replaceFile(fileOf(path), textOf(log, path, known))
}

async function* textOf(
  log: AnyFactLog,
  path: string,
  { covers, ids, counts }: Known,
): AsyncGenerator<string> {
  const every = Math.ceil(ids.size / samples)
  const head = { covers, source: sourceOf(log), counts: [...counts] }
  const offsets: number[] = []
  let facts = 0
  let line: [string, number][] = []
  for (const entry of ids.entries()) {
    // Facts that came meanwhile are left to the next checkpoint.
    if (entry[1] >= covers) continue
    if (facts % every === 0) offsets.push(entry[1])
    facts += 1
    line.push(entry)
    if (line.length < idsInLine) continue
    yield idsLine(line)
    line = []
  }
  yield idsLine(line)
  yield sealed(
    JSON.stringify({ ...head, facts, sample: await sampleOf(log, path, offsets) } satisfies Head),
    0,
  )
}

const idsLine = (line: readonly [string, number][]) =>
  sealed(JSON.stringify({ ids: line.map(([id]) => id), offsets: line.map(([, offset]) => offset) }), 0)

/**
 * What a checkpoint knows, or `undefined` when there is none that holds: it is damaged, of another file, or the
 * log has another version or counts differently now. Then the facts are read and counted from the first.
 */
export async function readCheckpoint(log: AnyFactLog, path: string): Promise<Known | undefined> {
  const ids = new IdIndex()
  let head: Head | undefined
  for await (const lines of linesOf(fileOf(path))) {
    for (const { bytes, ended } of lines) {
      const line = ended ? unsealed(bytes) : undefined
      if (!line || head) return undefined
      if ('covers' in line) head = line as unknown as Head
      else addAll(ids, line as unknown as { ids: readonly string[]; offsets: readonly number[] })
    }
  }
  if (head?.source !== sourceOf(log) || head.facts !== ids.size) return undefined
  const offsets = head.sample.map(({ offset }) => offset)
  const sample = await sampleOf(log, path, offsets).catch(() => undefined)
  if (!(await endsLine(path, head.covers))) return undefined
  if (JSON.stringify(sample) !== JSON.stringify(head.sample)) return undefined
  return { covers: head.covers, ids, counts: new Map(head.counts) }
}

function addAll(
  index: IdIndex,
  { ids, offsets }: { ids: readonly string[]; offsets: readonly number[] },
): void {
  for (const [at, id] of ids.entries()) index.add(id, offsets[at] ?? 0)
}

async function sampleOf(log: AnyFactLog, path: string, offsets: readonly number[]): Promise<Head['sample']> {
  const handle = await open(path, 'r').catch(ifMissing)
  if (!handle) return []
  try {
    const sample: Head['sample'][number][] = []
    for (const offset of offsets) {
      const { v, fact } = unsealed(await lineAt(handle, offset)) as unknown as { v: number; fact: unknown }
      const doc = upgraded(log, v, fact, path) as Doc
      sample.push({ offset, id: doc.id, counts: log.counts(doc as never) })
    }
    return sample
  } finally {
    await handle.close()
  }
}

/** Whether a line of the file ends before this byte: not so when it is shorter than it was. */
async function endsLine(path: string, end: number): Promise<boolean> {
  const handle = await open(path, 'r').catch(ifMissing)
  try {
    const read = await handle?.read(Buffer.alloc(1), 0, 1, end - 1)
    return read?.bytesRead === 1 && read.buffer[0] === 10
  } finally {
    await handle?.close()
  }
}

const sourceOf = (log: AnyFactLog) =>
  createHash('sha256').update(`${log.version} ${log.counts.toString()}`).digest('base64url')

/** The line that begins at a byte, without its line break. */
export async function lineAt(handle: FileHandle, offset: number): Promise<Buffer> {
  for (let length = 4096; ; length *= 4) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
    const end = buffer.subarray(0, bytesRead).indexOf(10)
    if (end >= 0 || bytesRead < length) return buffer.subarray(0, Math.max(end, 0))
  }
}

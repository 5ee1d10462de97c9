import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Logger } from 'pino'
import type { AnyFactLog, Doc } from '../declare.ts'
import type { Appended } from '../port.ts'
import { makeFolder } from './disk.ts'
import { type Appending, LineFile } from './line-file.ts'
import { recordFromDisk, recordToKeep, upgraded } from './records.ts'
import { cutTorn, damaged, linesOf, scan } from './scan.ts'
import { unsealed } from './sealed.ts'

interface FactLine {
  readonly v: number
  readonly fact: unknown
}

/** One stream of facts: its file, where in it each id stands, and the sums of its counters. */
export class Stream {
  readonly #log: AnyFactLog
  readonly #file: LineFile
  readonly #offsets: Map<string, number>
  readonly #counts: Map<string, number>
  readonly #arriving = new Map<string, Promise<Doc>>()

  constructor(log: AnyFactLog, file: LineFile, offsets: Map<string, number>, counts: Map<string, number>) {
    this.#log = log
    this.#file = file
    this.#offsets = offsets
    this.#counts = counts
  }

  get size(): number {
    return this.#offsets.size
  }

  async append(fact: Doc): Promise<Appended<Doc>> {
    const arriving = this.#arriving.get(fact.id)
    if (arriving) return { added: false, stored: await arriving }
    const offset = this.#offsets.get(fact.id)
    if (offset !== undefined) return { added: false, stored: await this.#read(offset) }
    const kept = recordToKeep(this.#log, fact)
    const written = this.#keep(kept)
    this.#arriving.set(kept.id, written)
    try {
      await written
    } finally {
      this.#arriving.delete(kept.id)
    }
    return { added: true }
  }

  counts(): ReadonlyMap<string, number> {
    return new Map(this.#counts)
  }

  async *facts(): AsyncGenerator<Doc> {
    if (this.#file.size === 0) return
    for await (const lines of linesOf(this.#file.path, this.#file.size)) {
      for (const { bytes, offset } of lines) yield this.#parse(bytes, offset)
    }
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  async #keep(fact: Doc): Promise<Doc> {
    const offset = await this.#file.append(JSON.stringify({ v: this.#log.version, fact }))
    this.#offsets.set(fact.id, offset)
    addCounts(this.#counts, this.#log.counts(fact as never))
    return fact
  }

  async #read(offset: number): Promise<Doc> {
    const handle = await open(this.#file.path, 'r')
    try {
      return this.#parse(await lineAt(handle, offset), offset)
    } finally {
      await handle.close()
    }
  }

  #parse(bytes: Buffer, offset: number): Doc {
    const line = unsealed(bytes) as FactLine | undefined
    if (!line) throw damaged(this.#file.path, offset)
    return recordFromDisk(this.#log, line.v, line.fact, this.#file.path)
  }
}

/**
 * Reads a stream's file. The facts are not put through zod again here, since a stream may hold a million of them:
 * each line carries the checksum of what zod let through when it was written.
 */
export async function openStream(
  log: AnyFactLog,
  path: string,
  means: Appending,
  tell: Pick<Logger, 'warn'>,
): Promise<Stream> {
  await makeFolder(dirname(path))
  const offsets = new Map<string, number>()
  const counts = new Map<string, number>()
  const scanned = await scan(path, (line, offset) => {
    const { v, fact } = line as unknown as FactLine
    const doc = upgraded(log, v, fact, path) as Doc
    offsets.set(doc.id, offset)
    addCounts(counts, log.counts(doc as never))
  })
  if (scanned.torn > 0) {
    tell.warn(
      { path, bytes: scanned.torn },
      'cut off what a crash left unfinished at the end of a stream of facts',
    )
    await cutTorn(path, scanned)
  }
  return new Stream(log, new LineFile(path, scanned.size, means), offsets, counts)
}

function addCounts(sums: Map<string, number>, names: readonly string[]): void {
  for (const name of names) sums.set(name, (sums.get(name) ?? 0) + 1)
}

async function lineAt(handle: FileHandle, offset: number): Promise<Buffer> {
  for (let length = 4096; ; length *= 4) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
    const end = buffer.subarray(0, bytesRead).indexOf(10)
    if (end >= 0 || bytesRead < length) return buffer.subarray(0, Math.max(end, 0))
  }
}

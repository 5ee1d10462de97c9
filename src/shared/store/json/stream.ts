import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Logger } from 'pino'
import type { AnyFactLog, Doc } from '../declare.ts'
import type { Appended, Spending } from '../port.ts'
import { type Known, lineAt, readCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { makeFolder } from './disk.ts'
import { IdIndex, ownId } from './id-index.ts'
import { type Appending, LineFile } from './line-file.ts'
import { type Linked, openLinked } from './linked.ts'
import { factFromDisk, factToKeep, factToWrite, upgraded } from './records.ts'
import { cutTorn, damaged, linesOf, scan } from './scan.ts'
import { type Sealed, unsealed } from './sealed.ts'

/** What streams share. */
export interface Streaming extends Appending {
  readonly log: Pick<Logger, 'warn'>
  /** A checkpoint is written after so many new facts; streams with fewer have none. */
  readonly checkpointFacts: number
}

/** A fact as it is written; `v` is the version of its shape. */
export interface FactLine {
  readonly v: number
  readonly fact: unknown
}

/** A fact on its way to disk. */
interface Arriving {
  readonly fact: Doc
  readonly written: Promise<unknown>
}

const added = { added: true } as const

/** One stream of facts: its file, where in it each id stands, and the sums of its counters. */
export class Stream {
  readonly #log: AnyFactLog
  readonly #file: LineFile
  readonly #ids: IdIndex
  readonly #counts: Map<string, number>
  readonly #means: Streaming
  /** The first byte that the index and the counters do not cover. */
  #counted: number
  /** How many facts the checkpoint on disk covers. */
  #checkpointed: number
  #checkpointing: Promise<void> | undefined
  readonly #arriving = new Map<string, Arriving>()
  readonly #linked: Linked
  #unlinking: Promise<void> | undefined

  constructor(
    log: AnyFactLog,
    file: LineFile,
    known: Known,
    linked: Linked,
    checkpointed: number,
    means: Streaming,
  ) {
    this.#log = log
    this.#file = file
    this.#linked = linked
    this.#ids = known.ids
    this.#counts = known.counts
    this.#counted = known.covers
    this.#checkpointed = checkpointed
    this.#means = means
  }

  get size(): number {
    return this.#ids.size + this.#linked.size
  }

  append(fact: Doc): Promise<Appended<Doc>> {
    const known = this.find(fact.id)
    if (known) return known.then(stored => ({ added: false, stored }))
    return this.#keep(factToWrite(this.#log, fact))
  }

  async spend(fact: Doc, token: string): Promise<Spending<Doc>> {
    while (this.#unlinking) await this.#unlinking
    const known = this.find(fact.id)
    if (known) return { added: false, stored: await known }
    if (this.#linked.isSpent(token)) return { added: false, spent: true }
    const kept = factToKeep(this.#log, fact)
    await this.#arrive(kept, this.#linked.keep(this.#log.version, kept, token))
    return added
  }

  unlink(): Promise<void> {
    this.#unlinking ??= this.#unlink().finally(() => {
      this.#unlinking = undefined
    })
    return this.#unlinking
  }

  /** A fact that is there, or on its way to disk; told apart at once, so that two cannot arrive under one id. */
  find(id: string): Promise<Doc> | undefined {
    const linked = this.#linked.get(id)
    if (linked) return Promise.resolve(linked)
    const arriving = this.#arriving.get(id)
    if (arriving) return arriving.written.then(() => arriving.fact)
    const offset = this.#ids.get(id)
    return offset === undefined ? undefined : this.#read(offset)
  }

  /** The counters themselves where that is all, not a copy: of a thousand units a copy takes milliseconds. */
  counts(): ReadonlyMap<string, number> {
    if (this.#linked.isEmpty) return this.#counts
    const counts = new Map(this.#counts)
    for (const fact of this.#linked.values()) addCounts(counts, this.#log.counts(fact as never))
    return counts
  }

  /** All facts, as many at a time as are read at once. */
  async *pieces(): AsyncGenerator<readonly Doc[]> {
    const linked = this.#linked.all()
    if (this.#file.size > 0) {
      for await (const lines of linesOf(this.#file.path, this.#file.size))
        yield lines.map(({ bytes, offset }) => this.#parse(bytes, offset))
    }
    yield linked
  }

  async #arrive(fact: Doc, written: Promise<unknown>): Promise<void> {
    this.#arriving.set(fact.id, { fact, written })
    try {
      await written
    } finally {
      this.#arriving.delete(fact.id)
    }
  }

  /** The used tokens first, then the facts, then the links go: a crash in between repeats what is left. */
  async #unlink(): Promise<void> {
    await Promise.allSettled([...this.#arriving.values()].map(({ written }) => written))
    if (this.#linked.isEmpty) return
    const facts = this.#linked.shuffled()
    if (facts.length > 0) await this.#linked.writeSpent()
    await Promise.all(facts.map(fact => this.#keep(fact)))
    await this.#linked.forget()
  }

  async close(): Promise<void> {
    await this.#linked.close()
    await this.#file.close()
    await this.#checkpointing
    if (this.#since() >= this.#means.checkpointFacts) await this.#checkpoint()
  }

  /** Facts that the checkpoint on disk does not cover. */
  #since(): number {
    return this.#ids.size - this.#checkpointed
  }

  /** Few facts are soon counted again; of many, at most a fifth is after a crash, and only a few after a close. */
  #due(): boolean {
    const since = this.#since()
    return since >= this.#means.checkpointFacts && since * 4 >= this.#checkpointed
  }

  /** Never rejects: without a checkpoint the next start only takes longer. */
  #checkpoint(): Promise<void> {
    this.#checkpointing ??= this.#writeCheckpoint()
      .catch(error =>
        this.#means.log.warn({ err: error }, 'a checkpoint of a stream of facts could not be written'),
      )
      .finally(() => {
        this.#checkpointing = undefined
      })
    return this.#checkpointing
  }

  async #writeCheckpoint(): Promise<void> {
    const facts = this.#ids.size
    const counts = new Map(this.#counts)
    this.#checkpointed = facts
    await writeCheckpoint(this.#log, this.#file.path, { covers: this.#counted, ids: this.#ids, counts })
  }

  /** One promise from here to the disk and back: an answer that arrives passes here, and each promise more is felt. */
  #keep(fact: Doc): Promise<Appended<Doc>> {
    const counters = this.#log.counts(fact as never)
    const written = new Promise<Appended<Doc>>((resolve, reject) => {
      this.#file.put({
        body: JSON.stringify({ v: this.#log.version, fact }),
        kept: ({ offset, end }) => {
          this.#arriving.delete(fact.id)
          this.#ids.add(ownId(fact.id), offset)
          addCounts(this.#counts, counters)
          this.#linked.moved(fact.id)
          this.#counted = end
          if (this.#due()) void this.#checkpoint()
          resolve(added)
        },
        lost: error => {
          this.#arriving.delete(fact.id)
          reject(error)
        },
      })
    })
    this.#arriving.set(fact.id, { fact, written })
    return written
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
    return factFromDisk(this.#log, line.v, line.fact, this.#file.path)
  }
}

/**
 * Reads a stream's file. The facts are not put through zod again here, since a stream may hold a million of them:
 * each line carries the checksum of what zod let through when it was written.
 */
export async function openStream(log: AnyFactLog, path: string, means: Streaming): Promise<Stream> {
  await makeFolder(dirname(path))
  const { covers, ids, counts } = (await readCheckpoint(log, path)) ?? unknown()
  const checkpointed = ids.size
  const visit = (line: Sealed, offset: number) => {
    const { v, fact } = line as unknown as FactLine
    const doc = upgraded(log, v, fact, path) as Doc
    ids.add(doc.id, offset)
    addCounts(counts, log.counts(doc as never))
  }
  const scanned = await scan(path, visit, covers)
  if (scanned.torn > 0) {
    means.log.warn(
      { path, bytes: scanned.torn },
      'cut off what a crash left unfinished at the end of a stream of facts',
    )
    await cutTorn(path, scanned)
  }
  const file = new LineFile(path, scanned.size, means)
  const linked = await openLinked(log, path, means, id => ids.get(id) !== undefined)
  return new Stream(log, file, { covers: scanned.size, ids, counts }, linked, checkpointed, means)
}

const unknown = (): Known => ({ covers: 0, ids: new IdIndex(), counts: new Map() })

export function addCounts(sums: Map<string, number>, names: readonly string[]): void {
  for (const name of names) sums.set(name, (sums.get(name) ?? 0) + 1)
}

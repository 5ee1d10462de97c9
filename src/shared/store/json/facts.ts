import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnyFactLog, Doc, FactLog } from '../declare.ts'
import type { Appended, Facts, Spending } from '../port.ts'
import { openStream, Stream, type Streaming } from './stream.ts'

/** All logs of facts: each stream is a file of its own, read when it is first asked for. */
export class FactFiles implements Facts {
  readonly #folder: string
  readonly #means: Streaming
  readonly #busy = new Set<Promise<unknown>>()
  /** By log and stream, from when it is first asked for; as a promise until it is open. */
  readonly #streams: ReadonlyMap<string, Map<string, Stream | Promise<Stream>>>

  constructor(folder: string, logs: readonly AnyFactLog[], means: Streaming) {
    this.#folder = folder
    this.#streams = new Map(logs.map(({ name }) => [name, new Map()]))
    this.#means = means
  }

  /** Adds no promise to the stream's own. `close` need not know of it: its line is handed to the file at once, which waits for it. */
  append<T extends Doc>(log: FactLog<T>, stream: string, fact: T): Promise<Appended<T>> {
    try {
      const opened = this.#stream(log, stream)
      const appended = opened instanceof Stream ? opened.append(fact) : opened.then(it => it.append(fact))
      return appended as Promise<Appended<T>>
    } catch (error) {
      return Promise.reject(error)
    }
  }

  async spend<T extends Doc>(log: FactLog<T>, stream: string, fact: T, token: string): Promise<Spending<T>> {
    return this.#while(
      this.#opened(log, stream).then(opened => opened.spend(fact, token) as Promise<Spending<T>>),
    )
  }

  async unlink<T extends Doc>(log: FactLog<T>, stream: string): Promise<void> {
    return this.#while(this.#opened(log, stream).then(opened => opened.unlink()))
  }

  async fact<T extends Doc>(log: FactLog<T>, stream: string, id: string): Promise<T | undefined> {
    return (await this.#stream(log, stream)).find(id) as Promise<T | undefined>
  }

  async counts<T extends Doc>(log: FactLog<T>, stream: string): Promise<ReadonlyMap<string, number>> {
    return (await this.#stream(log, stream)).counts()
  }

  async size<T extends Doc>(log: FactLog<T>, stream: string): Promise<number> {
    return (await this.#stream(log, stream)).size
  }

  async *facts<T extends Doc>(log: FactLog<T>, stream: string): AsyncGenerator<T> {
    for await (const piece of this.factPieces(log, stream)) yield* piece
  }

  async *factPieces<T extends Doc>(log: FactLog<T>, stream: string): AsyncGenerator<readonly T[]> {
    for await (const piece of (await this.#stream(log, stream)).pieces()) yield piece as readonly Doc[] as T[]
  }

  /** Ends the appends that are under way; new ones are refused by then. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#busy)
    const opened = [...this.#streams.values()].flatMap(streams => [...streams.values()])
    for (const stream of opened) await (await Promise.resolve(stream).catch(() => undefined))?.close()
  }

  /** Work that `close` waits for. */
  async #while<R>(work: Promise<R>): Promise<R> {
    this.#busy.add(work)
    try {
      return await work
    } finally {
      this.#busy.delete(work)
    }
  }

  async #opened(log: AnyFactLog, stream: string): Promise<Stream> {
    return this.#stream(log, stream)
  }

  #stream(log: AnyFactLog, stream: string): Stream | Promise<Stream> {
    this.#means.health.check()
    const streams = this.#streams.get(log.name)
    if (!streams) throw new Error(`The store was opened without the log of facts ${log.name}`)
    const known = streams.get(stream)
    if (known) return known
    const opening = openStream(log, streamFile(this.#folder, log.name, stream), this.#means)
    streams.set(stream, opening)
    opening.then(
      opened => streams.set(stream, opened),
      () => undefined,
    )
    return opening
  }
}

/** The streams of a log that have a file. */
export async function streamsIn(folder: string, log: string): Promise<string[]> {
  const names = await readdir(join(folder, 'facts', log)).catch(() => [])
  const streams = names.flatMap(name => /^(.*)\.jsonl(?:\.linked)?$/.exec(name)?.[1] ?? [])
  return [...new Set(streams)].map(decodeURIComponent)
}

/**
 * Where a stream is kept. Anything but small letters, digits and hyphens is written as `%` and hexadecimal digits,
 * so that no name leaves the folder and no two names meet in one file, on any file system.
 */
export function streamFile(folder: string, log: string, stream: string): string {
  const name = stream.replace(/[^a-z0-9-]/gu, char =>
    [...Buffer.from(char)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )
  if (name === '' || name.length > 200) throw new RangeError(`A stream cannot be called "${stream}"`)
  return join(folder, 'facts', log, `${name}.jsonl`)
}

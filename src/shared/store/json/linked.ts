import { randomBytes } from 'node:crypto'
import { rm, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AnyFactLog, Doc } from '../declare.ts'
import { UnreadableStore } from '../errors.ts'
import { replaceFile, syncFolder } from './disk.ts'
import { type Appending, LineFile } from './line-file.ts'
import { recordFromDisk } from './records.ts'
import { linesOf, scan } from './scan.ts'
import { sealed, unsealed } from './sealed.ts'

/** Tokens in one line of the file of the used ones. */
const tokensInLine = 4_096

/** A fact that was kept against a token, in one line with it. */
export interface LinkedLine {
  readonly v: number
  readonly fact: unknown
  readonly token: string
}

export const linkedFile = (path: string) => `${path}.linked`
export const spentFile = (path: string) => `${path}.spent`

/**
 * The facts of a stream that stand beside their tokens until the links are forgotten, and every token that was used.
 * A fact and the use of its token are one line, so a crash keeps both or neither.
 */
export class Linked {
  readonly #path: string
  readonly #means: Appending
  readonly #tokens: Set<string>
  readonly #facts: Map<string, Doc>
  #file: LineFile

  constructor(path: string, means: Appending, size: number, tokens: Set<string>, facts: Map<string, Doc>) {
    this.#path = path
    this.#means = means
    this.#tokens = tokens
    this.#facts = facts
    this.#file = new LineFile(linkedFile(path), size, means)
  }

  get(id: string): Doc | undefined {
    return this.#facts.get(id)
  }

  /** Whether no link is kept, neither in memory nor on disk. */
  get isEmpty(): boolean {
    return this.#facts.size === 0 && this.#file.size === 0
  }

  get size(): number {
    return this.#facts.size
  }

  values(): Iterable<Doc> {
    return this.#facts.values()
  }

  /** In the order of their ids, which tells nothing about when they came. */
  all(): readonly Doc[] {
    return [...this.#facts.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  isSpent(token: string): boolean {
    return this.#tokens.has(token)
  }

  /** The token is taken at once; resolves when both are on disk. */
  async keep(version: number, fact: Doc, token: string): Promise<void> {
    this.#tokens.add(token)
    await this.#file.append(JSON.stringify({ v: version, fact, token } satisfies LinkedLine))
    this.#facts.set(fact.id, fact)
  }

  /** Writes down all used tokens in their own order, which has nothing to do with that in which they were used. */
  async writeSpent(): Promise<void> {
    await replaceFile(spentFile(this.#path), spentLines([...this.#tokens].sort()))
  }

  /** The facts in an order drawn by lot. */
  shuffled(): readonly Doc[] {
    return [...this.#facts.values()]
      .map(fact => ({ fact, lot: randomBytes(16).toString('hex') }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .map(({ fact }) => fact)
  }

  /** To be called when a fact stands in the stream itself. */
  moved(id: string): void {
    this.#facts.delete(id)
  }

  /** Deletes the file with the links; every fact in it must have been moved. */
  async forget(): Promise<void> {
    await this.#file.close()
    await rm(linkedFile(this.#path), { force: true })
    await syncFolder(dirname(this.#path))
    this.#file = new LineFile(linkedFile(this.#path), 0, this.#means)
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

function* linesOfTokens(tokens: readonly string[]): Generator<string> {
  for (let at = 0; at < tokens.length; at += tokensInLine)
    yield sealed(JSON.stringify({ tokens: tokens.slice(at, at + tokensInLine) }), 0)
}

async function* spentLines(tokens: readonly string[]): AsyncGenerator<string> {
  yield* linesOfTokens(tokens)
}

/** The tokens that were written down as used. Throws `UnreadableStore`: without them a token could be used again. */
export async function readSpent(path: string): Promise<Set<string>> {
  const tokens = new Set<string>()
  for await (const lines of linesOf(spentFile(path))) {
    for (const { bytes, ended } of lines) {
      const line = ended ? unsealed(bytes) : undefined
      if (!line) throw new UnreadableStore(`${spentFile(path)} is damaged. Restore the folder from a backup.`)
      for (const token of (line as unknown as { tokens: readonly string[] }).tokens) tokens.add(token)
    }
  }
  return tokens
}

/**
 * Opens what is linked in a stream; `isMoved` tells which facts stand in the stream itself already, since a crash may
 * have come between. What a crash left unfinished is cut off and not put aside: it holds links.
 */
export async function openLinked(
  log: AnyFactLog,
  path: string,
  means: Appending,
  isMoved: (id: string) => boolean,
): Promise<Linked> {
  const tokens = await readSpent(path)
  const facts = new Map<string, Doc>()
  const { size, torn } = await scan(linkedFile(path), line => {
    const { v, fact, token } = line as unknown as LinkedLine
    const doc = recordFromDisk(log, v, fact, linkedFile(path))
    tokens.add(token)
    if (!isMoved(doc.id)) facts.set(doc.id, doc)
  })
  if (torn > 0) await truncate(linkedFile(path), size)
  return new Linked(path, means, size, tokens, facts)
}

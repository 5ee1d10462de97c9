import { readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Logger } from 'pino'
import type { Instant } from '../../time.ts'
import { UnreadableStore } from '../errors.ts'
import type { Author } from '../port.ts'
import { makeFolder, syncFolder } from './disk.ts'
import { type Appending, LineFile } from './line-file.ts'
import { cutTorn, scan } from './scan.ts'

/** One record's change within a command; `v` is the version of its shape, `doc` is `null` when it was removed. */
export interface JournalChange {
  readonly in: string
  readonly id: string
  readonly v: number
  readonly doc: unknown
}

/** One command: its line in the journal is its commit. */
export interface Entry {
  readonly seq: number
  readonly at: Instant
  readonly by: Author
  readonly changes: readonly JournalChange[]
}

export const journalFolder = (folder: string) => join(folder, 'journal')
export const archiveFolder = (folder: string) => join(folder, 'journal', 'archive')

/** The files of a journal folder, oldest first: each is named by the first command in it. */
export async function segmentsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names.filter(name => /^\d{12}\.jsonl$/.test(name)).sort()
}

const segmentName = (first: number) => `${String(first).padStart(12, '0')}.jsonl`
const firstIn = (name: string) => Number.parseInt(name, 10)

/** The commands since the last snapshots, in files of which only the last one is appended to. */
export class Journal {
  readonly #folder: string
  readonly #means: Appending
  #seq: number
  #durable: number
  #file: LineFile
  #last: Promise<void> = Promise.resolve()

  constructor(folder: string, means: Appending, seq: number, file: LineFile | undefined) {
    this.#folder = folder
    this.#means = means
    this.#seq = seq
    this.#durable = seq
    this.#file = file ?? this.#segment(Promise.resolve())
  }

  /** The last command given to the journal. */
  get seq(): number {
    return this.#seq
  }

  /** Bytes in the file that is appended to. */
  get size(): number {
    return this.#file.size
  }

  /** Takes the next number at once and gives it; `settled` tells when the line is on disk. `changes` are JSON. */
  append(at: Instant, by: Author, changes: readonly string[]): number {
    this.#seq += 1
    const seq = this.#seq
    const body = `${JSON.stringify({ seq, at, by }).slice(0, -1)},"changes":[${changes.join()}]}`
    const kept = this.#file.append(body).then(() => {
      this.#durable = seq
    })
    kept.catch(() => undefined)
    this.#last = kept
    return seq
  }

  /** Resolves when the command `seq` is on disk; lines get there in order. `undefined` when it is there already. */
  settled(seq: number): Promise<void> | undefined {
    return seq > this.#durable ? this.#last : undefined
  }

  /** Ends the present file after the last command; what comes next goes to a new one, and waits for the old. */
  rotate(): Promise<void> {
    const old = this.#file
    const closed = old.close()
    this.#file = this.#segment(Promise.all([closed, this.#last.catch(() => undefined)]))
    return closed
  }

  /** Puts the files of which every command is covered by the snapshots into the archive. */
  async archive(covered: number): Promise<void> {
    const names = await segmentsIn(journalFolder(this.#folder))
    const done = names.filter(name => firstIn(name) <= covered)
    if (done.length === 0) return
    for (const name of done) {
      await rename(join(journalFolder(this.#folder), name), join(archiveFolder(this.#folder), name))
    }
    await syncFolder(archiveFolder(this.#folder))
    await syncFolder(journalFolder(this.#folder))
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  #segment(gate: Promise<unknown>): LineFile {
    return new LineFile(join(journalFolder(this.#folder), segmentName(this.#seq + 1)), 0, this.#means, gate)
  }
}

/**
 * Reads the journal from its first command on, handing each to `visit`, and opens it for more. What a crash left
 * torn at its end is cut off and told. Throws `UnreadableStore` on damage, or when commands are missing.
 */
export async function openJournal(
  folder: string,
  covered: number,
  means: Appending,
  log: Pick<Logger, 'warn'>,
  visit: (entry: Entry, where: string) => void,
): Promise<Journal> {
  await makeFolder(archiveFolder(folder))
  const paths = await segmentsSince(folder, covered)
  let seq: number | undefined
  let file: LineFile | undefined
  for (const path of paths) {
    const scanned = await scan(path, line => {
      const entry = line as unknown as Entry
      const expected = seq === undefined ? Math.min(entry.seq, covered + 1) : seq + 1
      if (entry.seq !== expected) {
        throw new UnreadableStore(`${path}: the commands ${expected} to ${entry.seq - 1} are missing`)
      }
      seq = entry.seq
      visit(entry, path)
    })
    if (scanned.torn > 0) {
      if (path !== paths.at(-1))
        throw new UnreadableStore(`${path} ends in a broken line, yet another file follows`)
      log.warn(
        { path, bytes: scanned.torn },
        'cut off what a crash left unfinished at the end of the journal',
      )
      await cutTorn(path, scanned)
    }
    const archived = dirname(path) === archiveFolder(folder)
    file = archived ? undefined : new LineFile(path, scanned.size, means)
  }
  const last = Math.max(seq ?? 0, covered)
  // A file whose every command is covered already is left to the archive; a new one begins after it.
  return new Journal(folder, means, last, seq === undefined || seq <= covered ? undefined : file)
}

/**
 * The files to read for the commands after `covered`: those of the journal, and before them those of the archive that are
 * there too when the snapshots were lost or are older, as in a copy that was made while the store was running.
 */
async function segmentsSince(folder: string, covered: number): Promise<string[]> {
  const present = await segmentsIn(journalFolder(folder))
  const archived = await segmentsIn(archiveFolder(folder))
  return [
    ...archived
      .filter(name => firstIn(name) > covered && !present.includes(name))
      .map(name => join(archiveFolder(folder), name)),
    ...present.map(name => join(journalFolder(folder), name)),
  ]
}

import { constants, writeSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileMode, type Sync, syncFolder } from './disk.ts'
import type { Health } from './health.ts'
import { room } from './room.ts'
import { mostBytes, sealed } from './sealed.ts'

/** One write and one fsync carry at most this much, so that no batch holds up the event loop. */
const batchBytes = 1 << 20
/** So long at most a batch waits for those who have just been served to come again. */
const gatherMs = 2
/** So many of them: the last ones may come while the others are on their way to disk, when there would be nothing to do. */
const gatherShare = 7 / 8
/**
 * A disk that took less the last time is waited for on the spot when several wait: waking a thread, and by it the event loop,
 * takes longer. One that is slow holds up nobody who only reads.
 */
const promptMs = 1
/** So little is in the system's cache sooner than a thread that would put it there is awake; only the fsync needs one. */
const smallBytes = 1 << 16

/** The bytes of a file that a line takes. */
export interface Place {
  readonly offset: number
  readonly end: number
}

/** A line on its way to disk. It is told what became of it by a call, so that not every layer above needs a promise. */
export interface Line {
  readonly body: string
  /** Called in order, when the line is on disk. */
  kept(place: Place): void
  lost(error: Error): void
}

/** What line files share: the health they report to and how they sync; `syncs` counts the fsyncs of lines. */
export interface Appending {
  readonly health: Health
  readonly sync: Sync
  readonly stats: { lines: number; syncs: number }
}

/**
 * A file of sealed lines that is only appended to. Lines that wait at the same time share one write and one
 * fsync; an append resolves, in order, with the place of its line once it is on disk. A failed write
 * fails the whole store.
 */
export class LineFile {
  readonly path: string
  readonly #means: Appending
  readonly #gate: Promise<unknown>
  #size: number
  /** Where the room behind the lines ends; the lines themselves end there when there is none. */
  #roomEnd: number
  #waiting: Line[] = []
  #flushing: Promise<void> | undefined
  /** As many lines as the next batch waits for. */
  #expected = 1
  /** Ends the wait for them. */
  #gathering: (() => void) | undefined
  #handle: FileHandle | undefined
  #isPrompt = false

  /** `gate`: what must be on disk before the first line of this file may be. */
  constructor(path: string, size: number, means: Appending, gate: Promise<unknown> = Promise.resolve()) {
    this.path = path
    this.#size = size
    this.#roomEnd = size
    this.#means = means
    this.#gate = gate
    gate.catch(() => undefined)
  }

  /** Bytes of lines on disk. */
  get size(): number {
    return this.#size
  }

  append(body: string): Promise<Place> {
    return new Promise((kept, lost) => this.put({ body, kept, lost }))
  }

  put(line: Line): void {
    this.#waiting.push(line)
    if (this.#waiting.length >= this.#expected) this.#gathering?.()
    this.#flushing ??= this.#flush()
  }

  /** Resolves when all that was appended is on disk (or has failed) and the file is let go. */
  async close(): Promise<void> {
    await this.#flushing
    await this.release()
  }

  /** Lets go of the open file until the next append, and of the room in it. */
  async release(): Promise<void> {
    if (this.#flushing) return
    const handle = this.#handle
    this.#handle = undefined
    if (this.#roomEnd > this.#size) await handle?.truncate(this.#size).catch(() => undefined)
    this.#roomEnd = this.#size
    await handle?.close()
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whoever appends in the same turn of the event loop joins the batch: under load, everybody whose request has come.
      await setImmediate()
      if (this.#waiting.length < this.#expected) await this.#gathered()
      const batch = this.#nextBatch()
      try {
        await this.#gate
        this.#means.health.checkWorking()
        const ends = await this.#write(batch)
        // Counted before they are told: whoever is quick to come again is not to be expected twice.
        this.#expected = Math.ceil((batch.length + this.#waiting.length) * gatherShare)
        this.#tell(batch, ends)
      } catch (error) {
        const failed = this.#means.health.fail(error)
        for (const line of batch.concat(this.#waiting)) line.lost(failed)
        this.#waiting = []
      }
    }
    this.#flushing = undefined
  }

  /** Resolves when as many lines wait as are expected, or when they have had their time to come. */
  #gathered(): Promise<void> {
    return new Promise(resolve => {
      const go = () => {
        clearTimeout(timer)
        this.#gathering = undefined
        resolve()
      }
      const timer = setTimeout(go, gatherMs)
      this.#gathering = go
    })
  }

  #nextBatch(): Line[] {
    let [count, bytes] = [0, 0]
    while (count < this.#waiting.length && bytes < batchBytes)
      bytes += this.#waiting[count++]?.body.length ?? 0
    return this.#waiting.splice(0, count)
  }

  /** Gives where in the file each line ends. */
  async #write(batch: readonly Line[]): Promise<readonly number[]> {
    const { bytes, ends } = sealedLines(batch, this.#size)
    const handle = this.#handle ?? (await this.#open())
    await write(handle, this.#withRoom(bytes, batch.length > 1), this.#size)
    const begun = performance.now()
    const synced = this.#means.sync(handle, this.#isPrompt && batch.length > 1)
    if (synced) await synced
    this.#isPrompt = performance.now() - begun < promptMs
    this.#means.stats.syncs += 1
    this.#means.stats.lines += batch.length
    return ends
  }

  #tell(batch: readonly Line[], ends: readonly number[]): void {
    for (const [index, end] of ends.entries()) {
      const offset = this.#size
      this.#size = end
      batch[index]?.kept({ offset, end })
    }
  }

  /** Under load, lines that have no room left bring new room along. */
  #withRoom(lines: Buffer, isLively: boolean): Buffer {
    const end = this.#size + lines.length
    if (end <= this.#roomEnd) return lines
    const bytes = isLively ? Buffer.concat([lines, room]) : lines
    this.#roomEnd = this.#size + bytes.length
    return bytes
  }

  async #open(): Promise<FileHandle> {
    const handle = await open(this.path, constants.O_RDWR | constants.O_CREAT, fileMode)
    this.#handle = handle
    // Room that a crash left; what it left of lines was cut off before.
    await handle.truncate(this.#size)
    if (this.#size === 0) await syncFolder(dirname(this.path))
    return handle
  }
}

/** The bytes of a batch that is written behind so many, and where in the file each of its lines ends. */
function sealedLines(batch: readonly Line[], after: number): { bytes: Buffer; ends: readonly number[] } {
  let most = 0
  for (const { body } of batch) most += mostBytes(body.length)
  const bytes = Buffer.allocUnsafe(most)
  let length = 0
  const ends = batch.map(({ body }) => {
    length += bytes.write(sealed(body, after), length)
    return after + length
  })
  return { bytes: bytes.subarray(0, length), ends }
}

async function write(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const left = bytes.length - done
    done +=
      left > smallBytes
        ? (await handle.write(bytes, done, left, at + done)).bytesWritten
        : writeSync(handle.fd, bytes, done, left, at + done)
  }
}

import { open, truncate } from 'node:fs/promises'
import { UnreadableStore } from '../errors.ts'
import { ifMissing, replaceFile } from './disk.ts'
import { isRoom } from './room.ts'
import { type Sealed, unsealed } from './sealed.ts'

const chunkBytes = 1 << 18

export interface Line {
  readonly bytes: Buffer
  readonly offset: number
  /** `false` for what stands behind the last line break. */
  readonly ended: boolean
}

/**
 * The lines of a file (none when it is not there), a chunk at a time, up to a byte; memory and the longest block are those of
 * one chunk. Each chunk is read over the one before: the bytes of a line last until the next is asked for.
 */
export async function* linesOf(
  path: string,
  until = Number.POSITIVE_INFINITY,
  from = 0,
): AsyncGenerator<readonly Line[]> {
  const handle = await open(path, 'r').catch(ifMissing)
  if (!handle) return
  try {
    let buffer = Buffer.allocUnsafe(2 * chunkBytes)
    /** Bytes at its beginning that belong to a line whose end is not read yet. */
    let held = 0
    let position = from
    while (position < until) {
      if (buffer.length < held + chunkBytes) buffer = Buffer.concat([buffer], 2 * buffer.length)
      const { bytesRead } = await handle.read(buffer, held, Math.min(chunkBytes, until - position), position)
      if (bytesRead === 0) break
      const text = buffer.subarray(0, held + bytesRead)
      const { lines, used } = split(text, position - held)
      position += bytesRead
      yield lines
      buffer.copyWithin(0, used, text.length)
      held = text.length - used
    }
    if (held > 0) yield [{ bytes: buffer.subarray(0, held), offset: position - held, ended: false }]
  } finally {
    await handle.close()
  }
}

function split(text: Buffer, offset: number): { lines: Line[]; used: number } {
  const lines: Line[] = []
  let used = 0
  for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10, used)) {
    lines.push({ bytes: text.subarray(used, end), offset: offset + used, ended: true })
    used = end + 1
  }
  return { lines, used }
}

/** What is whole in a file, and from where on it is not (`torn`: bytes that were never acknowledged). */
export interface Scanned {
  readonly size: number
  readonly torn: number
}

/**
 * Reads every sealed line, from a byte on at which one begins. Broken lines at the end are what a crash leaves of writes that were never
 * acknowledged, and so is room before them; a broken line that a later one names as being on disk is damage: throws `UnreadableStore`.
 */
export async function scan(
  path: string,
  visit: (line: Sealed, offset: number) => void,
  from = 0,
): Promise<Scanned> {
  let broken: number | undefined
  let end = from
  for await (const lines of linesOf(path, undefined, from)) {
    for (const { bytes, offset, ended } of lines) {
      if (isRoom(bytes)) continue
      if (offset > end) broken ??= end
      end = offset + bytes.length + (ended ? 1 : 0)
      const line = ended ? unsealed(bytes) : undefined
      if (line && broken === undefined) visit(line, offset)
      if (line && broken !== undefined && line.after > broken) throw damaged(path, broken)
      if (!line) broken ??= offset
    }
  }
  return { size: broken ?? end, torn: broken === undefined ? 0 : end - broken }
}

export function damaged(path: string, offset: number): UnreadableStore {
  return new UnreadableStore(
    `${path} is damaged at byte ${offset}, in a line that was already kept. Restore the folder from a backup.`,
  )
}

/** Cuts what a crash left torn at the end of a file; the cut bytes are put aside, in a file beside it. */
export async function cutTorn(path: string, { size, torn }: Scanned): Promise<void> {
  if (torn === 0) return
  await replaceFile(`${path}.torn-at-${size}`, tail(path, size))
  await truncate(path, size)
  const handle = await open(path, 'r+')
  await handle.sync()
  await handle.close()
}

async function* tail(path: string, from: number): AsyncGenerator<Buffer> {
  for await (const lines of linesOf(path)) {
    for (const { bytes, offset } of lines) if (offset >= from) yield Buffer.concat([bytes, Buffer.from('\n')])
  }
}

import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { type FileKind, isPicture, type KeptKind } from './kinds.ts'

/** A picture's longest side as kept, and as a thumbnail, in pixels. */
const longestSide = 2048
const thumbnailSide = 240
/** A picture of more pixels is not unpacked: it would take more memory than a server has to spare. */
const mostPixels = 60_000_000

export interface KeptFile {
  readonly hash: string
  readonly bytes: number
}

export type KeptFiles = ReturnType<typeof keptFiles>

/**
 * A room's files in a folder of their own, two for a picture (`hash.jpeg`, `hash.thumb`), one for anything else.
 * What was sent once is kept once.
 */
export function keptFiles(folder: string) {
  const pathOf = (hash: string, ending: string) => join(folder, hash.slice(0, 2), `${hash}.${ending}`)

  /**
   * Keeps a file and says under which hash; undefined for a picture that cannot be read. Pictures are drawn anew, so
   * that nothing of the camera comes along, least of all its position; turned as the camera meant them.
   */
  async function keep(sent: Uint8Array, kind: FileKind): Promise<KeptFile | undefined> {
    const hash = createHash('sha256').update(sent).digest('hex')
    await mkdir(join(folder, hash.slice(0, 2)), { recursive: true })
    if (!isPicture(kind)) {
      await place(pathOf(hash, kind), sent)
      return { hash, bytes: sent.length }
    }
    const known = await refresh(pathOf(hash, 'jpeg'))
    if (known !== undefined && (await refresh(pathOf(hash, 'thumb'))) !== undefined)
      return { hash, bytes: known }
    const drawn = await redrawn(sent, longestSide, 82)
    const thumbnail = drawn && (await redrawn(drawn, thumbnailSide, 70))
    if (!drawn || !thumbnail) return undefined
    await place(pathOf(hash, 'thumb'), thumbnail)
    await place(pathOf(hash, 'jpeg'), drawn)
    return { hash, bytes: drawn.length }
  }

  /** The bytes as kept; undefined when they are no longer there. */
  function read(hash: string, kind: KeptKind | 'thumb'): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return readFile(pathOf(hash, kind)).then(
      bytes => Uint8Array.from(bytes),
      () => undefined,
    )
  }

  /**
   * Deletes what no record shows any more. `before` in milliseconds: younger files may belong to an upload that is
   * under way.
   */
  async function sweep(shown: ReadonlySet<string>, before: number): Promise<number> {
    let gone = 0
    for (const part of await readdir(folder).catch(() => [])) {
      for (const name of await readdir(join(folder, part))) {
        const path = join(folder, part, name)
        const whole = /^[0-9a-f]{64}\.(jpeg|thumb|pdf|xlsx|docx)$/.test(name)
        if ((whole && shown.has(name.slice(0, 64))) || (await stat(path)).mtimeMs >= before) continue
        await rm(path, { force: true })
        gone += 1
      }
    }
    return gone
  }

  return { keep, read, sweep }
}

async function redrawn(picture: Uint8Array, side: number, quality: number): Promise<Uint8Array | undefined> {
  try {
    return await sharp(picture, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality })
      .toBuffer()
  } catch {
    return undefined
  }
}

/** The size of a file that is there already, made young again so that no sweep takes it meanwhile. */
async function refresh(path: string): Promise<number | undefined> {
  try {
    const now = new Date()
    await utimes(path, now, now)
    return (await stat(path)).size
  } catch {
    return undefined
  }
}

/** On disk before anything names it: a file is written beside its place, flushed, and moved there. */
async function place(path: string, bytes: Uint8Array): Promise<void> {
  if ((await refresh(path)) === bytes.length) return
  const beside = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(beside, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

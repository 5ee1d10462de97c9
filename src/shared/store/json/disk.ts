import { constants, fdatasyncSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * How a file is forced to disk, on the spot or by a thread; the tests and the bench put a counting or a failing one in its
 * place.
 */
export type Sync = (file: FileHandle, onTheSpot: boolean) => Promise<void> | undefined

export const syncData: Sync = (file, onTheSpot) => (onTheSpot ? void fdatasyncSync(file.fd) : file.datasync())

/** Files hold who was invited and what residents wrote: for the owner only. */
export const fileMode = 0o600
export const folderMode = 0o700

/** Makes the names in a folder (new, renamed, gone) survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder, and those above it that are not there. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: folderMode })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** Writes a file whole or not at all: a temporary one, forced to disk, then renamed into place. */
export async function replaceFile(path: string, parts: AsyncIterable<string | Buffer>): Promise<void> {
  const temporary = `${path}.new`
  const handle = await open(temporary, 'w', fileMode)
  try {
    for await (const part of parts) await handle.appendFile(part)
    await handle.sync()
  } catch (error) {
    await handle.close()
    await rm(temporary, { force: true })
    throw error
  }
  await handle.close()
  await rename(temporary, path)
  await syncFolder(dirname(path))
}

/** For reading a file that need not be there: `open(path).catch(ifMissing)`. */
export function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}

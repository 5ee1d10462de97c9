import { chmod, link, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoreLocked } from '../errors.ts'
import { fileMode, folderMode, makeFolder } from './disk.ts'
import { answerRequests, connectTo, type Handler, sendRequest } from './line-socket.ts'

/** The ownership of a folder, until `release` or the end of the process. */
export interface Claim {
  /** Answers what other processes ask with `askOwner`; requests that come before are answered then. */
  listen(handler: Handler): void
  release(): Promise<void>
}

/**
 * Claims a folder for this process; it is made when it is not there, for its owner only. Throws `StoreLocked`.
 *
 * Each owner listens on a socket `owner-<n>.sock`, and the one with the highest n owns the folder. A socket that
 * nobody answers is that of a dead owner and can never answer again; whoever finds it so may take n + 1, and
 * since a name is linked only to a socket that listens already, and only once, one of them gets it. The highest name is
 * never removed, not even by its owner, so that nobody can take a number that has been passed already.
 */
export async function claimFolder(folder: string): Promise<Claim> {
  await makeFolder(folder)
  await chmod(folder, folderMode)
  let handle: (handler: Handler) => void = () => undefined
  const handler = new Promise<Handler>(resolve => {
    handle = resolve
  })
  const asking = new Set<Socket>()
  const server = createServer(socket => {
    asking.add(socket)
    socket.once('close', () => asking.delete(socket))
    answerRequests(socket, handler).catch(() => socket.destroy())
  })
  // An owner is not kept alive by its lock: what it serves keeps it alive.
  server.unref()
  try {
    await withShortPath(folder, short => takeNext(folder, short, server))
  } catch (error) {
    server.close()
    throw error
  }
  return { listen: handler => handle(handler), release: () => closed(server, asking) }
}

/** Asks the process that owns a folder; `undefined` when none does. Throws with the owner's words when it refused. */
export async function askOwner(folder: string, request: unknown): Promise<unknown | undefined> {
  const last = Math.max(0, ...(await ownersIn(folder)))
  if (last === 0) return undefined
  const socket = await withShortPath(folder, short => connectTo(join(short, ownerName(last))))
  return socket && (await sendRequest(socket, request))
}

const ownerName = (n: number) => `owner-${n}.sock`

async function ownersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => [])
  return names.flatMap(name => {
    const found = /^owner-(\d+)\.sock$/.exec(name)?.[1]
    return found === undefined ? [] : [Number(found)]
  })
}

async function takeNext(folder: string, short: string, server: Server): Promise<void> {
  const last = Math.max(0, ...(await ownersIn(folder)))
  if (last > 0) await refuseIfAlive(folder, short, last)
  const next = last + 1
  const temporary = `claim-${process.pid}-${Math.random().toString(36).slice(2, 8)}.sock`
  await listening(server, join(short, temporary))
  try {
    await chmod(join(folder, temporary), fileMode)
    await link(join(folder, temporary), join(folder, ownerName(next)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new StoreLocked(folder)
    throw error
  } finally {
    await rm(join(folder, temporary), { force: true })
  }
  const all = await ownersIn(folder)
  if (Math.max(...all) > next) {
    // Several owners came and went since we looked, and one of them is there.
    await rm(join(folder, ownerName(next)), { force: true })
    throw new StoreLocked(folder)
  }
  // The one before stays as well: a listing that runs meanwhile must find at least one that is not passed.
  for (const old of all) if (old < last) await rm(join(folder, ownerName(old)), { force: true })
}

async function refuseIfAlive(folder: string, short: string, n: number): Promise<void> {
  const socket = await connectTo(join(short, ownerName(n)))
  socket?.destroy()
  if (socket) throw new StoreLocked(folder)
}

/** A socket's path may have 107 bytes at most and is cut silently: reaches the folder by a short link for the moment. */
async function withShortPath<R>(folder: string, use: (short: string) => Promise<R>): Promise<R> {
  const room = await mkdtemp(join(tmpdir(), 'slc-'))
  try {
    const short = join(room, 'd')
    await symlink(await realpath(folder), short)
    return await use(short)
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
}

function closed(server: Server, asking: ReadonlySet<Socket>): Promise<void> {
  for (const socket of asking) socket.destroy()
  return new Promise(resolve => {
    server.close(() => resolve())
  })
}

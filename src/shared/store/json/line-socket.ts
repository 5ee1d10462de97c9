import { createConnection, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** Answers one request; what it throws is told to the asker as a sentence. */
export type Handler = (request: unknown) => Promise<unknown>

/** An import of units travels as one request; beyond this the asker is cut off. */
const requestBytes = 16 << 20

/** Connects to a socket; `undefined` when nobody listens there. */
export function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined)
      else reject(error)
    })
  })
}

/** Sends one request and gives its answer. Throws with the owner's words, or when it went away without an answer. */
export async function sendRequest(socket: Socket, request: unknown): Promise<unknown> {
  try {
    socket.write(`${JSON.stringify(request)}\n`)
    for await (const line of createInterface({ input: socket })) {
      const answer = JSON.parse(line) as { value?: unknown; error?: string }
      if (answer.error !== undefined) throw new Error(answer.error)
      return answer.value ?? null
    }
    throw new Error('The server went away before it answered')
  } finally {
    socket.destroy()
  }
}

/** Answers every line of a connection with a line, in order. */
export async function answerRequests(socket: Socket, handler: Promise<Handler>): Promise<void> {
  socket.on('error', () => socket.destroy())
  let received = 0
  socket.on('data', (chunk: Buffer) => {
    received += chunk.length
    if (received > requestBytes) socket.destroy()
  })
  for await (const line of createInterface({ input: socket })) {
    socket.write(`${JSON.stringify(await answerTo(line, handler))}\n`)
  }
  socket.end()
}

async function answerTo(
  line: string,
  handler: Promise<Handler>,
): Promise<{ value: unknown } | { error: string }> {
  try {
    const request: unknown = JSON.parse(line)
    return { value: await (await handler)(request) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

import { type ServerType, serve } from '@hono/node-server'

/** How long somebody may take to say what he asks for. What is sent with it has Node's five minutes: photos over a slow line need them. */
const headersMs = 15_000

/** Fewer than the files that a process may have open at least (4,096): the store must be able to open its own at any time. */
const mostConnections = 3_500

interface Place {
  readonly hostname: string
  readonly port: number
  readonly headersMs?: number
  readonly mostConnections?: number
}

/** Listens, and lets nobody hold connections open without asking for anything. Rejects when the address is taken. */
export function listen(fetch: Parameters<typeof serve>[0]['fetch'], place: Place): Promise<ServerType> {
  const patience = place.headersMs ?? headersMs
  const server = serve({
    fetch,
    hostname: place.hostname,
    port: place.port,
    serverOptions: { headersTimeout: patience, connectionsCheckingInterval: patience / 3 },
  })
  server.maxConnections = place.mostConnections ?? mostConnections
  return new Promise((done, fail) => {
    server.once('listening', () => done(server))
    server.once('error', fail)
  })
}

/** Requests under way may finish; what still hangs on after the grace, such as a live board, is cut. */
export async function closed(server: ServerType): Promise<void> {
  const graceMs = 5_000
  const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs)
  await new Promise(done => server.close(done))
  clearTimeout(cut)
}

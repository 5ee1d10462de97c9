import { type AddressInfo, createServer } from 'node:net'

/** A port of this machine that nobody listens at now: for a server whose address must be known before it starts. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready, fail) => probe.once('error', fail).listen(0, host, ready))
  const { port } = probe.address() as AddressInfo
  await new Promise(done => probe.close(done))
  return port
}

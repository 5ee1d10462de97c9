import { type ServerType, serve } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import { newWorld, type World, type WorldOptions } from '../helpers/world.ts'

export interface Site extends World {
  readonly url: string
}

/** A world behind a real server on a free port of this machine, until the test is over. */
export async function openSite(options: Omit<WorldOptions, 'publicUrl'> = {}): Promise<Site> {
  const parts: { world?: World } = {}
  const server: ServerType = serve({
    fetch: (request, env) =>
      parts.world?.web.fetch(request, env) ?? new Response('starting', { status: 503 }),
    hostname: '127.0.0.1',
    port: 0,
  })
  await new Promise(done => server.once('listening', done))
  onTestFinished(() => new Promise<void>(done => server.close(() => done())))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const world = await newWorld({ ...options, publicUrl: url })
  parts.world = world
  return { ...world, url }
}

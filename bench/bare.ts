import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'

// A bare Hono server in a process of its own: it gives the page and the thanks under the same headers, and checks and stores nothing.
const [port = '0', file = ''] = process.argv.slice(2)
const given = z.object({ page: z.string(), thanks: z.string(), headers: z.record(z.string(), z.string()) })
const { page, thanks, headers } = given.parse(JSON.parse(readFileSync(file, 'utf8')))
const app = new Hono()
app.get('*', c => c.body(page, 200, headers))
app.post('*', async c => {
  const body = new URLSearchParams(await c.req.text())
  return c.body(thanks, body.has('_id') ? 201 : 400, headers)
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(port) })

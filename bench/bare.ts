import { serve } from '@hono/node-server'
import { Hono } from 'hono'

// A bare Hono server in a process of its own: it gives the page and the thanks under the same headers, and checks and stores nothing.
const [port = '0', ...given] = process.argv.slice(2)
const [page = '', thanks = '', all = '{}'] = given.map(text => Buffer.from(text, 'base64').toString())
const headers: Record<string, string> = JSON.parse(all)
const app = new Hono()
app.get('*', c => c.body(page, 200, headers))
app.post('*', async c => {
  const body = new URLSearchParams(await c.req.text())
  return c.body(thanks, body.has('_id') ? 201 : 400, headers)
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(port) })

import { serve } from '@hono/node-server'
import { Hono } from 'hono'

// A bare Hono server in a process of its own: it gives the page and the thanks, and checks and stores nothing.
const [port = '0', ...given] = process.argv.slice(2)
const [page = '', thanks = ''] = given.map(text => Buffer.from(text, 'base64').toString())
const app = new Hono()
app.get('*', c => c.html(page))
app.post('*', async c => {
  const body = new URLSearchParams(await c.req.text())
  return c.html(thanks, body.has('_id') ? 201 : 400)
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(port) })

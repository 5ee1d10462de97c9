import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { closed, listen } from '../src/server.ts'

async function opened(limits: { headersMs?: number; mostConnections?: number }) {
  const place = { hostname: '127.0.0.1', port: 0, ...limits }
  const server = await listen(() => new Response('here'), place)
  onTestFinished(() => closed(server))
  return (server.address() as AddressInfo).port
}

/** What a client is told until the server hangs up. */
function told(port: number, sent: string): Promise<string> {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1', () => socket.write(sent))
    let text = ''
    socket.on('data', data => {
      text += data
    })
    socket.on('error', () => undefined)
    socket.on('close', () => done(text))
  })
}

test('whoever never finishes asking is hung up on', async () => {
  const port = await opened({ headersMs: 90 })
  expect(await told(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toContain('408')
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
})

test('more connections than the process can bear are not taken', async () => {
  const port = await opened({ mostConnections: 1 })
  const first = connect(port, '127.0.0.1')
  await new Promise(done => first.once('connect', done))
  onTestFinished(() => void first.destroy())
  expect(await told(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('')
})

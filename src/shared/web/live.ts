import { streamSSE } from 'hono/streaming'
import type { Web } from './env.ts'

/** Replaces a board whenever the server sends a new one; without it the page is complete and reloads show the same. */
export const liveScript = `
const board = document.querySelector('[data-live]')
if (board && 'EventSource' in window) {
  const source = new EventSource(board.dataset.live)
  source.addEventListener('board', event => { board.innerHTML = event.data })
  addEventListener('pagehide', () => source.close())
}
`

/** After how long the browser connects anew. */
const liveMinutes = 30

/** Sends what `html` gives now, and again whenever it gives something else; `ended` is called once when nobody looks any more. */
export function liveBoard(c: Web, html: () => Promise<string>, everyMs: number, ended: () => void) {
  return streamSSE(c, async stream => {
    let last = ''
    const end = performance.now() + liveMinutes * 60_000
    try {
      while (!stream.aborted && performance.now() < end) {
        const data = (await html()).replaceAll('\n', ' ')
        if (data !== last) await stream.writeSSE({ event: 'board', data })
        last = data
        await stream.sleep(everyMs)
      }
    } finally {
      ended()
    }
  })
}

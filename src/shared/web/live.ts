import { streamSSE } from 'hono/streaming'
import { StoreClosed } from '../store/errors.ts'
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

export interface LiveBoard {
  readonly html: () => Promise<string>
  /** Waits until it is worth asking for `html` again. */
  readonly next: () => Promise<unknown>
  /** Called when nobody looks any more, however the stream ends; perhaps twice. */
  readonly ended: () => void
}

/** Sends what `html` gives now, and again whenever it gives something else. */
export function liveBoard(c: Web, { html, next, ended }: LiveBoard) {
  return streamSSE(c, async stream => {
    stream.onAbort(ended)
    let last = ''
    const end = performance.now() + liveMinutes * 60_000
    try {
      while (!stream.aborted && performance.now() < end) {
        const data = (await html()).replaceAll('\n', ' ')
        if (data !== last) await stream.writeSSE({ event: 'board', data })
        last = data
        await next()
      }
    } catch (error) {
      // The program is stopping: the board ends, and the browser connects anew.
      if (!(error instanceof StoreClosed)) throw error
    } finally {
      ended()
    }
  })
}

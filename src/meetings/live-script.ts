/** Replaces the attendance board whenever the server sends a new one; without it the page is complete and reloads show the same. */
export const liveScript = `
const board = document.querySelector('[data-live]')
if (board && 'EventSource' in window) {
  const source = new EventSource(board.dataset.live)
  source.addEventListener('board', event => { board.innerHTML = event.data })
  addEventListener('pagehide', () => source.close())
}
`

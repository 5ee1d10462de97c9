/** Waits, but no longer than until the signal, or until something else is done. */
export function pause(ms: number, signal: AbortSignal, other?: Promise<unknown>): Promise<void> {
  return new Promise(done => {
    const timer = setTimeout(end, ms)
    function end() {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      done()
    }
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
    void other?.then(end, end)
  })
}

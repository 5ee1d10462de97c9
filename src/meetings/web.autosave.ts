/**
 * Saves what was changed in the minutes a moment after the last key. Each field has beside it what stood there, so that
 * the server tells two writers apart; without this script the form is saved by its button.
 */
export const autosaveScript = `
const form = document.querySelector('form[data-autosave]')
if (form && 'fetch' in window) {
  const state = form.querySelector('[data-state]')
  const value = el => el.type === 'checkbox' ? (el.checked ? el.value : '') : el.value
  const was = el => form.elements['was.' + el.name]
  const changed = () => [...form.elements].filter(el => el.name && was(el) && value(el) !== was(el).value)
  let timer, busy = false, stopped = false, wait = 1200
  const plan = ms => { clearTimeout(timer); timer = setTimeout(save, ms) }
  const save = async (options = {}) => {
    if (busy || stopped) return
    const sent = changed().map(el => [el, value(el)])
    if (sent.length === 0) return
    busy = true
    const body = new FormData()
    for (const [el, now] of sent) {
      body.append(el.name, now)
      body.append('was.' + el.name, was(el).value)
    }
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' }, ...options })
      if (answer.ok && !answer.redirected) {
        for (const [el, now] of sent) was(el).value = now
        wait = 1200
        state.textContent = form.dataset.saved + ' ' + new Date().toTimeString().slice(0, 5)
      } else {
        stopped = true
        const told = await answer.json().catch(() => ({}))
        state.textContent = told.text || form.dataset.failed
      }
    } catch {
      state.textContent = form.dataset.failed
      wait = 15000
    }
    busy = false
    // What was typed while this was under way goes with the next.
    if (!stopped && changed().length > 0) plan(wait)
  }
  form.addEventListener('input', () => plan(1200))
  form.addEventListener('submit', () => { stopped = true; clearTimeout(timer) })
  addEventListener('pagehide', () => save({ keepalive: true }))
}
`

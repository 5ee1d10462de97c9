/** Keeps the chat, the tabs and the clock up to date, and sends without leaving the page; without it, forms reload the page. */
export const script = `
const chat = document.querySelector('#chat')
const toEnd = () => { chat.scrollTop = chat.scrollHeight }
toEnd()
const tabs = document.querySelector('#tabs')
tabs.scrollLeft = tabs.querySelector('[aria-current]').offsetLeft - tabs.offsetLeft
const source = new EventSource('/live' + location.search)
for (const part of ['chat', 'tabs', 'time'])
  source.addEventListener(part, event => {
    const place = document.querySelector('#' + part)
    if (place.innerHTML === event.data) return
    place.innerHTML = event.data
    if (part === 'chat') toEnd()
  })
addEventListener('pagehide', () => source.close())
document.addEventListener('submit', async event => {
  const form = event.target
  event.preventDefault()
  const body = new FormData(form, event.submitter)
  if (event.submitter) event.submitter.disabled = true
  form.reset()
  try {
    await fetch(form.action, { method: 'POST', body })
  } finally {
    if (event.submitter) event.submitter.disabled = false
  }
})
document.querySelector('#photo').addEventListener('change', event => {
  if (event.target.files.length > 0) event.target.form.requestSubmit()
})
document.addEventListener('click', event => {
  const link = event.target.closest('a[target=web]')
  if (link) document.querySelector('#web').scrollIntoView({ behavior: 'smooth' })
})
`

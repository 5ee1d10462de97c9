/** Hands what Telegram put behind the address's `#` to the server; the page works as a way to `/sign-in` without it. */
export const miniAppScript = `
const data = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData')
const form = document.querySelector('form[data-mini-app]')
if (data && form) {
  form.elements.initData.value = data
  history.replaceState(null, '', location.pathname)
  form.submit()
}
`

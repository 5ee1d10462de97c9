import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Refusal } from '../refusal.ts'
import type { Text, Values } from '../words.ts'
import { cameFrom } from './came-from.ts'
import { drawOnce } from './drawn.ts'
import { type NavItem, type View, viewOf, type Web } from './env.ts'
import { words } from './words.ts'

type Status = 200 | 201 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500

/**
 * Answers with a whole page: the title, the navigation of the signed-in person, and `content`. What is the same for all readers of
 * a language is drawn once; the person's own links and the way back to this page are not.
 */
export async function page(c: Web, title: string, content: Child, status: Status = 200) {
  const view = viewOf(c)
  const { t, lang } = view
  const { path } = c.req
  const { sections, own } = c.get('nav')
  const current = sections.find(item => isUnder(path, item.path))?.path ?? ''
  const isSample = c.get('sample') ?? false
  const ownLinks = own.map(item => <NavLink item={item} isCurrent={isUnder(path, item.path)} />)
  const language = html`<form method="post" action="/language"><input type="hidden" name="to" value="${here(c)}"/>${otherLanguage(view)}</form>`
  const top = html`<div class="top">${brand(view)}${ownLinks}${c.get('actor') && signOut(view)}${language}</div>`
  const header = html`<header class="container">${top}${sections.length > 0 && menu(sections, view, current)}</header>`
  const drawn =
    await html`<!doctype html><html lang="${lang}"><head>${head(view)}<title>${title} · ${t(words.product)}</title>${links(view)}</head><body>${start(view, isSample)}${header}<main class="container" id="content">${content}</main></body></html>`
  // The server writes a text straight out; of a `String` object, which drawing gives, it makes a whole `Response` with a stream.
  return c.html(String(drawn), status)
}

/** The address of this page, without a language that it asks for. */
function here(c: Web): string {
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete('lang')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

/** Answers with a refusal's own status and its sentence, and the way back to the form; `heading` for who only wanted to read. */
export function refusalPage(c: Web, { text, values, status }: Refusal, heading: Text = words.refused) {
  return messagePage(c, { title: heading, text, values, status, back: backToForm(c) })
}

/** The page on which a posted form stood, where the browser tells it. */
export function backToForm(c: Web): Way | undefined {
  const path = cameFrom(c)
  return path === undefined ? undefined : { path, text: words.backToForm }
}

interface Way {
  readonly path: string
  readonly text: Text
}

interface Message {
  readonly title: Text
  readonly text: Text
  readonly values?: Values | undefined
  readonly status: Status
  /** Where to go on, before the start page. */
  readonly back?: Way | undefined
}

/** Answers with one sentence and the ways on. The start page is for who is signed in; anybody else only finds sign-in there. */
export function messagePage(c: Web, { title, text, values, status, back }: Message) {
  const { t } = viewOf(c)
  const home = c.get('actor')
    ? { path: '/', text: words.home }
    : { path: '/sign-in', text: words.staffSignIn }
  const ways = back ? [back, home] : [home]
  return page(
    c,
    t(title),
    <>
      <h1>{t(title)}</h1>
      <p>{t(text, values)}</p>
      <p>
        {ways.map(({ path, text }, at) => (
          <>
            {at > 0 && ' · '}
            <a href={path}>{t(text)}</a>
          </>
        ))}
      </p>
    </>,
    status,
  )
}

const head = drawOnce((_: View) => (
  <>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
  </>
))

const links = drawOnce((_: View) => (
  <>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/style.css" />
  </>
))

const start = drawOnce(({ t }: View, isSample: boolean) => (
  <>
    <a class="skip" href="#content">
      {t(words.skip)}
    </a>
    {isSample && <aside class="sample">{t(words.sample)}</aside>}
  </>
))

const brand = drawOnce(({ t }: View) => (
  <a class="brand" href="/">
    {t(words.product)}
  </a>
))

const signOut = drawOnce(({ t }: View) => (
  <form method="post" action="/sign-out">
    <button type="submit">{t(words.signOut)}</button>
  </form>
))

const otherLanguage = drawOnce(({ t, lang }: View) => (
  <button type="submit" name="lang" value={lang === 'en' ? 'zh-CN' : 'en'}>
    {t(words.otherLanguage)}
  </button>
))

/** As many drawings of the sections are kept as there are sections that one can be in. */
const mostCurrent = 32

/** The sections; `current` is the path of the one that the page belongs to. */
const menu = drawOnce((sections: readonly NavItem[], { t }: View, current: string) => {
  const placed = (place: NavItem['place']) =>
    sections
      .filter(item => item.place === place)
      .map(item => <NavLink item={item} isCurrent={item.path === current} />)
  return (
    <nav aria-label={t(words.menu)}>
      {placed('main')}
      {/* Closed and on a phone, only the page that one is on is shown of the rest; a wide screen shows all. */}
      <details class="more">
        <summary>{t(words.more)}</summary>
      </details>
      <div class="rest">{placed('more')}</div>
    </nav>
  )
}, mostCurrent)

function NavLink({ item, isCurrent }: { item: NavItem; isCurrent: boolean }) {
  return (
    <a href={item.path} {...(isCurrent ? { 'aria-current': 'page' } : {})}>
      {item.label}
    </a>
  )
}

function isUnder(path: string, item: string): boolean {
  return path === item || path.startsWith(`${item}/`)
}

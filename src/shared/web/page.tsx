import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Actor } from '../actor.ts'
import type { Refusal } from '../refusal.ts'
import { type NavItem, type View, viewOf, type Web } from './env.ts'
import { words } from './words.ts'

type Status = 200 | 201 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500

/** Answers with a whole page: the title, the navigation of the signed-in person, and `content`. */
export async function page(c: Web, title: string, content: Child, status: Status = 200) {
  const drawn = await html`<!doctype html>${(
    <Layout
      view={viewOf(c)}
      title={title}
      nav={c.get('nav')}
      actor={c.get('actor')}
      path={c.req.path}
      here={here(c)}
      sample={c.get('sample') ?? false}
    >
      {content}
    </Layout>
  )}`
  // The server writes a text straight out; of a `String` object, which drawing gives, it makes a whole `Response` with a stream.
  return c.html(String(drawn), status)
}

/** The address of this page, without a language that it asks for. */
function here(c: Web): string {
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete('lang')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

/** Answers with a refusal's own status and its sentence, and the way back. */
export function refusalPage(c: Web, refusal: Refusal) {
  const { t } = viewOf(c)
  return page(
    c,
    t(words.refused),
    <Message view={viewOf(c)} title={t(words.refused)} text={t(refusal.text, refusal.values)} />,
    refusal.status,
  )
}

export function Message({ view, title, text }: { view: View; title: string; text: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="/">{view.t(words.home)}</a>
      </p>
    </>
  )
}

interface LayoutProps {
  readonly view: View
  readonly title: string
  readonly nav: readonly NavItem[]
  readonly actor: Actor | undefined
  readonly path: string
  /** Where the reader comes back to with another language. */
  readonly here: string
  readonly sample: boolean
  readonly children?: Child
}

function Layout({ view, title, nav, actor, path, here, sample, children }: LayoutProps) {
  const { t, lang } = view
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${t(words.product)}`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">
          {t(words.skip)}
        </a>
        {sample && <aside class="sample">{t(words.sample)}</aside>}
        <header class="container">
          <div class="top">
            <a class="brand" href="/">
              {t(words.product)}
            </a>
            <NavLinks nav={nav} place="own" path={path} />
            {actor && (
              <form method="post" action="/sign-out">
                <button type="submit">{t(words.signOut)}</button>
              </form>
            )}
            <form method="post" action="/language">
              <input type="hidden" name="to" value={here} />
              <button type="submit" name="lang" value={lang === 'en' ? 'zh-CN' : 'en'}>
                {t(words.otherLanguage)}
              </button>
            </form>
          </div>
          {nav.length > 0 && (
            <nav aria-label={t(words.menu)}>
              <NavLinks nav={nav} place="main" path={path} />
              {/* Closed and on a phone, only the page that one is on is shown of the rest; a wide screen shows all. */}
              <details class="more">
                <summary>{t(words.more)}</summary>
              </details>
              <div class="rest">
                <NavLinks nav={nav} place="more" path={path} />
              </div>
            </nav>
          )}
        </header>
        <main class="container" id="content">
          {children}
        </main>
      </body>
    </html>
  )
}

function NavLinks({ nav, place, path }: Pick<LayoutProps, 'nav' | 'path'> & Pick<NavItem, 'place'>) {
  return nav
    .filter(item => item.place === place)
    .map(item => (
      <a href={item.path} {...(isUnder(path, item.path) ? { 'aria-current': 'page' } : {})}>
        {item.label}
      </a>
    ))
}

function isUnder(path: string, item: string): boolean {
  return path === item || path.startsWith(`${item}/`)
}

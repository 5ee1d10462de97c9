import { html } from 'hono/html'
import { dateOf, instant, timeOf } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import type { Button, Message } from './emulator/chats.ts'
import { leaps, type Player, type Stage } from './stage.ts'
import { words } from './words.ts'

export interface Shown {
  readonly view: View
  readonly stage: Stage
  readonly player: Player
  /** Where a persona's web is, as this browser reaches it. */
  readonly windowOf: (player: Player) => string
  readonly next: string | undefined
}

export function demoPage(shown: Shown) {
  const { view, player, windowOf } = shown
  const { t, lang } = view
  const web = windowOf(player)
  const query = `?as=${player.key}`
  return html`<!doctype html>${(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{t(words.title)}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        <script type="module" src="/demo.js" />
      </head>
      <body class="demo">
        <aside class="sample">{t(words.sample)}</aside>
        <header>
          <h1>{t(words.title)}</h1>
          <div class="time" id="time">
            <Time {...shown} />
          </div>
          <a class="language" href={`${query}&lang=${lang === 'en' ? 'zh-CN' : 'en'}`}>
            {t(words.otherLanguage)}
          </a>
        </header>
        <main>
          <section class="talk" aria-label={t(words.chat)}>
            <nav class="tabs" id="tabs" aria-label={t(words.personas)}>
              <Tabs {...shown} />
            </nav>
            <div id="chat" role="log" aria-label={t(words.chat)} tabindex={0}>
              <Chat {...shown} />
            </div>
            <div class="write">
              <form method="post" action={`/say${query}`}>
                <input
                  name="text"
                  aria-label={t(words.type)}
                  placeholder={t(words.type)}
                  autocomplete="off"
                  required
                />
                <button type="submit">{t(words.send)}</button>
              </form>
              <form method="post" action={`/photo${query}`} enctype="multipart/form-data">
                <label>
                  {t(words.photo)}
                  <input id="photo" type="file" name="photo" accept="image/*" required />
                </label>
              </form>
            </div>
            <details>
              <summary>{t(words.tryTitle)}</summary>
              <ul>
                {t(words.tryThese)
                  .split('\n')
                  .map(line => (
                    <li>{line}</li>
                  ))}
              </ul>
            </details>
          </section>
          <section class="web" id="web">
            <p>
              <strong>{t(words.web, { name: player.person.name })}</strong>
              <a href={web} target="_blank" rel="noreferrer">
                {t(words.ownTab)}
              </a>
            </p>
            <iframe name="web" src={web} title={t(words.web, { name: player.person.name })} />
          </section>
        </main>
      </body>
    </html>
  )}`
}

export function Time({ view: { t, lang }, stage, player, next }: Shown) {
  const now = stage.now()
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone: stage.zone }).format(
    new Date(now),
  )
  const leaping = stage.isLeaping()
  return (
    <>
      <span>{t(words.clock)}</span>
      <output>{`${dateOf(now, stage.zone)} ${weekday} ${timeOf(now, stage.zone)}`}</output>
      <form method="post" action={`/leap?as=${player.key}`}>
        {leaps
          .filter(leap => leap !== 'meeting' || next !== undefined)
          .map(leap => (
            <button type="submit" name="leap" value={leap} disabled={leaping}>
              {t(words[leap])}
              {leap === 'meeting' && ` (${next})`}
            </button>
          ))}
      </form>
      {leaping && <span class="muted">{t(words.moving)}</span>}
    </>
  )
}

export function Tabs({ view: { t }, stage, player }: Shown) {
  return (
    <>
      {stage.players.map(each => (
        <a href={`?as=${each.key}`} {...(each === player ? { 'aria-current': 'page' } : {})}>
          {each.person.name}
          <small>{`${each.unit} · ${t(words[each.role])} · ${each.user.sees().length}`}</small>
        </a>
      ))}
    </>
  )
}

export function Chat(shown: Shown) {
  const messages = shown.player.user.reads()
  if (messages.length === 0) return <p class="muted">{shown.view.t(words.quiet)}</p>
  return (
    <>
      {messages.map(message => (
        <Bubble {...shown} message={message} />
      ))}
    </>
  )
}

function Bubble({ message, ...shown }: Shown & { readonly message: Message }) {
  const { view, stage, player } = shown
  const { t } = view
  const mine = message.from.id === player.user.id
  const at = instant(new Date(message.date * 1000).toISOString())
  const rows = message.reply_markup?.inline_keyboard ?? []
  const text = message.text ?? message.caption
  return (
    <div class={mine ? 'message mine' : 'message'}>
      <p>
        {message.photo && `[${t(words.picture)}] `}
        {message.document && `[${t(words.file, { name: message.document.file_name })}] `}
        {text}
        <small>
          {`${dateOf(at, stage.zone).slice(5)} ${timeOf(at, stage.zone)}`}
          {message.edit_date !== undefined && ` ${t(words.edited)}`}
        </small>
      </p>
      {rows.length > 0 && (
        <form method="post" action={`/press?as=${player.key}`}>
          <input type="hidden" name="message" value={String(message.message_id)} />
          {rows.map(row => (
            <div class="row">
              {row.map(button => (
                <Key {...shown} button={button} />
              ))}
            </div>
          ))}
        </form>
      )}
    </div>
  )
}

/** A link to the product opens beside the chat, signed in as the persona; links elsewhere stay links. */
function Key({ button, stage, player, windowOf }: Shown & { readonly button: Button }) {
  if (button.url?.startsWith(`${stage.publicUrl}/`)) {
    const href = windowOf(player) + button.url.slice(stage.publicUrl.length + 1)
    return (
      <a href={href} target="web">
        {button.text}
      </a>
    )
  }
  if (button.url) return <a href={button.url}>{button.text}</a>
  return (
    <button type="submit" name="data" value={button.callback_data ?? ''}>
      {button.text}
    </button>
  )
}

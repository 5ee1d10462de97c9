import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { punctuation } from '../punctuation.ts'
import { viewOf, type Web } from './env.ts'
import { words } from './words.ts'

interface Sheet {
  readonly title: string
  /** Where the reader came from. */
  readonly from: { readonly path: string; readonly title: string }
  /** What has to be known before printing, or another way to have it; stands on the screen only. */
  readonly notice?: Child
  /** Beside what all sheets share: black on white in every mode, and no header in print. */
  readonly style: string
  readonly content: Child
}

const shared = `*{box-sizing:border-box}body{margin:0;background:#fff;color:#000;font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}time{white-space:nowrap}.hint{padding:1rem}@media print{.hint{display:none}}`

/** Answers with a page that is made to be printed: no navigation, and on the screen a line with the way back. */
export async function printPage(
  c: Web,
  { title, from, notice, style, content }: Sheet,
  status: 200 | 201 = 200,
) {
  const { t, lang } = viewOf(c)
  const drawn = await html`<!doctype html>${(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style nonce={c.get('secureHeadersNonce')}>{raw(shared + style)}</style>
      </head>
      <body>
        <header class="hint">
          <a href={from.path}>{from.title}</a> · {t(words.printHint)}
          {notice && (
            <strong>
              {t(punctuation.gap)}
              {notice}
            </strong>
          )}
        </header>
        <main>{content}</main>
      </body>
    </html>
  )}`
  return c.html(String(drawn), status)
}

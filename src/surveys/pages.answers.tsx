import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Posted } from '../forms/answers.ts'
import type { Form } from '../forms/form.ts'
import { FormButtons, FormFields, formStyle, pageScript } from '../forms/pages.tsx'
import type { AnswerError, Data } from '../forms/verdict.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { PlainDate } from '../shared/time.ts'
import { Dated } from '../shared/web/dated.tsx'
import { words as webWords } from '../shared/web/words.ts'
import { type Lang, speaker, type Text } from '../shared/words.ts'
import { words } from './answer-words.ts'
import { lastDayOf, type Round, type RoundUnit } from './round.ts'

/** Own type sizes in em, so that one switch enlarges everything; black on white, nothing that must be loaded. */
const style = `*{box-sizing:border-box}body{margin:0;color:#16181d;background:#fff;font:17px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{position:relative;max-width:40rem;margin:auto;padding:.5rem 1rem 4rem}.page{font-size:1em}#large:checked~.page{font-size:1.35em;color:#000}#large:checked~.page :is(.quiet,.h,.m){color:inherit;opacity:1}#large:checked~.page :is(.o,input,select,textarea){border:2px solid}
.top{display:flex;justify-content:space-between;margin-bottom:.5rem}.top label,.top a{display:inline-flex;align-items:center;min-height:44px}
#large{position:absolute;opacity:0}#large+.top label{border:1px solid #767676;border-radius:.4em;padding:0 .8em}#large:checked+.top label{background:#16181d;color:#fff}#large:focus-visible+.top label{outline:3px solid #0b57d0}
h1{font-size:1.4em;line-height:1.35;margin:.3em 0}.lead{margin:.2em 0}form{margin-top:1.5em}.quiet{color:#4a4f57;font-size:.9em}.notice{border-left:4px solid #b3261e;padding:.5em 1em;margin:1em 0;background:#fdf1f0}.notice.good{border-color:#1b6e3c;background:#eef7f1}
main button{font:inherit;font-weight:600;width:100%;min-height:52px;border:0;border-radius:.5em;background:#0b57d0;color:#fff;margin-top:1em}main button.secondary{background:none;color:inherit;border:1px solid #767676}.code input{display:block;font:inherit;width:100%;min-height:48px;padding:.3em .6em;border:1px solid #767676;border-radius:.4em;letter-spacing:.08em}a{color:#0b57d0}time{white-space:nowrap}.receipt{font-size:1.6em;font-weight:600;letter-spacing:.06em;margin:.2em 0}
@media(prefers-color-scheme:dark){body{background:#14161a;color:#e8eaee}#large:checked~.page{color:#fff}.quiet{color:#b4bac4}a{color:#8ab4f8}main button{background:#8ab4f8;color:#10131a}.notice{background:#2a1b1b}.notice.good{background:#16261c}#large:checked+.top label{background:#e8eaee;color:#14161a}}`

const hashes = (texts: readonly string[]) =>
  texts.map(text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ')

/**
 * What every resident's page is sent with. Nothing may be loaded or run but what stands in the page itself, which is
 * named by its hash; each page has its own response id, so nothing on the way may keep it.
 */
export function residentHeaders(publicUrl: string): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=UTF-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src ${hashes([style, style + formStyle])}; script-src ${hashes([pageScript])}; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}

interface DocumentProps {
  readonly lang: Lang
  readonly title: string
  /** Where the other language is; left out where going there would lose what stands here. */
  readonly path?: string
  readonly form?: 'plain' | 'scripted'
  /** The one-time code, kept when the language is changed. */
  readonly code?: string | undefined
  readonly large?: Large
  readonly children?: Child
}

/** How the switch of large type stands: a word in its tag, since a page that is rendered once has a place for it there. */
export type Large = string

/** Posted with the form, so that it holds until the answer is in. */
export const largeOf = ({ _large }: Posted): Large => (_large === undefined ? '' : 'checked')

/** The residents' frame: no navigation, one request. */
function Document({ lang, title, path, form, code, large = '', children }: DocumentProps) {
  const t = speaker(lang)
  const otherLang = lang === 'en' ? 'zh-CN' : 'en'
  return html`<!doctype html>${(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style>{raw(form ? style + formStyle : style)}</style>
      </head>
      <body>
        <main>
          {raw(`<input type="checkbox" id="large" name="_large" form="answer" ${large}/>`)}
          <div class="top">
            <label for="large">{t(words.large)}</label>
            {path && (
              <a
                href={`${path}?lang=${otherLang}${code === undefined ? '' : `&c=${code}`}`}
                hreflang={otherLang}
              >
                {t(words.otherLanguage)}
              </a>
            )}
          </div>
          <div class="page">{children}</div>
        </main>
        {form === 'scripted' && <script>{raw(pageScript)}</script>}
      </body>
    </html>
  )}`
}

export interface AnswerPageProps {
  readonly lang: Lang
  readonly round: Round
  readonly form: Form
  readonly unit: Pick<RoundUnit, 'name' | 'link'>
  /** The response id that the page posts. */
  readonly id: string
  readonly today: PlainDate
  /** The page of the form, from 0. */
  readonly page?: number
  readonly answers?: Data
  readonly errors?: readonly AnswerError[]
  /** Whether the page was sent before, with other answers. */
  readonly conflict?: boolean
  /** In coded rounds: the code as it was typed or scanned, and what is wrong with it. */
  readonly code?: { readonly typed: string; readonly fault?: Text } | undefined
  /** Whether the district is the sample one. */
  readonly sample?: boolean
  readonly large?: Large
}

export function answerPage(props: AnswerPageProps) {
  const { lang, round, form, unit, id, today, page = 0, answers = {}, errors = [] } = props
  const { conflict, code, sample, large = '' } = props
  const t = speaker(lang)
  const path = `/s/${unit.link}`
  const shown = { form, lang, around: { today }, answers, errors, page }
  const frame = { lang, path, title: `${unit.name} · ${t(form.title)}`, code: code?.typed, large }
  return (
    <Document {...frame} form={isConditional(round) ? 'scripted' : 'plain'}>
      {sample && <p class="lead quiet">{t(webWords.sample)}</p>}
      <p class="lead quiet">{t(words.asker, { district: round.asker })}</p>
      <h1>
        {unit.name} · {t(form.title)}
      </h1>
      {form.description && page === 0 && <p class="lead">{t(form.description)}</p>}
      <p class="lead quiet">
        {t(words.anonymous)}
        {t(punctuation.gap)}
        <Dated text={t(words.until, { date: lastDayOf(round) })} />
      </p>
      {conflict && (
        <p class="notice" role="alert">
          {t(words.conflict)}
        </p>
      )}
      <form method="post" id="answer" action={`${path}?lang=${lang}`}>
        {code && <CodeField lang={lang} {...code} />}
        <FormFields {...shown} hidden={{ _id: id }} />
        <FormButtons {...shown} />
      </form>
    </Document>
  )
}

interface CodeProps {
  readonly lang: Lang
  readonly typed: string
  readonly fault?: Text
}

function CodeField({ lang, typed, fault }: CodeProps) {
  const t = speaker(lang)
  return (
    <p class="code">
      <label for="code">{t(words.code)}</label>
      <input
        id="code"
        name="_code"
        value={typed}
        required
        maxlength={40}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby={fault ? 'code-fault' : undefined}
        aria-invalid={fault ? 'true' : undefined}
      />
      {fault && (
        <span class="notice" id="code-fault" role="alert">
          {t(fault)}
        </span>
      )}
    </p>
  )
}

/** Whether the page's script has anything to do. */
function isConditional(round: Round): boolean {
  return JSON.stringify(round.form.definition).includes('"visibleIf"')
}

interface ThanksProps {
  readonly lang: Lang
  /** The round's id. */
  readonly round: string
  /** Whether the district is the sample one. */
  readonly sample: boolean
  readonly unit: Pick<RoundUnit, 'name' | 'link'>
  readonly receipt: string
  readonly large: Large
}

export function thanksPage({ lang, round, sample, unit, receipt, large }: ThanksProps) {
  const t = speaker(lang)
  return (
    <Document lang={lang} title={t(words.thanks)} large={large}>
      <h1>{t(words.thanks)}</h1>
      {sample && <p class="lead quiet">{t(webWords.sample)}</p>}
      <p class="notice good" role="status">
        {unit.name} · {t(words.stored)}
      </p>
      <p class="quiet">{t(words.receipt)}</p>
      <p class="receipt" id="receipt">
        {receipt}
      </p>
      <p class="quiet">{t(words.receiptHint)}</p>
      <p>
        {t(words.receiptUse)}
        {t(punctuation.gap)}
        <a href={`/r/${round}/receipts`}>{t(words.receiptCheck)}</a>
      </p>
      <p>
        <a href={`/s/${unit.link}?lang=${lang}`}>{t(words.another)}</a>
      </p>
    </Document>
  )
}

interface SorryProps {
  readonly lang: Lang
  readonly path: string
  readonly text: string
  /** Where it can be answered after all, on a fresh page. */
  readonly anew?: string
  /** Where the round's result is published. */
  readonly result?: string
}

export function sorryPage({ lang, path, text, anew, result }: SorryProps) {
  const t = speaker(lang)
  return (
    <Document lang={lang} title={t(words.sorry)} path={path}>
      <h1>{t(words.sorry)}</h1>
      <p>
        <Dated text={text} />
      </p>
      {anew && (
        <p>
          <a href={anew}>{t(words.startAnew)}</a>
        </p>
      )}
      {result && (
        <p>
          <a href={result}>{t(words.result)}</a>
        </p>
      )}
    </Document>
  )
}

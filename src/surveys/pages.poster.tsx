import { raw } from 'hono/html'
import type { View } from '../shared/web/env.ts'
import { Qr } from '../shared/web/qr.tsx'
import { lastDayOf, type Round, type RoundUnit } from './round.ts'
import { words } from './words.ts'

const style = `@page{size:A4;margin:0}*{box-sizing:border-box}body{margin:0;background:#fff;color:#000;font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.hint{padding:1rem;margin:0}.sheet{max-width:210mm;min-height:296mm;padding:22mm 8%;margin:auto;display:flex;flex-direction:column;align-items:center;justify-content:space-between;text-align:center;break-after:page;border-bottom:1px dashed #888}
h1{font-size:min(44pt,11vw);margin:0;letter-spacing:.08em}h2{font-size:26pt;margin:8mm 0}p{font-size:17pt;line-height:1.6;margin:4mm 0}.link{font-size:15pt;overflow-wrap:anywhere}svg{width:105mm;max-width:100%;height:auto}footer{font-size:13pt}
@media print{.hint{display:none}.sheet{width:210mm;border:0}h1{font-size:44pt}}`

interface PostersProps {
  readonly view: View
  readonly nonce: string
  readonly round: Round
  readonly units: readonly RoundUnit[]
  readonly publicUrl: string
}

/** Posters to be printed, one A4 sheet a unit: what it is about, the QR code and the short link. */
export function PostersDocument({ view: { t, lang }, nonce, round, units, publicUrl }: PostersProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t(words.posters)}</title>
        <style nonce={nonce}>{raw(style)}</style>
      </head>
      <body>
        <header class="hint">
          <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a> · {t(words.printHint)}
        </header>
        <main>
          {units.map(unit => {
            const url = `${publicUrl}/s/${unit.link}`
            const why = unit.level === 'window' ? words.posterWindow : words.posterWhy
            return (
              <section class="sheet">
                <div>
                  <h1>{t(words.posterCall)}</h1>
                  <h2>{unit.name}</h2>
                  <p>{t(why, { unit: unit.name })}</p>
                </div>
                <Qr text={url} title={t(words.qrOf, { name: unit.name })} size={400} />
                <div>
                  <p>{t(words.posterLink)}</p>
                  <p class="link">{url}</p>
                </div>
                <footer>
                  {t(words.posterAsker, { district: round.asker })} ·{' '}
                  {t(words.posterUntil, { date: lastDayOf(round) })}
                </footer>
              </section>
            )
          })}
        </main>
      </body>
    </html>
  )
}

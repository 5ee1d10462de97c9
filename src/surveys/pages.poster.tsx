import type { View } from '../shared/web/env.ts'
import { Qr } from '../shared/web/qr.tsx'
import type { Say, Text } from '../shared/words.ts'
import { printWords } from './print-words.ts'
import { lastDayOf, type Round, type RoundUnit } from './round.ts'

/** An A4 sheet a unit, to be read from some steps away. */
export const posterStyle = `@page{size:A4;margin:0}.sheet{max-width:210mm;min-height:296mm;padding:22mm 8%;margin:auto;display:flex;flex-direction:column;align-items:center;justify-content:space-between;text-align:center;break-after:page;border-bottom:1px dashed #888}
h1{font-size:min(44pt,11vw);margin:0;letter-spacing:.08em}h2{font-size:26pt;margin:8mm 0}p{font-size:17pt;line-height:1.6;margin:4mm 0;text-wrap:balance}.whole{white-space:nowrap}.link{font-size:15pt;overflow-wrap:anywhere}svg{width:105mm;max-width:100%;height:auto}footer{font-size:13pt;display:flex;flex-wrap:wrap;justify-content:center;gap:0 1.5em}
@media print{.sheet{width:210mm;border:0}h1{font-size:44pt}}`

/** An address on paper; where it takes two lines, what follows the last slash stays together. */
export function Address({ url }: { url: string }) {
  const end = url.lastIndexOf('/') + 1
  return (
    <>
      {url.slice(0, end)}
      <wbr />
      {url.slice(end)}
    </>
  )
}

/** What a sheet of a round is called, and the way back from it. */
export function headOf(round: Round, sheet: Text, t: Say) {
  return { title: t(sheet), from: { path: `/surveys/${round.id}`, title: t(round.form.title) } }
}

interface PostersProps {
  readonly view: View
  readonly round: Round
  readonly units: readonly RoundUnit[]
  readonly publicUrl: string
}

/** Posters to be printed, one A4 sheet a unit: what it is about, the QR code and the short link. */
export function Posters({ view: { t }, round, units, publicUrl }: PostersProps) {
  return (
    <>
      {units.map(unit => {
        const url = `${publicUrl}/s/${unit.link}`
        const why = unit.level === 'window' ? printWords.posterWindow : printWords.posterWhy
        return (
          <section class="sheet">
            <div>
              <h1>{t(printWords.posterCall)}</h1>
              <h2>{unit.name}</h2>
              <p>
                {t(why, { unit: unit.name })}
                <br />
                {t(printWords.posterScan)}
              </p>
            </div>
            <Qr text={url} title={t(printWords.qrOf, { name: unit.name })} size={400} />
            <div>
              <p>{t(printWords.posterLink)}</p>
              <p class="link">
                <Address url={url} />
              </p>
            </div>
            <footer>
              <span>{t(printWords.posterAsker, { district: round.asker })}</span>
              <span class="whole">{t(printWords.posterUntil, { date: lastDayOf(round) })}</span>
            </footer>
          </section>
        )
      })}
    </>
  )
}

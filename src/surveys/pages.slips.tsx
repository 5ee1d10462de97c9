import { Dated } from '../shared/web/dated.tsx'
import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { Qr } from '../shared/web/qr.tsx'
import { Address } from './pages.poster.tsx'
import { printWords } from './print-words.ts'
import { lastDayOf, type Round, type RoundUnit } from './round.ts'
import { words } from './words.ts'

interface SlipsProps {
  readonly view: View
  readonly round: Round
  readonly units: readonly RoundUnit[]
  /** Of the sheet to be printed. */
  readonly id: string
  readonly typed: Typed
  readonly faults?: Faults
}

/** Asks for how many codes a sheet of slips is to be printed. */
export function SlipsPage({ view, round, units, id, typed, faults }: SlipsProps) {
  const { t } = view
  const given = { view, typed, ...(faults ? { faults } : {}) }
  return (
    <>
      <h1>{t(words.slips)}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      <p>{t(printWords.slipsHint)}</p>
      <FaultList view={view} faults={faults} />
      <form method="post" action={`/surveys/${round.id}/slips`}>
        <input type="hidden" name="id" value={id} />
        <Choice
          {...given}
          name="unit"
          label={t(words.unit)}
          mustChoose
          options={units.map(unit => [unit.code, unit.name])}
        />
        <Field
          {...given}
          name="count"
          type="number"
          label={t(printWords.slipCount)}
          hint={t(printWords.slipCountHint)}
        />
        <button type="submit">{t(printWords.slipsPrint)}</button>
      </form>
    </>
  )
}

/** Slips side by side, as many as the sheet is wide. */
export const slipsStyle = `@page{size:A4;margin:8mm}main{display:grid;grid-template-columns:repeat(auto-fill,minmax(90mm,1fr))}.slip{min-height:54mm;padding:4mm;display:flex;gap:3mm;align-items:center;border:1px dashed #888;break-inside:avoid}
svg{width:36mm;height:36mm;flex:none}h2{font-size:12pt;margin:0 0 1mm}.whole{display:inline-block}p{font-size:9.5pt;line-height:1.45;margin:0 0 1mm}.link{overflow-wrap:anywhere}.code{font:600 13pt ui-monospace,monospace;white-space:nowrap}`

interface SheetProps {
  readonly view: View
  readonly round: Round
  readonly unit: RoundUnit
  readonly codes: readonly string[]
  readonly publicUrl: string
}

/** Slips to be cut out, ten an A4 sheet: what it is about, the code, and a QR that carries it. */
export function Slips({ view: { t }, round, unit, codes, publicUrl }: SheetProps) {
  const url = `${publicUrl}/s/${unit.link}`
  return (
    <>
      {codes.map(code => (
        <section class="slip">
          <Qr text={`${url}?c=${code}`} title={t(printWords.qrOf, { name: unit.name })} size={136} />
          <div>
            <h2>
              {unit.name} · <span class="whole">{t(round.form.title)}</span>
            </h2>
            <p>
              <Dated text={t(printWords.slipHow, { date: lastDayOf(round) })} />
            </p>
            <p class="code">{code}</p>
            <p class="link">
              <Address url={url} />
            </p>
            <p>{t(printWords.slipAnonymous)}</p>
          </div>
        </section>
      ))}
    </>
  )
}

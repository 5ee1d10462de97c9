import type { Standards } from '../registers/standards.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import type { Highlight } from './highlight.ts'
import { longestHighlight } from './highlight.ts'
import { Back, saidYear } from './pages.tsx'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly year: string
  /** A newer year that is open and has none yet; what is entered now is of that one. */
  readonly ahead: string | undefined
  readonly standards: Standards
  readonly all: readonly Highlight[]
  /** Subdistricts within sight. */
  readonly subdistricts: readonly Unit[]
  /** The units of which the person may enter highlights. */
  readonly units: readonly Unit[]
  readonly unitName: (code: string) => string
  readonly mayWithdraw: (highlight: Highlight) => boolean
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

/** Good examples of the year, by subdistrict. */
export function HighlightsPage(props: Props) {
  const { view, year, ahead, standards, all, subdistricts, unitName } = props
  const { t } = view
  const { atLeast, atMost } = standards.highlights
  const without = subdistricts.filter(
    unit => all.filter(({ subdistrict }) => subdistrict === unit.id).length < atLeast,
  )
  return (
    <>
      <h1>{t(words.highlights)}</h1>
      <p class="muted">
        {saidYear(year, ahead, t)} · {t(words.highlightsHint, { least: atLeast, most: atMost })}
      </p>
      {all.length === 0 && <p class="empty">{t(words.noHighlights)}</p>}
      {all.map(each => (
        <article>
          <h2>{each.theme}</h2>
          <p>{each.text}</p>
          <p class="muted">
            {unitName(each.subdistrict)}
            {each.unit !== each.subdistrict && ` · ${unitName(each.unit)}`} · {each.entered.byName}
          </p>
          {props.mayWithdraw(each) && (
            <form method="post" action={`/standings/highlights/${each.id}/withdraw`} class="actions">
              <button type="submit" class="secondary">
                {t(words.withdraw)}
              </button>
            </form>
          )}
        </article>
      ))}
      {without.length > 0 && (
        <p>{t(words.noneOf, { names: without.map(unit => unit.name).join(t(punctuation.list)) })}</p>
      )}
      {props.units.length > 0 && <AddForm {...props} />}
      <Back t={t} />
    </>
  )
}

function AddForm({ view, units, typed, faults, year, ahead }: Props) {
  const { t } = view
  const given = { view, typed, faults }
  return (
    <section>
      <h2>{t(words.addHighlight)}</h2>
      <p class="muted">{t(words.yearOf, { year: ahead ?? year })}</p>
      <FaultList
        view={view}
        faults={faults}
        labels={{ unit: words.unit, theme: words.theme, text: words.highlightText }}
      />
      <form method="post" action="/standings/highlights">
        <Choice
          {...given}
          name="unit"
          label={t(words.unit)}
          options={units.map(unit => [unit.id, unit.name])}
        />
        <Field {...given} name="theme" label={t(words.theme)} />
        <Field {...given} name="text" label={t(words.highlightText)} rows={5} most={longestHighlight} />
        <button type="submit">{t(words.addHighlight)}</button>
      </form>
    </section>
  )
}

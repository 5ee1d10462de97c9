import type { View } from '../shared/web/env.ts'
import type { Say, Text } from '../shared/words.ts'
import { words } from './words.ts'

/** Figures of a year: the newest that has any. */
interface OfYear {
  readonly year: string | undefined
}

interface IndexProps {
  readonly view: View
  readonly counts: {
    readonly plaques: { readonly over: number; readonly hanging: number; readonly off: number }
    readonly lagging: { readonly open: number; readonly lifted: number; readonly waiting: number }
    readonly highlights: OfYear & { readonly n: number; readonly missing: number }
    /** Undefined for those who do not see it, and before the first cycle. */
    readonly advanced: (OfYear & { readonly proposed: number; readonly decided: number }) | undefined
  }
}

/** What follows from the grades, in short. */
export function StandingsPage({ view: { t }, counts }: IndexProps) {
  const { year: lit, ...shown } = counts.highlights
  const dated = (year: string | undefined, text: string) =>
    year === undefined ? text : t(words.ofYear, { year, text })
  const cards: (readonly [path: string, title: Text, more: string])[] = [
    ['/standings/plaques', words.plaques, t(words.plaquesMore, counts.plaques)],
    ['/standings/lagging', words.lagging, t(words.laggingMore, counts.lagging)],
    ['/standings/highlights', words.highlights, dated(lit, t(words.highlightsMore, shown))],
  ]
  if (counts.advanced) {
    const { year, ...decided } = counts.advanced
    cards.push(['/standings/advanced', words.advanced, dated(year, t(words.advancedMore, decided))])
  }
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p class="muted">
        {lit === undefined && `${t(words.noCycle)} `}
        {t(words.intro)}
      </p>
      <div class="cards">
        {cards.map(([path, title, more]) => (
          <article>
            <h2>
              <a href={path}>{t(title)}</a>
            </h2>
            <p>{more}</p>
          </article>
        ))}
      </div>
      <p>
        <a href="/named">{t(words.named)}</a>
      </p>
    </>
  )
}

/** Which year it is, and that a newer one is open with nothing in it yet. */
export function saidYear(year: string, ahead: string | undefined, t: Say): string {
  return ahead === undefined ? t(words.yearOf, { year }) : t(words.yearAhead, { year, ahead })
}

export function Back({ t }: { t: Say }) {
  return (
    <p>
      <a href="/standings">{t(words.back)}</a>
    </p>
  )
}

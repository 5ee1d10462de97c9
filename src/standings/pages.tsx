import type { View } from '../shared/web/env.ts'
import type { Say, Text } from '../shared/words.ts'
import { words } from './words.ts'

interface IndexProps {
  readonly view: View
  readonly year: string | undefined
  readonly counts: {
    readonly plaques: { readonly over: number; readonly hanging: number; readonly off: number }
    readonly lagging: { readonly open: number; readonly lifted: number; readonly waiting: number }
    readonly highlights: { readonly n: number; readonly missing: number }
    readonly advanced: { readonly proposed: number; readonly decided: number } | undefined
  }
}

/** What follows from the grades, in short. */
export function StandingsPage({ view: { t }, year, counts }: IndexProps) {
  const cards: readonly (readonly [path: string, title: Text, more: string])[] = [
    ['/standings/plaques', words.plaques, t(words.plaquesMore, counts.plaques)],
    ['/standings/lagging', words.lagging, t(words.laggingMore, counts.lagging)],
    ['/standings/highlights', words.highlights, t(words.highlightsMore, counts.highlights)],
    ...(counts.advanced
      ? [['/standings/advanced', words.advanced, t(words.advancedMore, counts.advanced)] as const]
      : []),
  ]
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p class="muted">
        {year === undefined ? t(words.noCycle) : t(words.yearOf, { year })} · {t(words.intro)}
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

export function Back({ t }: { t: Say }) {
  return (
    <p>
      <a href="/standings">{t(words.back)}</a>
    </p>
  )
}

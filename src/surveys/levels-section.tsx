import type { View } from '../shared/web/env.ts'
import { Filling, PartsBar } from './chart.tsx'
import type { PublishedLevels } from './published-levels.ts'
import { rateText, spanText } from './published-text.ts'
import { publishedWords } from './published-words.ts'
import type { Round } from './round.ts'
import type { LevelPart, Span } from './told.ts'
import { words } from './words.ts'

interface LevelsSectionProps {
  readonly view: View
  readonly round: Round
  readonly levels: PublishedLevels
  /** Of how many answers. */
  readonly valid: Span
}

/** How a published total is distributed over the levels: a bar, and its parts in figures. */
export function LevelsSection({ view: { t }, round, levels: { parts }, valid }: LevelsSectionProps) {
  const middle = ({ count }: LevelPart) => (count.least + count.most) / 2
  const least = parts.reduce((sum, { count }) => sum + count.least, 0)
  const most = parts.reduce((sum, { count }) => sum + count.most, 0)
  // The share is smallest where it has its fewest answers beside the most that all others may have, and the other way round.
  const shareOf = ({ count }: LevelPart) => ({
    least: count.least / Math.min(valid.most, count.least + most - count.most),
    most: count.most / Math.max(valid.least, count.most + least - count.least),
  })
  const lines = parts.map(part => {
    const names = part.levels
      .flatMap(place => round.form.levelNames[place] ?? [])
      .map(name => t(name))
      .join(t(words.listSeparator))
    return t(publishedWords.levelLine, {
      name: part.levels.length > 1 ? t(publishedWords.together, { names }) : names,
      count: spanText([`${part.count.least}`, `${part.count.most}`], t),
      share: rateText(shareOf(part), t),
    })
  })
  return (
    <>
      <h2>{t(words.levels)}</h2>
      <PartsBar
        said={lines.join(t(words.listSeparator))}
        parts={parts.map(part => ({ place: part.levels[0] ?? 0, count: middle(part) }))}
        isWide
      />
      <ul class="plain">
        {lines.map((line, at) => (
          <li>
            <Filling place={parts[at]?.levels[0] ?? 0} /> {line}
          </li>
        ))}
      </ul>
    </>
  )
}

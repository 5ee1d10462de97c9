import type { View } from '../shared/web/env.ts'
import { Filling, PartsBar } from './chart.tsx'
import type { PublishedLevels } from './published-levels.ts'
import { rateText, spanText } from './published-text.ts'
import type { Round } from './round.ts'
import type { LevelPart } from './told.ts'
import { words } from './words.ts'

interface LevelsSectionProps {
  readonly view: View
  readonly round: Round
  readonly levels: PublishedLevels
}

/** How a published total is distributed over the levels: a bar, and its parts in figures. */
export function LevelsSection({ view: { t }, round, levels: { parts } }: LevelsSectionProps) {
  const middle = ({ count }: LevelPart) => (count.least + count.most) / 2
  const whole = parts.reduce((sum, part) => sum + middle(part), 0)
  const lines = parts.map(part => {
    const names = part.levels
      .flatMap(place => round.form.levelNames[place] ?? [])
      .map(name => t(name))
      .join(t(words.listSeparator))
    const { least, most } = part.count
    return t(words.levelLine, {
      name: part.levels.length > 1 ? t(words.together, { names }) : names,
      count: spanText([`${least}`, `${most}`], t),
      share: rateText({ least: least / whole, most: most / whole }, t),
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

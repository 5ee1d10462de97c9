import { percent } from '../shared/percent.ts'
import type { View } from '../shared/web/env.ts'
import type { Text } from '../shared/words.ts'
import type { Figures } from './figures.ts'
import { validOf } from './rates.ts'
import type { Round } from './round.ts'
import { words } from './words.ts'

/** The fillings of the five levels, told apart without colour: solid, dense, wide, dotted, empty. Once a page. */
export function Fillings() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <Pattern id="level-4" size={4} path="M0 4L4 0M-1 1L1 -1M3 5L5 3" width={1.6} />
        <Pattern id="level-3" size={7} path="M0 7L7 0M-1 1L1 -1M6 8L8 6" width={0.9} />
        <Pattern id="level-2" size={4} path="M1 2h1.3" width={1.3} />
      </defs>
    </svg>
  )
}

function Pattern({ id, size, path, width }: { id: string; size: number; path: string; width: number }) {
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
      <path d={path} stroke="currentColor" stroke-width={width} />
    </pattern>
  )
}

const fillings = ['currentColor', 'url(#level-4)', 'url(#level-3)', 'url(#level-2)', 'none'] as const

interface LevelBarProps {
  readonly view: View
  readonly figures: Pick<Figures, 'levels' | 'dontKnow'>
  readonly names: readonly Text[]
}

/** The distribution over the five levels as one bar, the best on the left; said in words to screen readers. */
export function LevelBar({ view: { t }, figures, names }: LevelBarProps) {
  const valid = validOf(figures)
  const said = figures.levels
    .map((count, at) => t(words.barLabel, { name: names[at] ?? '', count }))
    .join('，')
  let from = 0
  return (
    <svg role="img" aria-label={said} width="200" height="18" viewBox="0 0 200 18">
      <title>{said}</title>
      {valid > 0 &&
        figures.levels.map((count, at) => {
          const width = (count / valid) * 198
          const x = 1 + from
          from += width
          if (count === 0) return null
          return (
            <rect
              x={Math.round(x * 100) / 100}
              y="1"
              width={Math.round(width * 100) / 100}
              height="16"
              fill={fillings[at] ?? 'none'}
              stroke="currentColor"
            />
          )
        })}
    </svg>
  )
}

/** What the fillings mean. */
export function Legend({ view: { t }, names }: { view: View; names: readonly Text[] }) {
  return (
    <p class="actions">
      {names.map((name, at) => (
        <span>
          <svg width="22" height="14" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="20" height="12" fill={fillings[at] ?? 'none'} stroke="currentColor" />
          </svg>{' '}
          {t(name)}
        </span>
      ))}
    </p>
  )
}

interface IntervalBarProps {
  readonly view: View
  readonly figures: Pick<Figures, 'interval' | 'valid' | 'strict' | 'broad'>
  readonly round: Pick<Round, 'basis' | 'standard'>
}

/** The rate as a dot on its 95 % interval, on a scale of 0 to 100 %, the target as a dashed line. */
export function IntervalBar({ view: { t }, figures, round }: IntervalBarProps) {
  const rate = figures[round.basis]
  if (rate === null) return <span>{t(words.noRate)}</span>
  const [low, high] = figures.interval
  const said = t(words.intervalLabel, {
    rate: percent(rate),
    low: percent(low),
    high: percent(high),
    target: percent(round.standard.target),
  })
  return (
    <>
      {percent(rate)}{' '}
      <small>
        {percent(low)}–{percent(high)}
      </small>{' '}
      <svg role="img" aria-label={said} width="210" height="18" viewBox="0 0 210 18">
        <title>{said}</title>
        <g stroke="currentColor" fill="none">
          <path d="M5 9H205" stroke-width="0.5" />
          <path d={`M${x(low)} 9H${x(high)}`} stroke-width="4" />
          <path d={`M${x(low)} 4V14M${x(high)} 4V14`} stroke-width="1.5" />
          <path d={`M${x(round.standard.target)} 0V18`} stroke-width="1.5" stroke-dasharray="3 2" />
        </g>
        <circle cx={x(rate)} cy="9" r="4.5" fill="none" stroke="currentColor" stroke-width="2" />
      </svg>
    </>
  )
}

/** A share as a position on the scale, with at most two decimals. */
function x(share: number): number {
  return Math.round(share * 20_000) / 100 + 5
}

import { percent } from '../shared/percent.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import type { Text } from '../shared/words.ts'
import type { Figures } from './figures.ts'
import { rateText } from './published-text.ts'
import type { Round } from './round.ts'
import type { Span } from './told.ts'
import type { Interval } from './wilson.ts'
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

interface PartsBarProps {
  /** The bar in words. */
  readonly said: string
  /** From left to right; `place` is the place of a level among the five, whose filling it gets. */
  readonly parts: readonly { readonly place: number; readonly count: number }[]
  /** As wide as the page lets it be. */
  readonly isWide?: boolean
}

/** Parts of a whole as one bar, said in words to screen readers and to whoever points at it. */
export function PartsBar({ said, parts, isWide }: PartsBarProps) {
  const whole = parts.reduce((sum, { count }) => sum + count, 0)
  let from = 0
  return (
    <svg role="img" {...sized(isWide, 200)} viewBox="0 0 200 18" stroke="currentColor">
      <title>{said}</title>
      {whole > 0 &&
        parts.map(({ place, count }) => {
          const width = (count / whole) * 198
          const left = 1 + from
          from += width
          if (count === 0) return null
          const w = tenths(width)
          return <path d={`M${tenths(left)} 1h${w}v16h-${w}z`} fill={fillings[place] ?? 'none'} />
        })}
    </svg>
  )
}

/** There are many charts on a page that goes over a bad line; a tenth of a point is more than anybody sees. */
const tenths = (length: number) => Math.round(length * 10) / 10

const sized = (isWide: boolean | undefined, width: number) =>
  isWide ? { class: 'plot' } : { width, height: 18 }

interface LevelBarProps {
  readonly view: View
  readonly figures: Pick<Figures, 'levels' | 'dontKnow'>
  readonly names: readonly Text[]
}

/** The distribution over the five levels, the best on the left. */
export function LevelBar({ view: { t }, figures, names }: LevelBarProps) {
  const said = figures.levels
    .map((count, at) => t(words.barLabel, { name: names[at] ?? '', count }))
    .join(t(punctuation.comma))
  return <PartsBar said={said} parts={figures.levels.map((count, place) => ({ place, count }))} />
}

/** The filling of a level, beside its name. */
export function Filling({ place }: { place: number }) {
  return (
    <svg width="22" height="14" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="20" height="12" fill={fillings[place] ?? 'none'} stroke="currentColor" />
    </svg>
  )
}

/** What the fillings mean. */
export function Legend({ view: { t }, names }: { view: View; names: readonly Text[] }) {
  return (
    <p class="actions">
      {names.map((name, place) => (
        <span>
          <Filling place={place} /> {t(name)}
        </span>
      ))}
    </p>
  )
}

interface RatePlotProps {
  readonly view: View
  readonly rate: Span | null
  readonly interval: Interval | null
  readonly target: number
  /** As wide as the page lets it be, and only the part of the scale that matters, with its ends named. */
  readonly isWide?: boolean
}

/** A rate on its 95 % interval, the target as a dashed line. An exact rate is a dot, one that is told as a range a box. */
export function RatePlot({ view: { t }, rate, interval, target, isWide }: RatePlotProps) {
  if (!rate || !interval) return null
  const [low, high] = interval
  const said = t(words.intervalLabel, {
    rate: rateText(rate, t, target),
    low: percent(low, target),
    high: percent(high, target),
    target: percent(target),
  })
  const [from, to] = isWide ? scaleFor(Math.min(low, target), Math.max(high, target)) : [0, 1]
  const x = (share: number) => tenths(((share - from) / (to - from)) * 200 + 5)
  const [least, most] = [x(rate.least), x(rate.most)]
  return (
    <svg role="img" {...sized(isWide, 210)} viewBox={`0 0 210 ${isWide ? 32 : 18}`}>
      <title>{said}</title>
      <g stroke="currentColor" fill="none">
        <path d="M5 9H205" stroke-width=".5" />
        <path d={`M${x(low)} 9H${x(high)}`} stroke-width="4" />
        <path d={`M${x(low)} 4V14M${x(high)} 4V14`} stroke-width="1.5" />
        <path d={`M${x(target)} 0V18`} stroke-width="1.5" stroke-dasharray="3 2" />
        {most - least < 1 ? (
          <circle cx={least} cy="9" r="4.5" stroke-width="2" />
        ) : (
          <rect x={least} y="4.5" width={tenths(most - least)} height="9" stroke-width="1.5" />
        )}
      </g>
      {isWide && (
        <>
          <text x="5" y="29">
            {percent(from)}
          </text>
          <text x="205" y="29" text-anchor="end">
            {percent(to)}
          </text>
          <text {...besideEnds(x(target))} y="29">
            {t(words.targetAt, { target: percent(target) })}
          </text>
        </>
      )}
    </svg>
  )
}

/** Where a name below a place stands: in its middle, or on the side where it does not run into the name of the scale's end. */
function besideEnds(x: number) {
  if (x > 130) return { x: Math.min(x, 172), 'text-anchor': 'end' as const }
  return x < 80
    ? { x: Math.max(x, 38), 'text-anchor': 'start' as const }
    : { x, 'text-anchor': 'middle' as const }
}

/** The tenths around two shares, with some room on both sides. */
function scaleFor(low: number, high: number): readonly [from: number, to: number] {
  return [Math.max(0, Math.floor(low * 10 - 0.5) / 10), Math.min(1, Math.ceil(high * 10 + 0.5) / 10)]
}

interface IntervalBarProps {
  readonly view: View
  readonly figures: Pick<Figures, 'interval' | 'valid' | 'strict' | 'broad'>
  readonly round: Pick<Round, 'basis' | 'standard'>
}

/** The rate with its interval, in figures and as a plot. */
export function IntervalBar({ view, figures, round }: IntervalBarProps) {
  const rate = figures[round.basis]
  if (rate === null) return <span>{view.t(words.noRate)}</span>
  const { interval } = figures
  const { target } = round.standard
  return (
    <>
      {percent(rate, target)} <small>{interval.map(end => percent(end, target)).join('–')}</small>{' '}
      <RatePlot view={view} rate={{ least: rate, most: rate }} interval={interval} target={target} />
    </>
  )
}

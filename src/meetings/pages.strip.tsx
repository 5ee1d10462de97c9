import { raw } from 'hono/html'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import type { Say, Text } from '../shared/words.ts'
import type { Unit } from '../units/unit.ts'
import { words } from './words.ts'
import { type MonthOfYear, type MonthState, monthStates } from './year.ts'

function monthStateName(state: MonthState): Text {
  switch (state) {
    case 'held':
      return words.monthHeld
    case 'late':
      return words.monthLate
    case 'missing':
      return words.monthMissing
    case 'running':
      return words.monthRunning
    case 'coming':
      return words.monthComing
    case 'unplanned':
      return words.monthUnplanned
    case 'none':
      return words.monthNone
  }
}

const side = 18
const gap = 3
const inner = side - 1

const square = (x: number) => `M${x} 1h${inner}v${inner}h-${inner}z`
const half = (x: number) => `M${x} ${side}h${inner}v-${inner}z`
const cross = (x: number) =>
  `M${x + 3} 4l${inner - 6} ${inner - 6}M${x + inner - 3} 4l-${inner - 6} ${inner - 6}`
const dot = (x: number) => `M${x + inner / 2} ${1 + inner / 2}h0`

/** How a month looks, so that it can be read in print and without colours: full, half full, crossed out, empty with a dot,
 * empty, dashed, a dot. */
const looks: Readonly<Record<MonthState, readonly (readonly [look: string, at: (x: number) => string])[]>> = {
  held: [['ok full', square]],
  late: [
    ['warn', square],
    ['warn full', half],
  ],
  missing: [
    ['bad', square],
    ['bad cross', cross],
  ],
  running: [
    ['open', square],
    ['open dot', dot],
  ],
  coming: [['open', square]],
  unplanned: [['muted dash', square]],
  none: [['muted dot', dot]],
}

/** All months of one look are one path: a page shows hundreds of months. */
function marks(states: readonly MonthState[]): string {
  return monthStates
    .flatMap(state => {
      const places = states.flatMap((each, at) => (each === state ? [at * (side + gap) + 1] : []))
      return places.length === 0
        ? []
        : looks[state].map(([look, at]) => `<path class="${look}" d="${places.map(at).join('')}"/>`)
    })
    .join('')
}

/** A unit with twelve small squares for its year, which leads to its own page. */
export function stripRow(view: View, unit: Unit, months: readonly MonthOfYear[]) {
  const first = Number(months[0]?.month.slice(5))
  return row(unit, months.map(({ state }) => state).join(' '), first, view)
}

/** `first` is the number of the first month. */
const row = drawOnce((unit: Unit, told: string, first: number, { t }: View) => {
  const states = told.split(' ') as readonly MonthState[]
  const width = states.length * (side + gap)
  return (
    <li>
      <a href={`/meetings?unit=${unit.id}`}>{unit.name}</a>
      <svg class="strip" role="img" viewBox={`0 0 ${width} ${side + 2}`} width={width} height={side + 2}>
        <title>{stripText(unit.name, states, first, t)}</title>
        {raw(marks(states))}
      </svg>
    </li>
  )
})

/** The strip in words, months of one state together: `滨海社区：已开 11、12、1 月；缺 2 月`. */
function stripText(name: string, states: readonly MonthState[], first: number, t: Say): string {
  const parts = [...new Set(states)].map(state => {
    const numbers = states.flatMap((each, at) => (each === state ? [((first - 1 + at) % 12) + 1] : []))
    return t(words.monthsOf, { state: monthStateName(state), months: numbers.join(t(words.comma)) })
  })
  return `${name}${t(words.colon)}${parts.join(t(words.semicolon))}`
}

/** What the marks mean, drawn as they are. */
export function StripLegend({ view }: { view: View }) {
  return legend(view)
}

const legend = drawOnce(({ t }: View) => (
  <p class="legend">
    {monthStates.map(state => (
      <span>
        <svg
          class="strip"
          aria-hidden="true"
          viewBox={`0 0 ${side + 1} ${side + 1}`}
          width={side}
          height={side}
        >
          {raw(marks([state]))}
        </svg>{' '}
        {t(monthStateName(state))}
      </span>
    ))}
  </p>
))

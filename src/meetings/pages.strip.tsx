import { raw } from 'hono/html'
import type { View } from '../shared/web/env.ts'
import type { Say, Text } from '../shared/words.ts'
import { words } from './words.ts'
import type { MonthOfYear, MonthState } from './year.ts'

export function monthStateName(state: MonthState): Text {
  switch (state) {
    case 'held':
      return words.monthHeld
    case 'late':
      return words.monthLate
    case 'missing':
      return words.monthMissing
    case 'coming':
      return words.monthComing
    case 'none':
      return words.monthNone
  }
}

const side = 18
const gap = 3

/** Twelve small squares for a unit's year. The shape tells the state, so that it can be read in print and without colours. */
export function YearStrip({
  view: { t },
  name,
  months,
}: {
  view: Pick<View, 't'>
  name: string
  months: readonly MonthOfYear[]
}) {
  const width = months.length * (side + gap)
  return (
    <svg
      class="strip"
      role="img"
      aria-label={stripText(name, months, t)}
      viewBox={`0 0 ${width} ${side + 2}`}
      width={width}
      height={side + 2}
    >
      {raw(months.map((each, at) => monthMark(each, at, t)).join(''))}
    </svg>
  )
}

const looks: Readonly<Record<MonthState, string>> = {
  held: 'ok',
  late: 'warn',
  missing: 'bad',
  coming: '',
  none: 'muted',
}

/** A month's mark where it stands; written as text, because a page shows hundreds and elements cost a hundred times as much. */
function monthMark({ state, month }: MonthOfYear, at: number, t: Say): string {
  const place = `translate(${at * (side + gap) + 1} 1)`
  return `<g transform="${place}" class="${looks[state]}"><title>${month} ${t(monthStateName(state))}</title>${marks[state]}</g>`
}

const inner = side - 1
const frame = `<rect width="${inner}" height="${inner}" fill="none" stroke="currentColor"/>`

/** Full, half full, crossed out, empty, a dot. */
const marks: Readonly<Record<MonthState, string>> = {
  held: `<rect width="${inner}" height="${inner}" fill="currentColor" stroke="currentColor"/>`,
  late: `${frame}<path d="M0 ${inner}H${inner}V0Z" fill="currentColor"/>`,
  missing: `${frame}<path d="M3 3L${inner - 3} ${inner - 3}M${inner - 3} 3L3 ${inner - 3}" stroke="currentColor" stroke-width="2"/>`,
  coming: frame,
  none: `<circle cx="${inner / 2}" cy="${inner / 2}" r="1.5" fill="currentColor"/>`,
}

/** The strip in words, months of one state together: `滨海社区：已开 1–3 月；缺 4 月`. */
export function stripText(name: string, months: readonly MonthOfYear[], t: Say): string {
  const parts = [...new Set(months.map(({ state }) => state))].map(state => {
    const numbers = months.filter(each => each.state === state).map(({ month }) => Number(month.slice(5)))
    return t(words.monthsOf, { state: monthStateName(state), months: numbers.join(t(words.comma)) })
  })
  return `${name}${t(words.colon)}${parts.join(t(words.semicolon))}`
}

/** What the marks mean, drawn as they are. */
export function StripLegend({ view: { t } }: { view: Pick<View, 't'> }) {
  return (
    <p class="legend">
      {(['held', 'late', 'missing', 'coming', 'none'] as const).map(state => (
        <span>
          <svg
            class={`strip ${looks[state]}`}
            aria-hidden="true"
            viewBox={`-1 -1 ${side + 1} ${side + 1}`}
            width={side}
            height={side}
          >
            {raw(marks[state])}
          </svg>{' '}
          {t(monthStateName(state))}
        </span>
      ))}
    </p>
  )
}

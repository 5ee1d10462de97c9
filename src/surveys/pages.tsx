import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Empty } from '../shared/web/notice.tsx'
import { openingWords } from './opening-words.ts'
import { type Round, type RoundState, stateOn } from './round.ts'
import { words } from './words.ts'

export interface RoundLine {
  readonly round: Round
  readonly units: number
  readonly answers: number
}

interface RoundsProps {
  readonly view: View
  readonly lines: readonly RoundLine[]
  readonly today: PlainDate
  readonly mayOpen: boolean
}

export function RoundsPage({ view, lines, today, mayOpen }: RoundsProps) {
  const { t } = view
  return (
    <>
      <h1>{t(words.rounds)}</h1>
      {mayOpen && lines.length > 0 && <OpenButton view={view} />}
      {lines.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(mayOpen ? words.noneDistrict : words.noneOthers)}</p>
          {mayOpen && <OpenButton view={view} />}
        </Empty>
      )}
      <div class="cards">
        {lines.map(({ round, units, answers }) => (
          <article>
            <h2>
              <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
            </h2>
            <p>
              <StateBadge view={view} state={stateOn(round, today)} />{' '}
              {t(words.from, { opens: round.opens, closes: round.closed ?? round.closes })}
            </p>
            <p>
              {t(words.unitCount, { count: units })} · {t(words.answerCount, { count: answers })} ·{' '}
              {t(words[round.basis])}
              {round.coded && ` · ${t(words.coded)}`}
            </p>
          </article>
        ))}
      </div>
    </>
  )
}

function OpenButton({ view: { t } }: { view: View }) {
  return (
    <p class="actions">
      <a class="button" href="/surveys/new">
        {t(openingWords.open)}
      </a>
    </p>
  )
}

export function StateBadge({ view: { t }, state }: { view: View; state: RoundState }) {
  switch (state) {
    case 'planned':
      return <span class="badge">{t(words.planned)}</span>
    case 'open':
      return <span class="badge ok">{t(words.opened)}</span>
    case 'typing':
      return <span class="badge warn">{t(words.typingState)}</span>
    case 'closed':
      return <span class="badge">{t(words.closedState)}</span>
  }
}

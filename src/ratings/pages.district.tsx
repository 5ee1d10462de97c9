import { punctuation } from '../shared/punctuation.ts'
import { rememberBeside } from '../shared/remember.ts'
import { dateOf } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Field } from '../shared/web/form.tsx'
import type { Say } from '../shared/words.ts'
import type { Cycle, Draw } from './cycle.ts'
import { noticeWords } from './notice-words.ts'
import { lacksObjectTo } from './object-to.ts'
import { objectToPath } from './paths.ts'
import type { Rating } from './rating.ts'
import type { Rubric } from './rubric.ts'
import type { Action } from './steps.ts'
import { words } from './words.ts'

/** Deeds that the district does for all that are ready for them. */
export const bulkActions = ['propose', 'announce', 'finalise', 'expire'] as const satisfies readonly Action[]

/** How many are ready for a deed; `below`: how many of them come to less than 合格. */
export interface Ready {
  readonly action: (typeof bulkActions)[number]
  readonly count: number
  readonly below: number
}

export interface DistrictProps {
  readonly view: View
  readonly cycle: Cycle
  readonly rubric: Rubric
  /** In the actor's scope. */
  readonly ratings: readonly Rating[]
  readonly zone: string
  /** How many are ready for each; none for anyone but the district. */
  readonly ready: readonly Ready[]
  readonly drawable: number
  readonly mayOpen: boolean
}

/** What the district does for the cycle as a whole: drawing the spot check, and steps for all that are ready. */
export function District(props: DistrictProps) {
  const { view, cycle, ready, drawable, rubric, mayOpen } = props
  const { t } = view
  if (!mayOpen) return null
  const some = ready.filter(({ count }) => count > 0)
  return (
    <>
      {some.length > 0 && (
        <>
          <h2>{t(words.bulk)}</h2>
          <form method="post" action={`/ratings/${cycle.id}/steps`} class="actions">
            {some.map(each =>
              each.action === 'announce' && lacksObjectTo(cycle) ? (
                <a class="button secondary" href={objectToPath(cycle)}>
                  {t(noticeWords.fillFirst, { count: each.count - each.below })}
                </a>
              ) : (
                <button type="submit" name="action" value={each.action} class="secondary">
                  {bulkLabel(each, t)}
                </button>
              ),
            )}
          </form>
          {some.map(each => {
            const said = belowHint(each, t)
            return said && <p class="muted">{said}</p>
          })}
        </>
      )}
      {(drawable > 0 || cycle.draws.length > 0) && (
        <details open={drawable > 0}>
          <summary>{t(words.spotCheck)}</summary>
          <p>
            <small>{t(words.spotCheckHint, rubric.sample)}</small>
          </p>
          {drawable > 0 && (
            <form method="post" action={`/ratings/${cycle.id}/sample`}>
              <p>{t(words.candidates, { count: drawable })}</p>
              <Field view={view} name="seed" label={t(words.seed)} optional />
              <button type="submit">{t(words.draw)}</button>
            </form>
          )}
          {cycle.draws.map(draw => (
            <DrawnLine {...props} draw={draw} />
          ))}
        </details>
      )}
    </>
  )
}

/** Who comes to less than 合格 goes the same way, but is neither announced nor named: the buttons do not count them as such. */
function bulkLabel({ action, count, below }: Ready, t: Say): string {
  const named = count - below
  switch (action) {
    case 'propose':
      return t(words.bulkPropose, { count })
    case 'announce':
      return named > 0
        ? t(words.bulkAnnounce, { count: named })
        : t(noticeWords.announceBelow, { count: below })
    case 'finalise':
      return named > 0
        ? t(words.bulkFinalise, { count: named })
        : t(noticeWords.finaliseBelow, { count: below })
    case 'expire':
      return t(words.bulkExpire, { count })
  }
}

function belowHint({ action, count, below }: Ready, t: Say): string | undefined {
  if (below === 0 || below === count) return undefined
  if (action === 'announce') return t(noticeWords.below, { count: below })
  return action === 'finalise' ? t(noticeWords.notNamed, { count: below }) : undefined
}

const namesOf = rememberBeside(
  (ratings: readonly Rating[]) => new Map(ratings.map(({ community, name }) => [community, name])),
)

function DrawnLine({ view: { t }, cycle, ratings, draw, zone }: DistrictProps & { draw: Draw }) {
  const names = draw.drawn.map(code => namesOf(ratings).get(code) ?? code)
  return (
    <>
      <p>
        {t(words.drawnLine, {
          date: dateOf(draw.at, zone),
          from: draw.from.length,
          drawn: draw.drawn.length,
          seed: draw.seed,
        })}
        {names.join(t(punctuation.list))}
      </p>
      <p>
        <small>{t(words.redraw, { cycle: cycle.id })}</small>
      </p>
    </>
  )
}

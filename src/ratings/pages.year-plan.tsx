import { Dated } from '../shared/web/dated.tsx'
import type { View } from '../shared/web/env.ts'
import { milestoneName } from './daily.ts'
import type { Opened } from './desk.ts'
import { formWords as words } from './form-words.ts'
import { doneBy, isDone, milestonesOf } from './milestones.ts'
import { roleName } from './say.ts'

/** The dates of the year, and how the association stands with each. */
export function YearPlan({
  view: { t },
  cycle,
  rating,
  hand: { rubric, today },
  zone,
}: Pick<Opened, 'cycle' | 'rating' | 'hand' | 'zone'> & { readonly view: View }) {
  const milestones = milestonesOf(cycle, rubric)
  const shown = milestones.map(milestone => {
    const done = isDone(milestone, rating, zone)
    const late = !done && milestone.due < today
    const look = done ? 'ok' : late ? 'bad' : 'muted'
    return { milestone, look, said: done ? words.done : late ? words.overdue : words.ahead }
  })
  return (
    <details>
      <summary>{t(words.yearPlan)}</summary>
      <ul>
        {shown.map(({ milestone, look, said }) => (
          <li>
            {t(milestoneName(milestone))} <small>{t(roleName(doneBy[milestone.kind]))}</small>{' '}
            <Dated text={t(words.byDate, { date: milestone.due })} /> <span class={look}>{t(said)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

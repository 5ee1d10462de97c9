import { percent } from '../shared/percent.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { keyText, nearestTitle, statusClass, statusText, targetLines } from './figures-text.ts'
import type { PartTitle } from './gap-text.ts'
import { nearestOf, nearestPath } from './nearest.ts'
import { GapList } from './pages.gap.tsx'
import type { Summary } from './summary.ts'
import type { Target } from './target.ts'
import { words } from './words.ts'

export function TargetCards({ view, summary }: { view: View; summary: Summary }) {
  const { cycle, year, partTitle } = summary
  return (
    <div class="cards">
      {summary.targets.map(target => targetCard(target, view, cycle?.id, year, partTitle))}
    </div>
  )
}

/** As many as are missing are near, of a large district hundreds; so many of them stand on the page. */
const mostNearest = 100

/** One target: how far it is reached, in a figure, a bar and a few lines, and who is nearest. */
export const targetCard = drawOnce(
  (target: Target, view: View, cycle: string | undefined, year: string, partTitle: PartTitle) => {
    const { t } = view
    const nearest = nearestOf(target, partTitle, t)
    return (
      <article>
        <h2 class="target">{t(keyText(target.key))}</h2>
        <p class="figure">{percent(target.value, target.target)}</p>
        <TargetBar
          target={target}
          label={`${percent(target.value, target.target)} / ${percent(target.target)}`}
        />
        <p>
          <span class={statusClass(target.status)}>{t(statusText(target.status))}</span>{' '}
          <span class="muted">{t(words.atLeast, { target: percent(target.target) })}</span>
        </p>
        <ul class="plain">
          {targetLines(target, t).map(line => (
            <li>{line}</li>
          ))}
        </ul>
        {nearest.length > 0 && (
          <details>
            <summary>{t(nearestTitle(target.key))}</summary>
            <ol>
              {nearest.slice(0, mostNearest).map(({ code, name, pieces }) => {
                const path = nearestPath(target, code, cycle, year)
                return (
                  <li>
                    {path ? <a href={path}>{name}</a> : name} <GapList {...{ view, pieces, path }} />
                  </li>
                )
              })}
            </ol>
            {nearest.length > mostNearest && (
              <p>{t(words.moreNearest, { count: nearest.length - mostNearest })}</p>
            )}
          </details>
        )}
      </article>
    )
  },
)

/** How far a share has come, with the target as a line; the interval as a thin band where there is one. */
function TargetBar({ target, label }: { target: Target; label: string }) {
  const at = (share: number) => Math.round(share * 1000) / 10
  const interval = target.key === 'satisfaction' && target.base > 0 ? target.interval : null
  return (
    <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect x="0" y="2" width="100" height="8" class="track" />
      <rect x="0" y="2" width={at(target.value ?? 0)} height="8" class="fill" />
      {interval && (
        <rect x={at(interval[0])} y="5" width={at(interval[1] - interval[0])} height="2" class="band" />
      )}
      <rect x={Math.min(99.4, at(target.target))} y="0" width="0.6" height="12" class="mark" />
    </svg>
  )
}

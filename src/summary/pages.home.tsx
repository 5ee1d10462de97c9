import type { Task } from '../shared/task.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import type { Say } from '../shared/words.ts'
import { TargetCards } from './pages.targets.tsx'
import type { Summary } from './summary.ts'
import type { Target } from './target.ts'
import { saidCycle, saidUnits } from './text.ts'
import { words } from './words.ts'

interface HomeProps {
  readonly view: View
  readonly tasks: readonly Task[]
  readonly summary: Summary
  /** Whether the reader sets the district up. */
  readonly mayBegin: boolean
}

/** Where everybody begins: what is to be done now, then how far the targets are. */
export function HomePage({ view, tasks, summary, mayBegin }: HomeProps) {
  const { t } = view
  const due = tasks.filter(({ optional }) => !optional)
  const offered = tasks.filter(({ optional }) => optional)
  return (
    <>
      <h1>{t(words.home)}</h1>
      {mayBegin && <NextSteps view={view} summary={summary} />}
      <section aria-labelledby="tasks">
        <h2 id="tasks">{t(words.tasks)}</h2>
        {due.length === 0 && <p class="muted">{t(words.noTasks)}</p>}
        <TaskList tasks={due} />
      </section>
      {offered.length > 0 && (
        <section aria-labelledby="optional">
          <h2 id="optional">{t(words.optionalTasks)}</h2>
          <TaskList tasks={offered} />
        </section>
      )}
      {figuresPart(summary, view)}
    </>
  )
}

function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="plain tasks">
      {tasks.map(task => (
        <li>
          <a href={task.path} class={task.urgent ? 'now' : undefined}>
            {task.text}
          </a>
        </li>
      ))}
    </ul>
  )
}

const figuresPart = drawOnce((summary: Summary, view: View) => (
  <section aria-labelledby="figures">
    <h2 id="figures">{view.t(words.targets)}</h2>
    <p class="muted">
      {responsibility(summary, view.t)} · {saidCycle(summary, view.t)} ·{' '}
      <a href="/summary">{view.t(words.allFigures)}</a>
    </p>
    <TargetCards view={view} summary={summary} />
  </section>
))

/** What the reader is responsible for, by name where it is not the whole district. */
function responsibility(summary: Summary, t: Say): string {
  const units = saidUnits(summary, t)
  return summary.of?.level === 'district' ? units : t(words.yours, { units })
}

/** What a young installation lacks before its figures can say anything. */
function NextSteps({ view: { t }, summary: { cycle, targets } }: { view: View; summary: Summary }) {
  const empty = (key: Target['key']) =>
    targets.some(target => target.key === key && target.status === 'noData')
  const steps = [
    ...(empty('satisfaction') ? [{ path: '/surveys', text: words.openRound }] : []),
    ...(cycle ? [] : [{ path: '/ratings', text: words.openCycle }]),
    ...(empty('meetings') ? [{ path: '/meetings', text: words.planMeetings }] : []),
  ]
  if (steps.length === 0) return null
  const all = [{ path: '/people', text: words.invitePeople }, ...steps]
  return (
    <div class="notice">
      <strong>{t(words.next)}</strong>
      <ul>
        {all.map(step => (
          <li>
            <a href={step.path}>{t(step.text)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

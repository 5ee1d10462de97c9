import { punctuation } from '../shared/punctuation.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Choice, Field } from '../shared/web/form.tsx'
import { type Lagging, outcomeName, outcomes } from './lagging.ts'
import { Fault } from './pages.tsx'
import { words } from './words.ts'

interface OneProps {
  readonly view: View
  readonly today: PlainDate
  readonly unitName: (code: string) => string
  readonly lagging: Lagging
  readonly zone: string
  readonly followUps: readonly { readonly id: string; readonly what: string; readonly due: string }[]
  /** Staff write down checks; the district lifts. */
  readonly mayCheck: boolean
  readonly mayLift: boolean
  readonly fault?: string | undefined
}

export function LaggingPage(props: OneProps) {
  const { view, unitName, lagging, zone, followUps, mayLift, fault } = props
  const { t } = view
  const { lifted, opened, helper } = lagging
  return (
    <>
      <h1>
        {lagging.name} · {t(words.lagging)}
      </h1>
      <p class="muted">
        {unitName(lagging.subdistrict)} · {t(words.yearOf, { year: lagging.cycle })} ·{' '}
        {t(words.openedLine, { date: dateOf(opened.at, zone), who: opened.byName })}
      </p>
      <Fault fault={fault} />
      {lifted && (
        <p class="notice good">
          {t(words.liftedLine, { date: lifted.on, who: lifted.byName, reason: lifted.reason })}
        </p>
      )}
      <dl>
        <dt>{t(words.reasons)}</dt>
        <dd>{lagging.reasons}</dd>
        <dt>{t(words.helper)}</dt>
        <dd>
          {unitName(helper.unit)} {helper.post}
        </dd>
        <dt>{t(words.plan)}</dt>
        <dd>{lagging.plan}</dd>
      </dl>
      <p class="actions">
        <a href={`/ratings/${lagging.cycle}/${lagging.community}`}>{t(words.rating)}</a>
        {followUps.map(({ id, what, due }) => (
          <a href={`/followups/${id}`}>
            {t(words.followUps)}
            {t(punctuation.colon)}
            {what}
            {t(punctuation.remark, { text: due })}
          </a>
        ))}
      </p>
      <Checks {...props} />
      {mayLift && !lifted && (
        <>
          <h2>{t(words.lift)}</h2>
          <form method="post" action={`/standings/lagging/${lagging.cycle}/${lagging.community}/lift`}>
            <Field view={view} name="reason" label={t(words.liftReason)} />
            <button type="submit">{t(words.lift)}</button>
          </form>
        </>
      )}
      <p>
        <a href="/standings/lagging">{t(words.lagging)}</a>
      </p>
    </>
  )
}

function Checks({ view, lagging, today, zone, mayCheck }: OneProps) {
  const { t } = view
  const path = `/standings/lagging/${lagging.cycle}/${lagging.community}`
  const due = lagging.checks.filter(({ on, done }) => !done && on <= today)
  const open = mayCheck && !lagging.lifted
  return (
    <>
      <h2>{t(words.checkDates)}</h2>
      <ul>
        {lagging.checks.map(({ on, done }) => (
          <li>
            {on}{' '}
            {done ? (
              <>
                <span class={`badge ${done.outcome === 'progress' ? 'ok' : 'bad'}`}>
                  {t(outcomeName(done.outcome))}
                </span>{' '}
                {done.note}{' '}
                <small>
                  {done.byName} {dateOf(done.at, zone)}
                </small>
              </>
            ) : (
              <span class={`badge ${on < today ? 'bad' : 'muted'}`}>
                {t(on < today ? words.overdue : words.checkDue)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {open && due.length > 0 && (
        <form method="post" action={`${path}/checks`}>
          <Choice view={view} name="on" label={t(words.date)} options={due.map(({ on }) => [on, on])} />
          <Choice
            view={view}
            name="outcome"
            label={t(words.outcome)}
            options={outcomes.map(outcome => [outcome, t(outcomeName(outcome))])}
          />
          <Field view={view} name="note" label={t(words.finding)} />
          <button type="submit">{t(words.recordCheck)}</button>
        </form>
      )}
      {open && (
        <details>
          <summary>{t(words.addCheck)}</summary>
          <form method="post" action={`${path}/dates`}>
            <Field view={view} name="on" type="date" label={t(words.date)} />
            <button type="submit" class="secondary">
              {t(words.addCheck)}
            </button>
          </form>
        </details>
      )}
    </>
  )
}

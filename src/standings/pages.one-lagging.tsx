import { punctuation } from '../shared/punctuation.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import { type Again, AgainFaults, ReasonForm, sentTo } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { Choice, Field } from '../shared/web/form.tsx'
import { type Lagging, outcomeName, outcomes } from './lagging.ts'
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
  readonly again?: Again | undefined
}

export function LaggingPage(props: OneProps) {
  const { view, unitName, lagging, zone, followUps, mayLift, again } = props
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
      <AgainFaults
        {...{ view, again }}
        labels={{ on: words.date, outcome: words.outcome, note: words.finding, reason: words.liftReason }}
      />
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
          <ReasonForm
            {...{ view, again }}
            action={`/standings/lagging/${lagging.cycle}/${lagging.community}/lift`}
            form="lift"
            label={t(words.liftReason)}
            most={500}
            buttons={[{ label: t(words.lift) }]}
          />
        </>
      )}
      <p>
        <a href="/standings/lagging">{t(words.lagging)}</a>
      </p>
    </>
  )
}

function Checks({ view, lagging, today, zone, mayCheck, again }: OneProps) {
  const { t } = view
  const check = { view, ...sentTo(again, 'check') }
  const date = { view, ...sentTo(again, 'date') }
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
          <Choice {...check} name="on" label={t(words.date)} options={due.map(({ on }) => [on, on])} />
          <Choice
            {...check}
            name="outcome"
            label={t(words.outcome)}
            options={outcomes.map(outcome => [outcome, t(outcomeName(outcome))])}
          />
          <Field {...check} name="note" label={t(words.finding)} most={500} rows={2} />
          <button type="submit">{t(words.recordCheck)}</button>
        </form>
      )}
      {open && (
        <details open={date.open}>
          <summary>{t(words.addCheck)}</summary>
          <form method="post" action={`${path}/dates`}>
            <Field {...date} name="on" type="date" label={t(words.date)} />
            <button type="submit" class="secondary">
              {t(words.addCheck)}
            </button>
          </form>
        </details>
      )}
    </>
  )
}

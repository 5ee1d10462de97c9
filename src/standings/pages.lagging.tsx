import { dateOf, type PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import { type Lagging, outcomeName, outcomes } from './lagging.ts'
import { Back, Fault } from './pages.tsx'
import { words } from './words.ts'

export interface Candidate {
  readonly id: string
  readonly cycle: string
  readonly community: string
  readonly name: string
  readonly subdistrict: string
}

interface Shown {
  readonly view: View
  readonly today: PlainDate
  readonly unitName: (code: string) => string
}

interface ListProps extends Shown {
  readonly all: readonly Lagging[]
  readonly candidates: readonly Candidate[]
  /** Staff list and check. */
  readonly mayAct: boolean
}

export function LaggingListPage({ view, today, unitName, all, candidates, mayAct }: ListProps) {
  const { t } = view
  const open = all.filter(({ lifted }) => !lifted)
  const lifted = all.filter(each => each.lifted)
  return (
    <>
      <h1>{t(words.lagging)}</h1>
      {all.length + candidates.length === 0 && <p class="empty">{t(words.noLagging)}</p>}
      {candidates.length > 0 && (
        <>
          <h2>{t(words.toList)}</h2>
          <ul>
            {candidates.map(({ cycle, community, name, subdistrict }) => (
              <li>
                {mayAct ? <a href={`/standings/lagging/${cycle}/${community}`}>{name}</a> : name}{' '}
                <small>
                  {unitName(subdistrict)} · {t(words.yearOf, { year: cycle })}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      <LaggingTable {...{ view, today, unitName }} title={t(words.helped)} rows={open} />
      <LaggingTable {...{ view, today, unitName }} title={t(words.liftedOnes)} rows={lifted} />
      <Back t={t} />
    </>
  )
}

function LaggingTable({
  view: { t },
  today,
  unitName,
  title,
  rows,
}: Shown & { title: string; rows: readonly Lagging[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <table class="stack">
        <thead>
          <tr>
            {[words.community, words.reasons, words.helper, words.nextCheck].map(heading => (
              <th scope="col">{t(heading)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(lagging => {
            const next = lagging.checks.find(({ done }) => !done)
            return (
              <tr>
                <th scope="row">
                  <div>
                    <a href={`/standings/lagging/${lagging.cycle}/${lagging.community}`}>{lagging.name}</a>{' '}
                    <small>
                      {unitName(lagging.subdistrict)} · {lagging.cycle}
                    </small>
                  </div>
                </th>
                <td data-label={t(words.reasons)}>{lagging.reasons}</td>
                <td data-label={t(words.helper)}>
                  {unitName(lagging.helper.unit)} {lagging.helper.post}
                </td>
                <td data-label={t(words.nextCheck)}>
                  <span>
                    {lagging.lifted ? t(words.liftedOn, { date: lagging.lifted.on }) : (next?.on ?? '–')}{' '}
                    {!lagging.lifted && next && next.on < today && (
                      <span class="badge bad">{t(words.overdue)}</span>
                    )}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

interface NewProps {
  readonly view: View
  readonly candidate: Candidate
  readonly helpers: readonly Unit[]
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

/** The form that lists a community: why, who helps, how, and three days to look at it. */
export function NewLaggingPage({ view, candidate, helpers, typed, faults }: NewProps) {
  const { t } = view
  const given = { view, typed: typed ?? { helper: candidate.subdistrict }, faults }
  return (
    <>
      <h1>{t(words.listTitle, { name: candidate.name })}</h1>
      <p>
        <a href={`/ratings/${candidate.cycle}/${candidate.community}`}>{t(words.rating)}</a>
      </p>
      <FaultList view={view} faults={faults} />
      <form method="post" action={`/standings/lagging/${candidate.cycle}/${candidate.community}`}>
        <Field {...given} name="reasons" label={t(words.reasons)} />
        <Choice
          {...given}
          name="helper"
          label={t(words.helper)}
          options={helpers.map(unit => [unit.id, unit.name])}
        />
        <Field {...given} name="post" label={t(words.helperPost)} hint={t(words.helperPostHint)} />
        <Field {...given} name="plan" label={t(words.plan)} hint={t(words.planHint)} />
        <div class="cards">
          {[1, 2, 3].map(n => (
            <Field
              {...given}
              name={`check${n}`}
              type="date"
              label={t(words.checkN, { n })}
              optional={n > 1}
            />
          ))}
        </div>
        <button type="submit">{t(words.list)}</button>
      </form>
      <Back t={t} />
    </>
  )
}

interface OneProps extends Shown {
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
            {t(words.followUps)}：{what} ({due})
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

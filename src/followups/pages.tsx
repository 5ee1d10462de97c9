import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { Empty } from '../shared/web/notice.tsx'
import { StackedTable } from '../shared/web/table.tsx'
import type { UnitTree } from '../units/tree.ts'
import { type Act, actName, type FollowUp, isOverdue, sourceName, stateName } from './follow-up.ts'
import { words } from './words.ts'

interface Shown {
  readonly view: View
  readonly tree: UnitTree
  readonly today: PlainDate
}

interface ListProps extends Shown {
  readonly mine: readonly FollowUp[]
  readonly toConfirm: readonly FollowUp[]
  readonly others: readonly FollowUp[]
  readonly closed: readonly FollowUp[]
}

export function FollowUpsPage({ mine, toConfirm, others, closed, ...shown }: ListProps) {
  const { t } = shown.view
  const empty = mine.length + toConfirm.length + others.length + closed.length === 0
  return (
    <>
      <h1>{t(words.title)}</h1>
      {empty && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneMore)}</p>
        </Empty>
      )}
      <FollowUpTable {...shown} title={t(words.mine)} followUps={mine} />
      <FollowUpTable {...shown} title={t(words.toConfirm)} followUps={toConfirm} />
      <FollowUpTable {...shown} title={t(words.others)} followUps={others} />
      <FollowUpTable {...shown} title={t(words.closedOnes)} followUps={closed} />
    </>
  )
}

function FollowUpTable({
  view: { t },
  tree,
  today,
  title,
  followUps,
}: Shown & { title: string; followUps: readonly FollowUp[] }) {
  if (followUps.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <StackedTable headings={[t(words.what), t(words.owner), t(words.due), t(words.stateLabel)]}>
        {followUps.map(followUp => (
          <tr>
            <th scope="row">
              <a href={`/followups/${followUp.id}`}>{followUp.what}</a>
            </th>
            <td class="nowrap" data-label={t(words.owner)}>
              {tree.find(followUp.owner)?.name ?? followUp.owner}
            </td>
            <td class="nowrap" data-label={t(words.due)}>
              {followUp.due}
            </td>
            <td data-label={t(words.stateLabel)}>
              <StateBadge view={{ t }} followUp={followUp} today={today} />
            </td>
          </tr>
        ))}
      </StackedTable>
    </>
  )
}

function StateBadge({
  view: { t },
  followUp,
  today,
}: {
  view: Pick<View, 't'>
  followUp: FollowUp
  today: PlainDate
}) {
  const late = isOverdue(followUp, today)
  const look = late ? 'bad' : followUp.state === 'closed' ? 'ok' : followUp.state === 'returned' ? 'warn' : ''
  return (
    <span class={`badge ${look}`}>
      {t(stateName(followUp.state))}
      {late && ` · ${t(words.overdue)}`}
    </span>
  )
}

/** Whose turn it is, for those who can do nothing themselves. */
function NextStep({ view: { t }, tree, followUp }: Omit<Shown, 'today'> & { followUp: FollowUp }) {
  const name = (unit: string) => tree.find(unit)?.name ?? unit
  const { state, owner, confirmer } = followUp
  switch (state) {
    case 'open':
    case 'returned':
    case 'inProgress':
      return <p>{t(words.waitsForOwner, { unit: name(owner) })}</p>
    case 'extensionRequested':
      return <p>{t(words.waitsForDecision, { unit: name(confirmer) })}</p>
    case 'submitted':
      return <p>{t(words.waitsForConfirmer, { unit: name(confirmer) })}</p>
    case 'closed':
      return null
  }
}

interface OneProps extends Shown {
  readonly followUp: FollowUp
  readonly acts: readonly Act[]
  readonly nameOf: (person: string) => string
  readonly timeText: (at: FollowUp['opened']['at']) => string
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

export function FollowUpPage({
  view,
  tree,
  today,
  followUp,
  acts,
  nameOf,
  timeText,
  typed,
  faults,
}: OneProps) {
  const { t } = view
  const given = { view, ...(typed && { typed }), ...(faults && { faults }) }
  return (
    <>
      <h1>{followUp.what}</h1>
      <p>
        <StateBadge view={view} followUp={followUp} today={today} /> {t(words.owner)}:{' '}
        {tree.find(followUp.owner)?.name ?? followUp.owner} · {t(words.due)}: {followUp.due}
        {followUp.wanted && ` · ${t(words.wanted, { date: followUp.wanted })}`}
      </p>
      <p>
        {t(words.source)}: {t(sourceName(followUp.source.kind))} · {followUp.source.title}
      </p>
      {acts.length === 0 && <NextStep view={view} tree={tree} followUp={followUp} />}
      {acts.length > 0 && (
        <>
          <h2>{t(words.act)}</h2>
          <FaultList view={view} faults={faults} labels={{ note: words.note, until: words.until }} />
          <form method="post" action={`/followups/${followUp.id}`}>
            <Choice
              {...given}
              name="act"
              label={t(words.step)}
              options={acts.map(each => [each, t(actName(each))] as const)}
            />
            <Field {...given} name="note" label={t(words.note)} hint={t(words.noteHint)} rows={3} optional />
            {acts.includes('requestExtension') && (
              <Field {...given} name="until" type="date" label={t(words.until)} optional />
            )}
            <button type="submit">{t(words.act)}</button>
          </form>
        </>
      )}
      {followUp.steps.length > 0 && (
        <>
          <h2>{t(words.history)}</h2>
          <ol>
            {followUp.steps.map(step => (
              <li>
                {timeText(step.at)}{' '}
                {step.dueBefore ? t(words.extended, { due: step.dueBefore }) : t(stateName(step.to))} ·{' '}
                {nameOf(step.by)}
                {step.note && ` · ${step.note}`}
              </li>
            ))}
          </ol>
        </>
      )}
      <p>
        <a href="/followups">{t(words.back)}</a>
      </p>
    </>
  )
}

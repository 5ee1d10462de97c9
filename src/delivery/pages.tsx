import { dateOf, type Instant, timeOf } from '../shared/time.ts'
import { Dated } from '../shared/web/dated.tsx'
import type { View } from '../shared/web/env.ts'
import type { Say } from '../shared/words.ts'
import { groupOf } from './address.ts'
import type { Addressed } from './overview.ts'
import { changedAt, type Standing, standingOf, standings } from './standing.ts'
import type { Delivery } from './states.ts'
import { causeWords, standingWords, words } from './words.ts'

interface ZonedView {
  readonly view: View
  readonly zone: string
}

const moment = (at: Instant, zone: string) => `${dateOf(at, zone)} ${timeOf(at, zone)}`

/** The person's own messages. */
export function InboxPage({ view, zone, rows }: ZonedView & { rows: readonly Delivery[] }) {
  const { t } = view
  return (
    <>
      <h1>{t(words.inbox)}</h1>
      {rows.length === 0 && <p class="empty">{t(words.inboxEmpty)}</p>}
      {rows.some(row => row.readAt === null) && (
        <form method="post" action="/inbox/read" class="actions">
          <button type="submit" class="secondary">
            {t(words.markRead)}
          </button>
        </form>
      )}
      {rows.map(row => (
        <article>
          <p class="muted">
            <time>{moment(row.queuedAt, zone)}</time>{' '}
            {row.readAt === null && <span class="badge warn">{t(words.unread)}</span>}
          </p>
          <p class="lines">
            <Dated text={row.message.text} />
          </p>
          <Links row={row} />
        </article>
      ))}
    </>
  )
}

/** The buttons that lead to a page; those that act are for the chat. */
function Links({ row }: { row: Delivery }) {
  const links = row.message.buttons.flat().flatMap(button => ('url' in button ? [button] : []))
  if (links.length === 0) return null
  return (
    <p class="actions">
      {links.map(({ url, label }) => (
        <a class="button secondary" href={url}>
          {label}
        </a>
      ))}
    </p>
  )
}

interface DeliveriesProps extends ZonedView {
  readonly all: readonly Addressed[]
  readonly counts: Readonly<Record<Standing, number>>
  readonly show: Standing | undefined
  readonly chatIsOn: boolean
  readonly maySet: boolean
  readonly failures: readonly { readonly id: string; readonly at: Instant; readonly error: string }[]
}

const mostShown = 200

/** Every message to the people of the viewer's units, and what became of it. */
export function DeliveriesPage(props: DeliveriesProps) {
  const { view, zone, all, counts, show, chatIsOn, maySet, failures } = props
  const { t } = view
  const shown = all.filter(({ row }) => show === undefined || standingOf(row) === show)
  return (
    <>
      <h1>{t(words.deliveries)}</h1>
      {!chatIsOn && <p class="notice care">{t(words.chatOff)}</p>}
      {all.length === 0 ? <p class="empty">{t(words.deliveriesEmpty)}</p> : <p>{t(words.deliveriesLead)}</p>}
      {all.length > 0 && (
        <p class="actions">
          <Filter label={t(words.all)} count={all.length} href="/deliveries" current={show === undefined} />
          {standings.map(standing => (
            <Filter
              label={t(standingWords[standing])}
              count={counts[standing]}
              href={`/deliveries?show=${standing}`}
              current={show === standing}
            />
          ))}
        </p>
      )}
      {show === 'notReached' && shown.length > 0 && <p class="notice care">{t(words.notReachedLead)}</p>}
      {all.length > 0 && shown.length === 0 && <p>{t(words.noneSuch)}</p>}
      {shown.length > 0 && <Table view={view} zone={zone} rows={shown.slice(0, mostShown)} />}
      {shown.length > mostShown && <p class="muted">{t(words.older, { n: mostShown })}</p>}
      <p class="actions">
        <a href="/deliveries/groups">{t(words.groups)}</a>
        {maySet && <a href="/deliveries/settings">{t(words.settings)}</a>}
      </p>
      {failures.length > 0 && (
        <section>
          <h2>{t(words.failures)}</h2>
          <p class="muted">{t(words.failuresMore)}</p>
          <ul>
            {failures.map(({ at, error }) => (
              <li>
                <time>{moment(at, zone)}</time> · <code>{error}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Filter(props: { label: string; count: number; href: string; current: boolean }) {
  return (
    <a href={props.href} {...(props.current ? { 'aria-current': 'page' } : {})}>
      {props.label} {props.count}
    </a>
  )
}

function Table({ view, zone, rows }: ZonedView & { rows: readonly Addressed[] }) {
  const { t } = view
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{t(words.person)}</th>
          <th scope="col">{t(words.message)}</th>
          <th scope="col">{t(words.outcome)}</th>
          <th scope="col">{t(words.when)}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, person, units }) => (
          <tr>
            <td data-label={t(words.person)}>
              <span>
                {nameOf(row, person, t)}
                <br />
                <small>{units.join(' · ')}</small>
              </span>
            </td>
            <td data-label={t(words.message)}>
              <span>
                <Dated text={row.message.text.split('\n')[0] ?? ''} />
              </span>
            </td>
            <td data-label={t(words.outcome)}>
              <Outcome view={view} row={row} />
            </td>
            <td data-label={t(words.when)}>
              <time>{moment(changedAt(row), zone)}</time>
            </td>
            <td>
              <Actions view={view} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function nameOf({ message }: Delivery, person: Addressed['person'], t: Say): string {
  const group = groupOf(message.to)
  if (!group) return person?.name ?? t(words.former)
  return t(group.lane === 'robot' ? words.robot : words.group)
}

function Outcome({ view, row }: { view: View; row: Delivery }) {
  const { t } = view
  const standing = standingOf(row)
  const cause = 'cause' in row.state ? row.state.cause : undefined
  const told = cause === undefined ? undefined : (causeWords[cause] ?? { 'zh-CN': cause, en: cause })
  return (
    <span>
      <span class={`badge ${toneOf(standing)}`}>{t(standingWords[standing])}</span>
      {row.readAt !== null && row.state.name !== 'sent' ? <small> {t(words.readOnWeb)}</small> : null}
      {told && row.readAt === null ? <small> {t(told)}</small> : null}
    </span>
  )
}

function toneOf(standing: Standing): string {
  switch (standing) {
    case 'reached':
      return 'ok'
    case 'notReached':
      return 'bad'
    case 'unknown':
      return 'warn'
    case 'waiting':
    case 'dropped':
      return 'muted'
  }
}

function Actions({ view, row }: { view: View; row: Delivery }) {
  const standing = standingOf(row)
  const action = standing === 'waiting' ? 'cancel' : standing === 'reached' ? undefined : 'again'
  if (!action) return null
  return (
    <form method="post" action={`/deliveries/${row.id}/${action}`}>
      <button type="submit" class="secondary">
        {view.t(action === 'cancel' ? words.cancel : words.sendAgain)}
      </button>
    </form>
  )
}

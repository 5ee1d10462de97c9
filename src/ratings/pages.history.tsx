import { punctuation } from '../shared/punctuation.ts'
import { dateOf, timeOf } from '../shared/time.ts'
import { historyWords } from './history-words.ts'
import type { RatingEvent } from './rating.ts'
import type { RatingProps } from './rating-props.ts'
import { roleName } from './say.ts'
import { changeLine } from './say-changes.ts'
import { type Sitting, sittingsOf } from './sittings.ts'
import { actionName, stateName } from './steps.ts'
import { words } from './words.ts'

type Props = Pick<RatingProps, 'view' | 'rating' | 'zone' | 'hand'>

/** What was done, the newest first; what somebody typed in one sitting is one line, with every save behind it. */
export function History(props: Props) {
  const { t } = props.view
  const sittings = sittingsOf(props.rating.history)
  return (
    <details>
      <summary>{t(historyWords.history, { count: sittings.length })}</summary>
      {sittings.length === 0 && <p>{t(historyWords.none)}</p>}
      <ol reversed start={sittings.length}>
        {sittings.toReversed().map(sitting => (
          <li>
            {sitting.length === 1 ? (
              <EventLine {...props} event={sitting[0]} />
            ) : (
              <SittingLine {...props} sitting={sitting} />
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

function SittingLine(props: Props & { sitting: Sitting }) {
  const { view, zone, sitting } = props
  const { t } = view
  const [first] = sitting
  const last = sitting.at(-1) ?? first
  const found = new Set(sitting.flatMap(({ changes }) => changes.map(({ item }) => item)))
  const items = [...found].sort().map(item => (item === 'opinion' ? t(words.opinion) : item))
  const [began, ended] = [first, last].map(({ at }) => `${dateOf(at, zone)} ${timeOf(at, zone)}`)
  return (
    <>
      <time datetime={first.at}>{began}</time>
      {ended !== began && (
        <>
          –
          <time datetime={last.at}>
            {ended?.startsWith(dateOf(first.at, zone)) ? timeOf(last.at, zone) : ended}
          </time>
        </>
      )}{' '}
      {t(roleName(first.level))} {first.byName}
      {t(punctuation.colon)}
      {t(actionName(first.action))}
      {t(punctuation.comma)}
      {t(historyWords.items, { count: items.length, items: items.join(t(punctuation.list)) })}
      <details>
        <summary>
          <small>{t(historyWords.saves, { count: sitting.length })}</small>
        </summary>
        <ol>
          {sitting.map(event => (
            <li>
              <EventLine {...props} event={event} />
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

function EventLine({ view: { t }, zone, hand, event }: Props & { event: RatingEvent }) {
  return (
    <>
      <time datetime={event.at}>
        {dateOf(event.at, zone)} {timeOf(event.at, zone)}
      </time>{' '}
      {t(roleName(event.level))} {event.byName}
      {t(punctuation.colon)}
      {t(actionName(event.action))}
      {event.from !== event.to && ` → ${t(stateName(event.to))}`}
      {event.items.length > 0 && t(punctuation.remark, { text: event.items.join(t(punctuation.list)) })}
      {event.reason && ` – ${event.reason}`}
      {event.changes.length > 0 && (
        <small>
          {' '}
          {event.changes.map(change => changeLine(hand.rubric, change, t)).join(t(punctuation.semicolon))}
        </small>
      )}
    </>
  )
}

import type { View } from '../shared/web/env.ts'
import { outcomeName } from './agenda.ts'
import { agendaOutcomes } from './agenda-shapes.ts'
import type { Linked } from './linking.ts'
import type { Meeting } from './meeting.ts'
import { words } from './words.ts'

interface LinkedProps {
  readonly view: View
  readonly meeting: Meeting
  readonly linked: Linked
  readonly over: boolean
  readonly may: { readonly convene: boolean }
  readonly unitName: (unit: string) => string
}

/** What comes from the meetings above and below, with what was made of it. */
export function LinkedAgenda({ view: { t }, meeting, linked, over, may, unitName }: LinkedProps) {
  const { proposed, decisions } = linked
  const records = may.convene && over
  const outcomes = agendaOutcomes.filter(each => each !== 'raised' || meeting.level !== 'district')
  const outcomeOf = (key: string) => meeting.agenda?.find(item => item.key === key)?.outcome
  const saidOf = (decision: string) => meeting.conveyed?.find(each => each.decision === decision)?.done
  return (
    <>
      {decisions.length > 0 && <h2>{t(words.conveyTitle)}</h2>}
      {decisions.map(each => {
        const said = saidOf(each.id)
        const state = said === undefined ? words.notRecorded : said ? words.isConveyed : words.notConveyed
        return (
          <form method="post" action={`/meetings/${meeting.id}/convey`}>
            <p>
              {each.what} <small>{each.source.title}</small>{' '}
              <span class={`badge ${said ? 'ok' : 'warn'}`}>{t(state)}</span>
            </p>
            {records && (
              <p class="actions">
                <input type="hidden" name="decision" value={each.id} />
                <button type="submit" name="said" value="conveyed" class="secondary">
                  {t(words.isConveyed)}
                </button>
                <button type="submit" name="said" value="not" class="secondary">
                  {t(words.notConveyed)}
                </button>
              </p>
            )}
          </form>
        )
      })}
      {proposed.length > 0 && (
        <>
          <h2>{t(words.proposedTitle)}</h2>
          <p>{t(words.proposedHint)}</p>
        </>
      )}
      {proposed.map(point => {
        const outcome = outcomeOf(point.key)
        return (
          <form method="post" action={`/meetings/${meeting.id}/agenda`}>
            <p>
              {point.text} <small>{unitName(point.unit)}</small>{' '}
              <span class={`badge ${outcome ? 'ok' : ''}`}>
                {t(outcome ? outcomeName(outcome) : words.notRecorded)}
              </span>
            </p>
            {records && (
              <p class="actions">
                <input type="hidden" name="key" value={point.key} />
                {outcomes.map(each => (
                  <button type="submit" name="outcome" value={each} class="secondary">
                    {t(outcomeName(each))}
                  </button>
                ))}
              </p>
            )}
          </form>
        )
      })}
    </>
  )
}

import { type Again, ReasonForm } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import { LevelBar } from './chart.tsx'
import type { ReviewQueue } from './review-queue.ts'
import { reviewWords, signalWord } from './review-words.ts'
import type { Round } from './round.ts'
import { words } from './words.ts'

/** So many groups are listed; the others follow when these are decided. */
const mostListed = 100

interface GroupsProps {
  readonly view: View
  readonly round: Round
  readonly queue: ReviewQueue
  readonly again: Again | undefined
}

/** The answers that wait by unit and signal, to be proposed in one go. */
export function GroupsForm({ view, round, queue: { groups, seen }, again }: GroupsProps) {
  const { t } = view
  const names = new Map(round.units.map(({ code, name }) => [code, name]))
  const listed = groups.slice(0, mostListed)
  const chosen = again?.form === 'groups' ? (again.chosen.group ?? []) : []
  const path = `/surveys/${round.id}/review`
  return (
    <>
      <h3>{t(reviewWords.groupsTitle)}</h3>
      <p>
        <small>{t(reviewWords.groupsHint)}</small>
      </p>
      {listed.length < groups.length && (
        <p>{t(reviewWords.groupsShown, { shown: listed.length, count: groups.length })}</p>
      )}
      <ReasonForm
        {...{ view, again, form: 'groups', most: 500 }}
        action={`${path}/groups`}
        label={t(reviewWords.exclusionReason)}
        buttons={[{ label: t(reviewWords.groupsPropose) }]}
      >
        <input type="hidden" name="seen" value={String(seen)} />
        <StackedTable
          headings={[
            t(reviewWords.choose),
            t(words.unit),
            t(reviewWords.signal),
            num(t(reviewWords.answers)),
            t(reviewWords.overall),
            t(reviewWords.look),
          ]}
        >
          {listed.map(({ unit, signal, count, said, seal }) => {
            const name = names.get(unit) ?? unit
            return (
              <tr>
                <td data-label={t(reviewWords.choose)}>
                  <input
                    type="checkbox"
                    name="group"
                    value={`${unit} ${signal} ${seal}`}
                    checked={chosen.some(one => one.startsWith(`${unit} ${signal} `))}
                    aria-label={`${name} ${t(signalWord(signal))}`}
                  />
                </td>
                <td data-label={t(words.unit)}>{name}</td>
                <td data-label={t(reviewWords.signal)}>{t(signalWord(signal))}</td>
                <td class="num" data-label={t(reviewWords.answers)}>
                  {count}
                </td>
                <td class="chart" data-label={t(reviewWords.overall)}>
                  <LevelBar view={view} figures={said} names={round.form.levelNames} />
                </td>
                <td data-label={t(reviewWords.look)}>
                  <a href={`${path}?unit=${unit}&signal=${signal}#one-by-one`}>{t(reviewWords.see)}</a>
                </td>
              </tr>
            )
          })}
        </StackedTable>
      </ReasonForm>
    </>
  )
}

import type { Duty } from '../shared/actor.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { Empty } from '../shared/web/notice.tsx'
import { StackedTable } from '../shared/web/table.tsx'
import type { UnitTree } from '../units/tree.ts'
import type { Person } from './person.ts'
import { dutyValues } from './saying.ts'
import { words } from './words.ts'

interface PeopleProps {
  readonly view: View
  readonly tree: UnitTree
  readonly people: readonly Person[]
  readonly mayInvite: boolean
  /** How many units wait for somebody. */
  readonly vacant: number
}

export function PeoplePage({ view, tree, people, mayInvite, vacant }: PeopleProps) {
  const { t } = view
  const here = inUnitOrder(people, tree).filter(person => !person.ended)
  const gone = people.filter(person => person.ended)
  const joined = here.filter(person => person.joined).length
  const bound = here.filter(person => person.telegram).length
  return (
    <>
      <h1>{t(words.title)}</h1>
      {mayInvite && (
        <p class="actions">
          <a class="button" href="/people/invite">
            {t(words.invitePerson)}
          </a>
          <a class="button secondary" href="/people/import">
            {t(words.inviteList)}
          </a>
        </p>
      )}
      {vacant > 0 && (
        <div class="notice">
          <p>
            {t(words.vacant, { count: vacant })}
            {t(punctuation.gap)}
            <a href="/people/vacancies.csv">{t(words.vacantList)}</a>
          </p>
          <small>{t(words.vacantHint)}</small>
        </div>
      )}
      {here.length === 0 ? (
        <Empty title={t(words.none)}>{mayInvite && <p>{t(words.noneMore)}</p>}</Empty>
      ) : (
        <>
          <p>{t(words.counted, { count: here.length, joined, bound })}</p>
          <PeopleTable view={view} tree={tree} people={here} />
        </>
      )}
      {gone.length > 0 && (
        <details>
          <summary>{t(words.formerPeople, { count: gone.length })}</summary>
          <PeopleTable view={view} tree={tree} people={gone} />
        </details>
      )}
    </>
  )
}

function PeopleTable({ view, tree, people }: Pick<PeopleProps, 'view' | 'tree' | 'people'>) {
  const { t } = view
  return (
    <StackedTable headings={[t(words.name), t(words.post), t(words.duties), t(words.state), t(words.chat)]}>
      {people.map(person => (
        <tr>
          <th scope="row">
            <a href={`/people/${person.id}`}>{person.name}</a>
          </th>
          <td data-label={t(words.post)}>{person.post ?? '–'}</td>
          <td data-label={t(words.duties)}>
            {lastDuties(person)
              .map(duty => t(words.dutyOf, dutyValues(duty, tree)))
              .join(t(punctuation.semicolon))}
          </td>
          <td data-label={t(words.state)}>
            <State view={view} person={person} />
          </td>
          <td data-label={t(words.chat)}>
            <ChatState view={view} person={person} />
          </td>
        </tr>
      ))}
    </StackedTable>
  )
}

function lastDuties(person: Person): readonly Duty[] {
  return person.duties.length > 0 ? person.duties : person.former.slice(-1)
}

export function State({ view: { t }, person }: { view: View; person: Person }) {
  if (person.ended) return <span class="muted">{t(words.left)}</span>
  return person.joined ? (
    <span class="ok">{t(words.joined)}</span>
  ) : (
    <span class="warn">{t(words.notJoined)}</span>
  )
}

export function ChatState({ view: { t }, person }: { view: View; person: Person }) {
  if (!person.telegram) return <span class="muted">{t(words.chatNone)}</span>
  if (person.telegram.muted) return <span class="warn">{t(words.chatMuted)}</span>
  return person.telegram.reachable ? (
    <span class="ok">{t(words.chatBound)}</span>
  ) : (
    <span class="bad">{t(words.chatLost)}</span>
  )
}

/** As the units stand in their tree; within a unit in the order in which people came. */
function inUnitOrder(people: readonly Person[], tree: UnitTree): readonly Person[] {
  const place = new Map(
    (tree.district ? tree.within(tree.district.id) : []).map((unit, at) => [unit.id, at + 1]),
  )
  const placeOf = (person: Person) => Math.min(...person.duties.map(duty => place.get(duty.unit) ?? 0))
  return [...people].sort((a, b) => placeOf(a) - placeOf(b) || (a.since < b.since ? -1 : 1))
}

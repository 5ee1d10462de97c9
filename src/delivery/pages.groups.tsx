import type { View } from '../shared/web/env.ts'
import { Choice, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import type { GroupChat, Robot } from './groups.ts'
import { words } from './words.ts'

interface GroupsProps {
  readonly view: View
  /** The units for which the viewer may bind. */
  readonly units: readonly Unit[]
  readonly chats: readonly GroupChat[]
  readonly robots: readonly Robot[]
  readonly typed?: Typed
  readonly faults?: Faults
}

/** The groups bound to units, and the way to bind a group robot. */
export function GroupsPage({ view, units, chats, robots, typed, faults }: GroupsProps) {
  const { t } = view
  const nameOf = (id: string) => units.find(unit => unit.id === id)?.name ?? id
  const common = { view, typed, faults }
  return (
    <>
      <h1>{t(words.groups)}</h1>
      <p>{t(words.groupsLead)}</p>
      <h2>{t(words.groupsTelegram)}</h2>
      <p class="muted">{t(words.groupsTelegramHow)}</p>
      <Bound
        view={view}
        rows={chats.map(({ id, title }) => ({ id, name: `${nameOf(id)} · ${title}` }))}
        kind="chat"
      />
      <h2>{t(words.groupsRobots)}</h2>
      <p class="muted">{t(words.groupsRobotsHow)}</p>
      <Bound view={view} rows={robots.map(({ id }) => ({ id, name: nameOf(id) }))} kind="robot" />
      <form method="post" action="/deliveries/groups/robot">
        <Choice
          {...common}
          name="unit"
          label={t(words.unit)}
          options={units.map(unit => [unit.id, unit.name] as const)}
        />
        <Field {...common} name="address" label={t(words.robotAddress)} />
        <button type="submit">{t(words.bind)}</button>
      </form>
      <p>
        <a href="/deliveries">{t(words.deliveries)}</a>
      </p>
    </>
  )
}

interface BoundProps {
  readonly view: View
  readonly rows: readonly { readonly id: string; readonly name: string }[]
  readonly kind: 'chat' | 'robot'
}

function Bound({ view: { t }, rows, kind }: BoundProps) {
  if (rows.length === 0) return <p>{t(words.none)}</p>
  return (
    <ul class="plain">
      {rows.map(({ id, name }) => (
        <li class="actions">
          <span>{name}</span>
          <form method="post" action={`/deliveries/groups/${kind}/end`}>
            <button type="submit" name="unit" value={id} class="secondary">
              {t(words.unbind)}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

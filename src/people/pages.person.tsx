import type { Duty } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { punctuation } from '../shared/punctuation.ts'
import { dateOf } from '../shared/time.ts'
import { Dated } from '../shared/web/dated.tsx'
import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { UnitTree } from '../units/tree.ts'
import { BackToPeople, DutyChoice } from './pages.invite.tsx'
import { ChatState, State } from './pages.people.tsx'
import type { HeldDuty, Person } from './person.ts'
import { dutyValues } from './saying.ts'
import { words } from './words.ts'

/** What the viewer may do with a person; the rules decide again when it is done. */
export interface Powers {
  /** Duties of the person that the viewer may end. */
  readonly mayEnd: (duty: Duty) => boolean
  readonly mayHandOver: (duty: Duty) => boolean
  readonly mayAdd: readonly Duty[]
  readonly mayAmend: boolean
  readonly mayInviteAgain: boolean
  readonly mayMakeLink: boolean
}

interface PersonProps {
  readonly view: View
  readonly zone: Kit['zone']
  readonly tree: UnitTree
  readonly person: Person
  readonly powers: Powers
  readonly nameOf: (id: string) => string | undefined
  readonly typed?: Typed
  readonly faults?: Faults
}

export function PersonPage(props: PersonProps) {
  const { view, person, powers } = props
  const { t } = view
  const path = `/people/${person.id}`
  return (
    <>
      <h1>{person.name}</h1>
      <FaultList view={view} faults={props.faults} />
      <p>
        {person.post && `${person.post} · `}
        <State view={view} person={person} /> · {t(words.chat)}
        {t(punctuation.colon)}
        <ChatState view={view} person={person} />
      </p>
      <div class="actions">
        {powers.mayInviteAgain && <Press path={`${path}/invitation`} label={t(words.inviteAgain)} />}
        {powers.mayMakeLink && <Press path={`${path}/sign-in-link`} label={t(words.linkNew)} />}
        {powers.mayAmend && person.telegram && <Press path={`${path}/unbind`} label={t(words.unbind)} />}
      </div>
      {powers.mayInviteAgain && <small>{t(words.inviteAgainMore)}</small>}
      <h2>{t(words.duties)}</h2>
      <HeldDuties {...props} />
      {powers.mayAdd.length > 0 && <AddDuty {...props} />}
      <FormerDuties {...props} />
      {powers.mayAmend && <Amend {...props} />}
      <BackToPeople view={view} />
    </>
  )
}

function Press({ path, label }: { path: string; label: string }) {
  return (
    <form method="post" action={path}>
      <button type="submit" class="secondary">
        {label}
      </button>
    </form>
  )
}

function HeldDuties({ view, zone, tree, person, powers }: PersonProps) {
  const { t } = view
  if (person.duties.length === 0) return <p>{t(words.noDuties)}</p>
  return (
    <ul>
      {person.duties.map((duty: HeldDuty) => (
        <li>
          {t(words.dutyOf, dutyValues(duty, tree))}{' '}
          <small>
            <Dated text={t(words.since, { date: dateOf(duty.since, zone) })} />
          </small>
          <div class="actions">
            {powers.mayHandOver(duty) && (
              <a href={`/people/${person.id}/hand-over?role=${duty.role}&unit=${duty.unit}`}>
                {t(words.handOver)}
              </a>
            )}
            {powers.mayEnd(duty) && (
              <form method="post" action={`/people/${person.id}/end`}>
                <DutyFields duty={duty} />
                <button type="submit" class="secondary">
                  {t(words.endDuty)}
                </button>
              </form>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function DutyFields({ duty }: { duty: Duty }) {
  return (
    <>
      <input type="hidden" name="role" value={duty.role} />
      <input type="hidden" name="unit" value={duty.unit} />
    </>
  )
}

function AddDuty({ view, tree, person, powers }: PersonProps) {
  return (
    <details>
      <summary>{view.t(words.addDuty)}</summary>
      <form method="post" action={`/people/${person.id}/duties`}>
        <DutyChoice view={view} tree={tree} duties={powers.mayAdd} />
        <button type="submit">{view.t(words.addDuty)}</button>
      </form>
    </details>
  )
}

function FormerDuties({ view: { t }, zone, tree, person, nameOf }: PersonProps) {
  if (person.former.length === 0) return null
  return (
    <>
      <h2>{t(words.history)}</h2>
      <ul>
        {person.former.map(duty => {
          const successor = duty.successor && nameOf(duty.successor)
          const period = { from: dateOf(duty.since, zone), until: dateOf(duty.until, zone) }
          return (
            <li>
              {t(words.dutyOf, dutyValues(duty, tree))}{' '}
              <small>
                <Dated text={t(words.period, period)} />
              </small>
              {successor && <small> · {t(words.passedTo, { name: successor })}</small>}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Amend({ view, person, typed, faults }: PersonProps) {
  const given = {
    view,
    typed: typed ?? { name: person.name, post: person.post ?? '' },
    ...(faults ? { faults } : {}),
  }
  return (
    <details open={faults !== undefined}>
      <summary>{view.t(words.amend)}</summary>
      <form method="post" action={`/people/${person.id}`}>
        <Field {...given} name="name" label={view.t(words.name)} />
        <Field {...given} name="post" label={view.t(words.post)} optional />
        <button type="submit">{view.t(words.save)}</button>
      </form>
    </details>
  )
}

interface HandOverProps {
  readonly view: View
  readonly tree: UnitTree
  readonly person: Person
  readonly duty: Duty
  /** People who are here already and could take the duty over. */
  readonly others: readonly Person[]
  readonly typed?: Typed
  readonly faults?: Faults
}

export function HandOverPage({ view, tree, person, duty, others, ...given }: HandOverProps) {
  const { t } = view
  return (
    <>
      <h1>{t(words.handOverTitle)}</h1>
      <p>
        {person.name} · {t(words.dutyOf, dutyValues(duty, tree))}
      </p>
      <p>{t(words.handOverMore)}</p>
      <FaultList view={view} faults={given.faults} />
      <form method="post" action={`/people/${person.id}/hand-over`}>
        <DutyFields duty={duty} />
        <Field {...{ view, ...given }} name="name" label={t(words.successorName)} optional />
        <Field {...{ view, ...given }} name="post" label={t(words.post)} hint={t(words.postHint)} optional />
        {others.length > 0 && (
          <Choice
            {...{ view, ...given }}
            name="successor"
            label={t(words.successorPerson)}
            optional
            options={[['', t(words.successorNone)], ...others.map(each => [each.id, each.name] as const)]}
          />
        )}
        <button type="submit">{t(words.handOver)}</button>
      </form>
    </>
  )
}

import type { Kit } from '../shared/kit.ts'
import { dateOf, type Instant, timeOf } from '../shared/time.ts'
import { Dated } from '../shared/web/dated.tsx'
import type { View } from '../shared/web/env.ts'
import { Choice } from '../shared/web/form.tsx'
import type { UnitTree } from '../units/tree.ts'
import type { Session } from './keys.ts'
import { ChatWays } from './pages.invite.tsx'
import type { Person } from './person.ts'
import { dutyValues } from './saying.ts'
import { words } from './words.ts'

interface AccountProps {
  readonly view: View
  readonly zone: Kit['zone']
  readonly tree: UnitTree
  readonly person: Person
  readonly sessions: readonly Session[]
  /** The session in which the page was asked for. */
  readonly current: string | undefined
}

export function AccountPage(props: AccountProps) {
  const { view, tree, person } = props
  const { t } = view
  return (
    <>
      <h1>{t(words.account)}</h1>
      <p>
        <strong>{person.name}</strong>
        {person.post && ` · ${person.post}`}
      </p>
      <ul>
        {person.duties.map(duty => (
          <li>
            {t(words.dutyOf, dutyValues(duty, tree))}{' '}
            <a href={`/people/${person.id}/hand-over?role=${duty.role}&unit=${duty.unit}`}>
              {t(words.handOver)}
            </a>
          </li>
        ))}
      </ul>
      <h2>{t(words.chat)}</h2>
      <p>{t(person.telegram ? words.rebindMore : words.bindMore)}</p>
      <div class="actions">
        <form method="post" action="/account/chat">
          <button type="submit">{t(words.getCode)}</button>
        </form>
        {person.telegram && (
          <form method="post" action="/account/unbind">
            <button type="submit" class="secondary">
              {t(words.unbind)}
            </button>
          </form>
        )}
      </div>
      <h2>{t(words.language)}</h2>
      <form method="post" action="/account/language">
        <Choice
          view={view}
          name="lang"
          label={t(words.language)}
          hint={t(words.languageHint)}
          typed={{ lang: person.lang }}
          options={[
            ['zh-CN', '中文'],
            ['en', 'English'],
          ]}
        />
        <button type="submit">{t(words.save)}</button>
      </form>
      <Sessions {...props} />
    </>
  )
}

function Sessions({ view: { t }, zone, sessions, current }: AccountProps) {
  return (
    <>
      <h2>{t(words.sessions)}</h2>
      <ul>
        {sessions.map(({ id, device, since, seen }) => (
          <li>
            <Dated
              text={t(words.session, {
                device: t(words[device]),
                since: momentOf(since, zone),
                seen: momentOf(seen, zone),
              })}
            />{' '}
            {id === current ? (
              <span class="badge">{t(words.thisOne)}</span>
            ) : (
              <form method="post" action="/account/sessions/end">
                <button type="submit" name="session" value={id} class="secondary">
                  {t(words.endSession)}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function momentOf(at: Instant, zone: string): string {
  return `${dateOf(at, zone)} ${timeOf(at, zone)}`
}

export function ChatCodePage(props: { view: View; code: string; chatLink: string | undefined }) {
  const { t } = props.view
  return (
    <>
      <h1>{t(words.openChat)}</h1>
      <p class="notice care">{t(words.codeShownOnce)}</p>
      <ChatWays {...props} />
      <p>
        <a href="/account">{t(words.account)}</a>
      </p>
    </>
  )
}

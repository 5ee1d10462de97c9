import type { View } from '../shared/web/env.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Person } from './person.ts'
import { dutyValues } from './saying.ts'
import { words } from './words.ts'

/** For those who are not signed in: how one gets in. */
export function SignInPage({ view: { t } }: { view: View }) {
  return (
    <>
      <h1>{t(words.signIn)}</h1>
      <p>{t(words.signInHow)}</p>
      <ul>
        <li>{t(words.signInChat)}</li>
        <li>{t(words.signInInvited)}</li>
        <li>{t(words.signInAsk)}</li>
      </ul>
    </>
  )
}

/** Opened from Telegram: its script signs in with what Telegram hands over; without it the usual ways are told. */
export function MiniAppPage({ view, to }: { view: View; to: string }) {
  return (
    <>
      <SignInPage view={view} />
      <form method="post" action="/app" data-mini-app hidden>
        <input type="hidden" name="initData" />
        <input type="hidden" name="to" value={to} />
      </form>
      <script type="module" src="/app.js" />
    </>
  )
}

interface KeyPageProps {
  readonly view: View
  readonly person: Person
  readonly tree: UnitTree
  readonly action: string
}

/** Behind a sign-in link: chat programs open links by themselves, so only the button uses it up. */
export function LinkPage({ view, person, tree, action }: KeyPageProps) {
  const { t } = view
  return (
    <>
      <h1>{t(words.signInAs, { name: person.name })}</h1>
      <Duties {...{ view, person, tree }} />
      <p>{t(words.signInOnce, { name: person.name })}</p>
      <form method="post" action={action}>
        <button type="submit">{t(words.signIn)}</button>
      </form>
    </>
  )
}

export function InvitationPage(props: KeyPageProps & { chatLink: string | undefined }) {
  const { view, person, action, chatLink } = props
  const { t } = view
  return (
    <>
      <h1>{t(words.welcome, { name: person.name })}</h1>
      <p>{t(words.invitedAs)}</p>
      <Duties {...props} />
      <p>{t(words.signInOnce, { name: person.name })}</p>
      <form method="post" action={action}>
        <button type="submit">{t(words.accept)}</button>
      </form>
      {chatLink && (
        <>
          <h2>{t(words.openChat)}</h2>
          <p>{t(words.openChatMore)}</p>
          <p>
            <a href={chatLink}>{t(words.openChat)}</a>
          </p>
        </>
      )}
    </>
  )
}

function Duties({ view: { t }, person, tree }: Pick<KeyPageProps, 'view' | 'person' | 'tree'>) {
  return (
    <ul>
      {person.duties.map(duty => (
        <li>
          {t(words.dutyOf, dutyValues(duty, tree))}
          {person.post && <span class="muted"> · {person.post}</span>}
        </li>
      ))}
    </ul>
  )
}

import type { Duty } from '../shared/actor.ts'
import { csvText } from '../shared/csv.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { Qr } from '../shared/web/qr.tsx'
import { StackedTable } from '../shared/web/table.tsx'
import { UploadForm, UploadReport } from '../shared/web/upload.tsx'
import type { UnitTree } from '../units/tree.ts'
import type { ListPlan } from './list.ts'
import type { Person } from './person.ts'
import { dutyValues, unitName } from './saying.ts'
import { words } from './words.ts'

interface Given {
  readonly typed?: Typed
  readonly faults?: Faults
}

interface InviteProps extends Given {
  readonly view: View
  readonly tree: UnitTree
  readonly duties: readonly Duty[]
}

export function InvitePage({ view, tree, duties, ...given }: InviteProps) {
  const { t } = view
  return (
    <>
      <h1>{t(words.invitePerson)}</h1>
      <FaultList view={view} faults={given.faults} labels={{ name: words.name, unit: words.unit }} />
      <form method="post" action="/people/invite">
        <Field {...{ view, ...given }} name="name" label={t(words.name)} />
        <DutyChoice {...{ view, tree, duties, ...given }} />
        <Field {...{ view, ...given }} name="post" label={t(words.post)} hint={t(words.postHint)} optional />
        <button type="submit">{t(words.invite)}</button>
      </form>
    </>
  )
}

/** A unit to choose; the role is the one that people of its level hold. */
export function DutyChoice({ view, tree, duties, ...given }: InviteProps) {
  const { t } = view
  return (
    <Choice
      {...{ view, ...given }}
      name="unit"
      label={t(words.unit)}
      hint={t(words.unitHint)}
      mustChoose
      options={duties.map(duty => [duty.unit, t(words.dutyOf, dutyValues(duty, tree))])}
    />
  )
}

export function ListPage({ view, plan, faults }: { view: View; plan?: ListPlan; faults?: Faults }) {
  const { t } = view
  return (
    <>
      <h1>{t(words.inviteList)}</h1>
      {plan && (
        <UploadReport
          view={view}
          more={[t(words.checkedMore, { count: plan.invitees.length })]}
          refused={t(words.refusedFile, { count: plan.faults.length })}
          faults={plan.faults.map(({ line, text, values }) =>
            t(words.faultAt, { line, text: t(text, values) }),
          )}
        />
      )}
      <UploadForm
        {...{ view, faults }}
        action="/people/import"
        hint={t(words.fileHint)}
        step={['invite', t(words.invite)]}
      />
    </>
  )
}

/** A person with the secrets that are shown this once. */
export interface ShownInvitation {
  readonly person: Person
  readonly code: string
  readonly url: string
  readonly chatLink: string | undefined
}

interface InvitedProps {
  readonly view: View
  readonly tree: UnitTree
  readonly invited: readonly ShownInvitation[]
}

export function InvitedListPage({ view, tree, invited }: InvitedProps) {
  const { t } = view
  return (
    <>
      <h1>{t(words.invited, { count: invited.length })}</h1>
      <p class="notice care">{t(words.shownOnce)}</p>
      <p>
        <a href={linkFile({ view, tree, invited })} download="invitations.csv">
          {t(words.download)}
        </a>
      </p>
      <StackedTable headings={[t(words.name), t(words.unit), t(words.webLink)]}>
        {invited.map(({ person, url }) => (
          <tr>
            <th scope="row">{person.name}</th>
            <td data-label={t(words.unit)}>{unitOf(person, view, tree)}</td>
            <td data-label={t(words.webLink)}>
              <code>{url}</code>
            </td>
          </tr>
        ))}
      </StackedTable>
      <BackToPeople view={view} />
    </>
  )
}

/** The file travels in the page itself: the server could not make it a second time, since it keeps hashes only. */
function linkFile({ view: { t, lang }, tree, invited }: InvitedProps): string {
  const head = [words.name, words.role, words.unit, words.post, words.webLink, words.chatLink, words.code]
  const rows = invited.map(({ person, url, chatLink, code }) => {
    const [duty] = person.duties
    const values = duty && dutyValues(duty, tree)
    const role = values && t(values.role)
    return [person.name, role, unitOf(person, { t, lang }, tree), person.post, url, chatLink, code]
  })
  const text = csvText([head.map(word => t(word)), ...rows])
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`
}

function unitOf(person: Person, { t }: View, tree: UnitTree): string {
  return person.duties
    .map(duty => unitName(duty.unit, tree))
    .map(name => (typeof name === 'string' ? name : t(name)))
    .join(t(punctuation.list))
}

/** One invitation, to be passed on or scanned on the spot. */
export function InvitedPage({ view, title, shown }: { view: View; title: string; shown: ShownInvitation }) {
  const { t } = view
  return (
    <>
      <h1>{title}</h1>
      <p class="notice care">{t(words.shownOnce)}</p>
      <h2>{t(words.webLink)}</h2>
      <p>
        <code>{shown.url}</code>
      </p>
      <Qr text={shown.url} title={t(words.scanWeb)} />
      <ChatWays view={view} code={shown.code} chatLink={shown.chatLink} />
      <BackToPeople view={view} />
    </>
  )
}

export function ChatWays({
  view: { t },
  code,
  chatLink,
}: {
  view: View
  code: string
  chatLink: string | undefined
}) {
  return (
    <>
      <h2>{t(words.chatLink)}</h2>
      {chatLink ? (
        <>
          <p>
            <code>{chatLink}</code>
          </p>
          <Qr text={chatLink} title={t(words.scanChat)} />
        </>
      ) : (
        <p>{t(words.chatOff)}</p>
      )}
      <p>{t(words.codeMore, { code })}</p>
    </>
  )
}

export function LinkMadePage({ view, name, url }: { view: View; name: string; url: string }) {
  const { t } = view
  return (
    <>
      <h1>{t(words.linkReady, { name })}</h1>
      <p class="notice care">{t(words.linkShownOnce)}</p>
      <p>
        <code>{url}</code>
      </p>
      <Qr text={url} title={t(words.scanWeb)} />
      <BackToPeople view={view} />
    </>
  )
}

export function BackToPeople({ view: { t } }: { view: View }) {
  return (
    <p>
      <a href="/people">{t(words.backToPeople)}</a>
    </p>
  )
}

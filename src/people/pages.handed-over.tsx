import type { View } from '../shared/web/env.ts'
import { BackToPeople, InvitedPage, type ShownInvitation } from './pages.invite.tsx'
import type { Person } from './person.ts'
import { words } from './words.ts'

interface HandedOverProps {
  readonly view: View
  readonly title: string
  readonly person: Person
  /** Of a successor who is new here. */
  readonly shown: ShownInvitation | undefined
}

export function HandedOverPage({ view, title, person, shown }: HandedOverProps) {
  if (shown) return <InvitedPage view={view} title={title} shown={shown} />
  return (
    <>
      <h1>{title}</h1>
      <p>{view.t(words.handedOverMore, { name: person.name })}</p>
      <BackToPeople view={view} />
    </>
  )
}

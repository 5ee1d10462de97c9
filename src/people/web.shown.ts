import type { Kit } from '../shared/kit.ts'
import type { Web } from '../shared/web/env.ts'
import type { ChatLink } from './chat.ts'
import type { ShownInvitation } from './pages.invite.tsx'
import type { Invited } from './register.ts'
import { invitationUrl } from './saying.ts'

/** An invitation with the addresses that carry its secret. */
export function showInvitation(kit: Kit, chatLink: ChatLink, { person, secret }: Invited): ShownInvitation {
  return {
    person,
    code: secret,
    url: invitationUrl(kit.publicUrl, secret),
    chatLink: chatLink(secret),
  }
}

/** For pages with secrets: neither the browser nor anything on the way keeps a copy. */
export function unstored(c: Web): Web {
  c.header('Cache-Control', 'no-store')
  return c
}

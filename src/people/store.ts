import { collection } from '../shared/store/declare.ts'
import { invitationSchema, sessionSchema, signInLinkSchema } from './keys.ts'
import { personSchema } from './person.ts'

export const people = collection({
  name: 'people',
  schema: personSchema,
  queries: {
    /** Codes of the units for which duties are held now. */
    unit: person => person.duties.map(duty => duty.unit),
    telegram: person => person.telegram && String(person.telegram.chatId),
  },
  unique: ['telegram'],
})

export const invitations = collection({
  name: 'invitations',
  schema: invitationSchema,
  queries: { person: invitation => invitation.person },
})

export const signInLinks = collection({
  name: 'sign-in-links',
  schema: signInLinkSchema,
  queries: { person: link => link.person },
})

export const sessions = collection({
  name: 'sessions',
  schema: sessionSchema,
  queries: { person: session => session.person },
})

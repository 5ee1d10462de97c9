import { collection } from '../shared/store/declare.ts'
import { followUpSchema } from './follow-up.ts'

export const followUps = collection({
  name: 'follow-ups',
  schema: followUpSchema,
  queries: {
    owner: followUp => followUp.owner,
    confirmer: followUp => followUp.confirmer,
    source: followUp => `${followUp.source.kind}:${followUp.source.id}`,
  },
})

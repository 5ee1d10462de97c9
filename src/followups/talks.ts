import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { collection } from '../shared/store/declare.ts'
import { instantSchema, plainDateSchema, plusHours } from '../shared/time.ts'

/** Steps that need a sentence, for which the chat then waits. */
export const toldActs = ['submit', 'requestExtension', 'return', 'refuseExtension'] as const
export type ToldAct = (typeof toldActs)[number]

/** What the next message of a person is taken for; one at a time. */
export const followUpTalks = collection({
  name: 'follow-up-talks',
  schema: z
    .object({
      /** The person. */
      id: z.string(),
      /** Empty while it is asked which one is meant. */
      followUp: z.string(),
      act: z.enum(toldActs),
      /** How many steps the follow-up had when it was asked. */
      seen: z.int().nonnegative(),
      /** The date that an extension is asked for, where it was told before its reason. */
      until: plainDateSchema.optional(),
      /** The reason, where that was told before the date. */
      reason: z.string().max(500).optional(),
      /** A request for an extension, and the follow-ups that it may be about. */
      asked: z
        .object({ text: z.string().max(500), among: z.array(z.string()).readonly() })
        .readonly()
        .optional(),
      expires: instantSchema,
    })
    .readonly(),
})
export type FollowUpTalk = z.infer<typeof followUpTalks.schema>

const hoursToAnswer = 2

type TalkKit = Pick<Kit, 'store' | 'now'>

/** What is still waited for; `undefined` when nothing is, or when it was asked too long ago. */
export async function talkWith({ store, now }: TalkKit, person: string): Promise<FollowUpTalk | undefined> {
  const talk = await store.find(followUpTalks, person)
  return talk && talk.expires > now() ? talk : undefined
}

/** Remembers what a person is asked; what was asked before is over. */
export async function keepTalk({ store, now }: TalkKit, asked: Omit<FollowUpTalk, 'expires'>): Promise<void> {
  const talk = { ...asked, expires: plusHours(now(), hoursToAnswer) }
  await store.write(asked.id, async tx => {
    if (await tx.find(followUpTalks, talk.id)) await tx.change(followUpTalks, talk.id, () => talk)
    else await tx.add(followUpTalks, talk)
  })
}

/** Whether there was something that was waited for. */
export async function endTalk({ store }: TalkKit, person: string): Promise<boolean> {
  if (!(await store.find(followUpTalks, person))) return false
  await store.write(person, tx => tx.remove(followUpTalks, person))
  return true
}

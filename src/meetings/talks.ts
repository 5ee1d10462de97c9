import { z } from 'zod'
import type { Kit } from '../shared/kit.ts'
import { collection } from '../shared/store/declare.ts'
import type { Writing } from '../shared/store/port.ts'
import { type Instant, instantSchema, plusHours } from '../shared/time.ts'

/** What the quick report asks next; `minutes` waits for the minutes of a meeting. */
export const steps = ['count', 'unresolved', 'photo', 'when', 'reason', 'minutes'] as const
export type Step = (typeof steps)[number]

/** A message of minutes by the chat and its number there, and what the writer was told of it. */
const notedSchema = z
  .object({
    message: z.string(),
    items: z.int().nonnegative(),
    resolutions: z.int().nonnegative(),
    /** Resolutions that name no owner or no date: each has to be sent again with both. */
    incomplete: z.array(z.string()).readonly(),
  })
  .readonly()
export type NotedMessage = z.infer<typeof notedSchema>

/** Where a person is in the quick report of a meeting; one at a time. What was answered is in the meeting already. */
export const talks = collection({
  name: 'report-talks',
  schema: z
    .object({
      /** The person. */
      id: z.string(),
      meeting: z.string(),
      step: z.enum(steps),
      /** Of the questions; an answer to those of another version would mean something else. */
      form: z.int().optional(),
      /** The item of the minutes in which the next message goes on. */
      item: z.string().optional(),
      /** The last message that went into the minutes, and what was made of it. */
      noted: notedSchema.optional(),
      expires: instantSchema,
    })
    .readonly(),
})
export type Talk = z.infer<typeof talks.schema>

const hoursToAnswer = 24
/** Raised whenever a step begins to ask something else. */
const formVersion = 1

/** Whether an answer may still be taken for it. */
export function isOn({ expires, form = 1 }: Talk, now: Instant): boolean {
  return expires > now && form === formVersion
}

function talkAt(person: string, { meeting, step, item, noted }: Asked, now: Instant): Talk {
  const more = { ...(item !== undefined && { item }), ...(noted && { noted }) }
  return { id: person, meeting, step, form: formVersion, expires: plusHours(now, hoursToAnswer), ...more }
}

export interface Asked {
  readonly meeting: string
  readonly step: Step
  readonly item?: string | undefined
  readonly noted?: NotedMessage
}

type TalkKit = Pick<Kit, 'store' | 'now'>

/** Remembers what a person is asked; what was asked before is over. */
export async function keepTalk({ store, now }: TalkKit, person: string, asked: Asked) {
  await store.write(person, tx => keepTalkIn(tx, person, asked, now()))
}

/** The same within the command that takes the answer before. */
export async function keepTalkIn(tx: Writing, person: string, asked: Asked, now: Instant) {
  const talk = talkAt(person, asked, now)
  if (await tx.find(talks, person)) await tx.change(talks, person, () => talk)
  else await tx.add(talks, talk)
}

export async function endTalk({ store }: TalkKit, person: string): Promise<void> {
  await store.write(person, tx => tx.remove(talks, person))
}

import { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import { dateOf, type Instant, instantSchema, type PlainDate, plainDateSchema } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { no } from './refusals.ts'
import { words } from './words.ts'

/** Where a follow-up comes from. */
export const sourceKinds = ['meeting', 'rating', 'inspection', 'negativeRating', 'lagging'] as const
export type SourceKind = (typeof sourceKinds)[number]

export const states = ['open', 'inProgress', 'extensionRequested', 'submitted', 'returned', 'closed'] as const
export type State = (typeof states)[number]

const stepSchema = z
  .object({
    to: z.enum(states),
    by: z.string(),
    at: instantSchema,
    note: z.string().max(500),
    /** The due date before it was extended. */
    dueBefore: plainDateSchema.optional(),
  })
  .readonly()

export const followUpSchema = z
  .object({
    id: z.string(),
    source: z.object({ kind: z.enum(sourceKinds), id: z.string(), title: z.string() }).readonly(),
    /** The unit that has to do it. */
    owner: z.string(),
    /** The unit that confirms that it is done. */
    confirmer: z.string(),
    what: z.string().min(1).max(500),
    due: plainDateSchema,
    state: z.enum(states),
    /** The date that is asked for while an extension is requested. */
    wanted: plainDateSchema.optional(),
    opened: z.object({ by: z.string(), at: instantSchema }).readonly(),
    /** The day on which it was handed in for confirmation; what counts as on time. */
    submittedOn: plainDateSchema.optional(),
    closedOn: plainDateSchema.optional(),
    /** Who was urged because the date was past, and which date that was. */
    urged: z
      .object({ due: plainDateSchema, persons: z.array(z.string()).readonly() })
      .readonly()
      .optional(),
    /** Everything that was done with it, oldest first. */
    steps: z.array(stepSchema).readonly(),
  })
  .readonly()
export type FollowUp = z.infer<typeof followUpSchema>

export interface Deed {
  readonly by: string
  readonly at: Instant
  readonly zone: string
}

/** What the owner can do, and what the level above. */
export const ownerActs = ['begin', 'submit', 'requestExtension'] as const
export const confirmerActs = ['confirm', 'return', 'grantExtension', 'refuseExtension'] as const
export type Act = (typeof ownerActs)[number] | (typeof confirmerActs)[number]

export interface Doing {
  readonly act: Act
  readonly note: string
  /** The new date of an extension. */
  readonly until?: PlainDate | undefined
}

/** What can be done with a follow-up in its state. */
export function possibleActs({ state }: FollowUp): readonly Act[] {
  switch (state) {
    case 'open':
    case 'returned':
      return ['begin', 'submit', 'requestExtension']
    case 'inProgress':
      return ['submit', 'requestExtension']
    case 'extensionRequested':
      return ['submit', 'grantExtension', 'refuseExtension']
    case 'submitted':
      return ['confirm', 'return']
    case 'closed':
      return []
  }
}

/** One step of a follow-up. A return and an extension need their reason; an extension is asked for before the due date. */
export function act(followUp: FollowUp, { act: name, note, until }: Doing, deed: Deed): FollowUp | Refusal {
  if (!possibleActs(followUp).includes(name)) return no.notNow({ state: stateName(followUp.state) })
  const today = dateOf(deed.at, deed.zone)
  const { wanted, ...rest } = followUp
  const step = (to: State, change: Partial<FollowUp> = {}): FollowUp => ({
    ...rest,
    ...change,
    state: to,
    steps: [
      ...followUp.steps,
      { to, by: deed.by, at: deed.at, note: note.trim(), ...(change.due && { dueBefore: followUp.due }) },
    ],
  })
  switch (name) {
    case 'begin':
      return step('inProgress')
    case 'submit':
      return note.trim() === '' ? no.resultNeeded() : step('submitted', { submittedOn: today })
    case 'requestExtension':
      if (today > followUp.due) return no.extensionTooLate({ due: followUp.due })
      if (note.trim() === '') return no.reasonNeeded()
      if (!until || until <= followUp.due) return no.laterDateNeeded({ due: followUp.due })
      return step('extensionRequested', { wanted: until })
    case 'grantExtension':
      return step('inProgress', { due: wanted ?? followUp.due })
    case 'refuseExtension':
      return note.trim() === '' ? no.reasonNeeded() : step('inProgress')
    case 'confirm':
      return step('closed', { closedOn: today })
    case 'return': {
      if (note.trim() === '') return no.reasonNeeded()
      const { submittedOn: _, ...returned } = step('returned')
      return returned
    }
  }
}

/** Not handed in although its date is past. */
export function isOverdue({ state, due }: FollowUp, today: PlainDate): boolean {
  return state !== 'closed' && state !== 'submitted' && today > due
}

/** Whether somebody was urged about its date as it stands now; after an extension that is another one. */
export function wasUrged({ urged, due }: FollowUp, person: string): boolean {
  return urged?.due === due && urged.persons.includes(person)
}

export function withUrged(followUp: FollowUp, person: string): FollowUp {
  const { urged, due } = followUp
  return { ...followUp, urged: { due, persons: [...(urged?.due === due ? urged.persons : []), person] } }
}

/** The day that counts for being on time: when it was handed in, once that was confirmed. */
export function doneOn({ state, submittedOn, closedOn }: FollowUp): PlainDate | undefined {
  return state === 'closed' ? (submittedOn ?? closedOn) : undefined
}

export function stateName(state: State): Text {
  return words[state]
}

export function actName(name: Act): Text {
  switch (name) {
    case 'begin':
      return words.actBegin
    case 'submit':
      return words.actSubmit
    case 'requestExtension':
      return words.actRequestExtension
    case 'grantExtension':
      return words.actGrantExtension
    case 'refuseExtension':
      return words.actRefuseExtension
    case 'confirm':
      return words.actConfirm
    case 'return':
      return words.actReturn
  }
}

export function sourceName(kind: SourceKind): Text {
  switch (kind) {
    case 'meeting':
      return words.fromMeeting
    case 'rating':
      return words.fromRating
    case 'inspection':
      return words.fromInspection
    case 'negativeRating':
      return words.fromNegativeRating
    case 'lagging':
      return words.fromLagging
  }
}

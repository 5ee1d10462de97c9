import { z } from 'zod'
import { type Actor, type Duty, dutySchema, roles } from '../shared/actor.ts'
import { oneLine } from '../shared/one-line.ts'
import { type Instant, instantSchema } from '../shared/time.ts'
import { langs } from '../shared/words.ts'
import { ownSince } from './own-hands.ts'

/** A name as it is typed: one line, never empty. */
export const nameSchema = z.string().transform(oneLine).pipe(z.string().min(1).max(60))

/** What the person is in the association, such as 专职副会长. */
export const postSchema = z.string().transform(oneLine).pipe(z.string().max(60))

const heldDutySchema = z.object({ role: z.enum(roles), unit: z.string(), since: instantSchema }).readonly()
export type HeldDuty = z.infer<typeof heldDutySchema>

const formerDutySchema = z
  .object({
    role: z.enum(roles),
    unit: z.string(),
    since: instantSchema,
    until: instantSchema,
    /** Who took it over. */
    successor: z.string().optional(),
  })
  .readonly()

/** A post holder who uses the product. Nothing else is kept about a person. */
export const personSchema = z
  .object({
    id: z.string(),
    name: nameSchema,
    post: postSchema.optional(),
    lang: z.enum(langs),
    duties: z.array(heldDutySchema).readonly(),
    former: z.array(formerDutySchema).readonly(),
    telegram: z
      .object({
        chatId: z.int(),
        reachable: z.boolean(),
        /** Since when the person wants no reminders in chat. */
        muted: instantSchema.optional(),
      })
      .readonly()
      .optional(),
    since: instantSchema,
    /** When the person first came in, by web or by chat; whoever comes back after leaving comes in anew. */
    joined: instantSchema.optional(),
    /** When the person last came in, or bound a chat, by a key that a colleague had made. */
    letIn: instantSchema.optional(),
    /** When the operator last gave the way in, everything handed out before being void. */
    vouched: instantSchema.optional(),
    /** When the last duty ended; from then on the person cannot sign in. */
    ended: instantSchema.optional(),
  })
  .readonly()
export type Person = z.infer<typeof personSchema>

/** The person as rules and doors see who is acting. */
export function personAsActor(person: Person): Actor {
  const { id, name, lang, duties } = person
  const since = ownSince(person)
  return {
    ...{ id, name, lang, duties: duties.map(duty => dutySchema.parse(duty)) },
    ...(since && { ownSince: since }),
  }
}

export function isSameDuty(a: Duty, b: Duty): boolean {
  return a.role === b.role && a.unit === b.unit
}

export function hasDuty(person: Person, duty: Duty): boolean {
  return person.duties.some(held => isSameDuty(held, duty))
}

/** The person with one more duty; one who had left is back. Holding it already changes nothing. */
export function withDuty(person: Person, duty: Duty, now: Instant): Person {
  if (hasDuty(person, duty)) return person
  const { ended: _, ...rest } = person
  return { ...rest, duties: [...person.duties, { role: duty.role, unit: duty.unit, since: now }] }
}

/** The person without a duty, which goes into the history. With the last one the person leaves, and the chat is unbound. */
export function withoutDuty(person: Person, duty: Duty, now: Instant, successor?: string): Person {
  const held = person.duties.find(each => isSameDuty(each, duty))
  if (!held) return person
  const duties = person.duties.filter(each => each !== held)
  const former = [...person.former, { ...held, until: now, ...(successor ? { successor } : {}) }]
  if (duties.length > 0) return { ...person, duties, former }
  const { telegram: _chat, joined: _joined, ...rest } = person
  return { ...rest, duties, former, ended: now }
}

/** The person as one who came in: the first time, the language is the one in which it happened. */
export function joinedBy(person: Person, lang: Person['lang'], now: Instant): Person {
  return person.joined ? person : { ...person, lang, joined: now }
}

/** The person once the operator has given the way in anew; the chat is free, since a colleague may have bound it. */
export function vouchedFor(person: Person, now: Instant): Person {
  const { telegram: _chat, letIn: _letIn, ...rest } = person
  return { ...rest, vouched: now }
}

/** Whether reminders go to the chat; the web inbox has them in any case. */
export function withReminders(person: Person, wanted: boolean, now: Instant): Person {
  if (!person.telegram || (person.telegram.muted === undefined) === wanted) return person
  const { muted: _, ...rest } = person.telegram
  return { ...person, telegram: wanted ? rest : { ...rest, muted: now } }
}

/** What became of the last message to the chat: a blocked bot makes the person unreachable. */
export function withReach(person: Person, reachable: boolean): Person {
  if (!person.telegram || person.telegram.reachable === reachable) return person
  return { ...person, telegram: { ...person.telegram, reachable } }
}

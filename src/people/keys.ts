import { z } from 'zod'
import type { Refusal } from '../shared/refusal.ts'
import { type Instant, instantSchema, plusHours, plusMinutes } from '../shared/time.ts'
import { no } from './refusals.ts'

/** The two ways in: each may use an invitation once. */
export const ways = ['web', 'chat'] as const
export type Way = (typeof ways)[number]

/** All are found by the hash of a secret that is never kept. */
export const invitationSchema = z
  .object({
    id: z.string(),
    person: z.string(),
    unused: z.array(z.enum(ways)).readonly(),
    /** Who made it; not kept in earlier versions. */
    by: z.string().optional(),
    since: instantSchema,
    expires: instantSchema,
  })
  .readonly()
export type Invitation = z.infer<typeof invitationSchema>

export const signInLinkSchema = z
  .object({
    id: z.string(),
    person: z.string(),
    by: z.string().optional(),
    expires: instantSchema,
    used: z.boolean(),
  })
  .readonly()
export type SignInLink = z.infer<typeof signInLinkSchema>

const devices = ['phone', 'computer'] as const
export type Device = (typeof devices)[number]

export const sessionSchema = z
  .object({
    id: z.string(),
    person: z.string(),
    device: z.enum(devices),
    since: instantSchema,
    seen: instantSchema,
    expires: instantSchema,
  })
  .readonly()
export type Session = z.infer<typeof sessionSchema>

const invitationDays = 7
const linkMinutes = 15
export const sessionDays = 30

/** An invitation as issued; `unused` is narrowed to the chat when a person binds one from the own account. */
export function newInvitation(
  hash: string,
  person: string,
  by: string,
  now: Instant,
  unused: readonly Way[] = ways,
): Invitation {
  return { id: hash, person, unused, by, since: now, expires: plusHours(now, invitationDays * 24) }
}

export function newLink(hash: string, person: string, by: string, now: Instant): SignInLink {
  return { id: hash, person, by, expires: plusMinutes(now, linkMinutes), used: false }
}

export function newSession(hash: string, person: string, device: Device, now: Instant): Session {
  return { id: hash, person, device, since: now, seen: now, expires: sessionEnd(now) }
}

/** The invitation with one of its ways used up. */
export function useInvitation(invitation: Invitation, way: Way, now: Instant): Invitation | Refusal {
  if (!invitation.unused.includes(way)) return no.invitationUsed()
  if (now >= invitation.expires) return no.invitationExpired({ days: invitationDays })
  return { ...invitation, unused: invitation.unused.filter(each => each !== way) }
}

export function useLink(link: SignInLink, now: Instant): SignInLink | Refusal {
  if (link.used) return no.linkUsed()
  if (now >= link.expires) return no.linkExpired({ minutes: linkMinutes })
  return { ...link, used: true }
}

export function isLive(session: Session, now: Instant): boolean {
  return now < session.expires
}

/** Sessions slide by the hour, so that reading pages does not write with every click. */
export function isToBeExtended(session: Session, now: Instant): boolean {
  return now >= plusHours(session.seen, 1)
}

export function extended(session: Session, now: Instant): Session {
  return { ...session, seen: now, expires: sessionEnd(now) }
}

/** Spent and expired keys are kept a while, so that a late press is told why it is refused. */
export function isForgettable(key: { readonly expires: Instant }, now: Instant): boolean {
  return now >= plusHours(key.expires, 30 * 24)
}

function sessionEnd(now: Instant): Instant {
  return plusHours(now, sessionDays * 24)
}

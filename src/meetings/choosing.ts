import type { Instant } from '../shared/time.ts'
import { isComing, type Meeting, signInOpens } from './meeting.ts'

/** Whether people can sign in now. */
export function isSigningIn(meeting: Meeting, now: Instant): boolean {
  return meeting.status !== 'cancelled' && signInOpens(meeting) <= now && now <= meeting.ends
}

/**
 * The meetings that a word without a name can mean, of those that call a person in the order of their start: all
 * whose sign-in is open, else the next one, else the one that ended last.
 */
export function meant<M extends { readonly meeting: Meeting }>(
  called: readonly M[],
  now: Instant,
): readonly M[] {
  const open = called.filter(({ meeting }) => isSigningIn(meeting, now))
  if (open.length > 0) return open
  const next = called.find(({ meeting }) => isComing(meeting) && meeting.starts > now)
  return [next ?? called.at(-1)].filter(one => one !== undefined)
}

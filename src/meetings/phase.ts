import type { Instant } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { isComing, type Meeting, type Status, statusName } from './meeting.ts'
import { words } from './words.ts'

/** How a meeting stands at a moment: what is kept of it or, where nobody has said more, what the clock says. */
export type Phase = Status | 'running' | 'unreported'

/** One planned or moved is `running` from its start to its end, and `unreported` from then on. */
export function phaseOf(meeting: Meeting, now: Instant): Phase {
  if (!isComing(meeting) || now < meeting.starts) return meeting.status
  return now <= meeting.ends ? 'running' : 'unreported'
}

/** Whether people may still come: nobody is absent yet. */
export function isOpen(phase: Phase): boolean {
  return phase === 'planned' || phase === 'moved' || phase === 'running'
}

export function phaseName(phase: Phase): Text {
  switch (phase) {
    case 'running':
      return words.running
    case 'unreported':
      return words.unreported
    case 'planned':
    case 'moved':
    case 'held':
    case 'notHeld':
    case 'cancelled':
      return statusName(phase)
  }
}

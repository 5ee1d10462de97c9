import { type Instant, instant } from '../shared/time.ts'

/** A clock that goes on like any other and can be moved forward, never back. */
export interface MovingClock {
  now(): Instant
  /** Does nothing for a moment that is over. */
  moveTo(moment: Instant): void
}

/** `runMs` is a steadily rising clock in milliseconds: the machine's, unless told. */
export function movingClock(start: Instant, runMs: () => number = () => performance.now()): MovingClock {
  let base = { at: Date.parse(start), since: runMs() }
  const nowMs = () => base.at + runMs() - base.since
  return {
    now: () => instant(new Date(nowMs()).toISOString()),
    moveTo(moment) {
      const at = Date.parse(moment)
      if (at > nowMs()) base = { at, since: runMs() }
    },
  }
}

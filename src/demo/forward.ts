import { dueAt } from '../delivery/states.ts'
import { outbox } from '../delivery/store.ts'
import { type Meeting, signInOpens, stages } from '../meetings/meeting.ts'
import { stageWindow } from '../meetings/reminders.ts'
import { meetings } from '../meetings/store.ts'
import type { Store } from '../shared/store/port.ts'
import { type Instant, plusMinutes, plusSeconds } from '../shared/time.ts'
import type { Extras } from './extras.ts'
import type { MovingClock } from './moving-clock.ts'

export interface TimeMachine {
  readonly clock: MovingClock
  readonly store: Store
  /** Asks every feature what is due now. */
  readonly tick: () => Promise<void>
  readonly extras: Extras
}

/** At least this often the features are asked what is due; in between, whenever something of a meeting is. */
const longestStepMinutes = 60

/**
 * Moves the clock forward as if the time had passed: it stops wherever something comes due or somebody acts, and goes on
 * when what was to be sent has gone.
 */
export async function forward({ clock, store, tick, extras }: TimeMachine, to: Instant): Promise<void> {
  while (clock.now() < to) {
    const now = clock.now()
    const open = await store.list(meetings, 'open', 'yes')
    const acting = extras.next()
    const wanted = [
      to,
      plusMinutes(now, longestStepMinutes),
      ...(acting !== undefined && acting > now ? [acting] : []),
      ...open.flatMap(meeting => dueAfter(meeting, now)),
    ]
    // A moment past it, so that what is due then is due.
    clock.moveTo(plusSeconds(wanted.sort()[0] ?? to, 1))
    await extras.act()
    await tick()
    await sent(store, clock)
  }
}

function dueAfter(meeting: Meeting, now: Instant): readonly Instant[] {
  const coming = stages.flatMap(stage => stageWindow(meeting, stage)?.from ?? [])
  return [...coming, meeting.ends].filter(at => at > now)
}

/** Resolves when the outbox has nothing left that may go now, or after a few seconds. */
async function sent(store: Store, clock: MovingClock): Promise<void> {
  const until = performance.now() + 5_000
  while (performance.now() < until) {
    const waiting = await store.list(outbox, 'waiting', 'yes')
    const underWay = await store.list(outbox, 'state', 'sending')
    const now = clock.now()
    if (underWay.length === 0 && !waiting.some(row => (dueAt(row) ?? now) < now)) return
    await new Promise(done => setTimeout(done, 20))
  }
}

/** When these units next have a meeting to sign in to or, of a community's, to report. */
export async function nextMeeting(
  store: Store,
  units: ReadonlySet<string>,
  now: Instant,
): Promise<Instant | undefined> {
  const open = await store.list(meetings, 'open', 'yes')
  return open
    .filter(({ unit }) => units.has(unit))
    .map(meeting => (meeting.level === 'community' ? meeting.ends : signInOpens(meeting)))
    .filter(at => at > now)
    .sort()[0]
}

import type { RatingParts } from '../ratings/desk.ts'
import type { Kit } from '../shared/kit.ts'
import { type Instant, plusSeconds } from '../shared/time.ts'
import type { MovingClock } from './moving-clock.ts'
import { agenda } from './seed/agenda.ts'
import { chance } from './seed/chance.ts'
import { meetingsPutDown } from './seed/meetings.ts'
import { SampleRefused, type Staff, type Workshop } from './seed/workshop.ts'

/** Everybody nobody plays: while time passes they sign in to meetings and report their own, as they did all year. */
export interface Extras {
  /** When one of them does something next. */
  next(): Instant | undefined
  /** Does what they have put down until now, and puts down what they will do about new meetings. */
  act(): Promise<void>
}

export interface ExtrasParts {
  readonly kit: Kit
  readonly clock: MovingClock
  readonly tick: () => Promise<void>
  readonly ratingParts: RatingParts
  readonly staff: Staff
  /** The personas, who act for themselves. */
  readonly besides: ReadonlySet<string>
}

const seed = 2026

export function buildExtras({ staff, besides, clock, ...parts }: ExtrasParts): Extras {
  const deeds = agenda(clock.moveTo)
  const alone = (work: () => Promise<void>) => work()
  const workshop: Workshop = { ...parts, agenda: deeds, chance: chance(seed), together: alone }
  const putDown = meetingsPutDown(workshop, staff, besides)
  return {
    next: deeds.next,
    async act() {
      await putDown(({ starts }) => starts > clock.now())
      for (let done = false; !done; )
        done = await deeds.play(plusSeconds(clock.now(), 1), alone).then(
          () => true,
          // What was planned no longer fits, such as a sign-in to a meeting that was moved: the next deed.
          error => {
            if (error instanceof SampleRefused) return false
            throw error
          },
        )
    },
  }
}

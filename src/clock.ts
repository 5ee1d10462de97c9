import { deliveryClock } from './delivery/clock.ts'
import { followUpsClock } from './followups/clock.ts'
import { sweptFiles } from './kept-files.ts'
import { meetingsClock } from './meetings/clock.ts'
import { peopleClock } from './people/clock.ts'
import { ratingParts, workdaysOf } from './rating-parts.ts'
import { ratingsClock } from './ratings/clock.ts'
import { filesClock } from './shared/files/sweep.ts'
import type { Kit } from './shared/kit.ts'
import { standingsClock } from './standings/clock.ts'
import { surveysClock } from './surveys/clock.ts'

export interface Clock {
  /** Asks every feature what is due now; one that fails is logged and does not hold up the others. */
  tick(): Promise<void>
  /** Ticks at once and then every minute. */
  start(): void
  /** Begins no more ticks and waits for the one under way. */
  stop(): Promise<void>
}

const minuteMs = 60_000

export function buildClock(kit: Kit): Clock {
  const features = {
    people: peopleClock(kit),
    meetings: meetingsClock(kit),
    followups: followUpsClock(kit),
    surveys: surveysClock(kit, workdaysOf(kit)),
    delivery: deliveryClock(kit),
    ratings: ratingsClock(kit, ratingParts(kit)),
    standings: standingsClock(kit),
    files: filesClock(kit, sweptFiles(kit)),
  }
  let underWay: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const tick = async () => {
    for (const [feature, due] of Object.entries(features)) {
      try {
        await due()
      } catch (err) {
        kit.log.error({ err, feature }, 'what was due could not be done; the next minute tries again')
      }
    }
  }
  /** A tick that takes longer than a minute is not run into by the next. */
  const next = () => {
    underWay ??= tick().finally(() => {
      underWay = undefined
    })
  }
  return {
    tick,
    start() {
      next()
      timer = setInterval(next, minuteMs)
    },
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}

import { ratingParts } from './rating-parts.ts'
import { expire } from './ratings/award.ts'
import { ratingDesk } from './ratings/desk.ts'
import { ratingId } from './ratings/rating.ts'
import { newestCycle, ratings } from './ratings/store.ts'
import type { RegisterParts } from './registers/desk.ts'
import { startsMonth } from './registers/year-file.ts'
import { yearOn } from './shared/assessment-year.ts'
import type { Kit } from './shared/kit.ts'
import { dateOf } from './shared/time.ts'

/** What the other rooms tell the registers, and are told: the year being assessed, and ratings to bring up to date. */
export function registerParts(kit: Kit): RegisterParts {
  const desk = ratingDesk(kit, ratingParts(kit))
  return {
    async year() {
      const cycle = await newestCycle(kit.store)
      return cycle?.id ?? yearOn(dateOf(kit.now(), kit.zone), startsMonth)
    },
    async entered(year, units) {
      for (const unit of units)
        if (await kit.store.find(ratings, ratingId(year, unit))) await desk.keepUp(year, unit, expire)
    },
  }
}

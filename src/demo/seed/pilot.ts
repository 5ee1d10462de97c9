import { ratingDesk } from '../../ratings/desk.ts'
import { saveReview } from '../../ratings/review.ts'
import { submit } from '../../ratings/self-assessment.ts'
import { ratings } from '../../ratings/store.ts'
import { handOverAll } from '../../standings/plaque-desk.ts'
import { homeSubdistrict } from '../personas.ts'
import { presentStateOf } from './present-state.ts'
import { fillIn, type Rule, scored, step } from './rating-deeds.ts'
import { seedDistrictPart } from './ratings.ts'
import { actor, granted, moment, type Staff, today, type Workshop } from './workshop.ts'

/**
 * The year before as a pilot: only the personas' subdistrict was rated. Where the sample year has no new grade yet, the
 * one of the pilot holds, and its yearly review is due.
 */
export function seedPilot(workshop: Workshop, staff: Staff, year: number): void {
  const { kit, agenda, chance, ratingParts } = workshop
  const desk = ratingDesk(kit, ratingParts)
  const cycle = String(year)
  const clerk = staff.subdistricts.get(homeSubdistrict)
  agenda.at(moment(kit, `${cycle}-11-03 10:30`), () => desk.openYear(staff.district, year))
  for (const { id } of staff.tree.childrenOf(homeSubdistrict)) {
    const lead = staff.leads.get(id)
    if (!lead || !clerk) continue
    const doing = (by: typeof lead) => async (rule: Rule) =>
      granted(await desk.change(actor(by), cycle, id, rule))
    agenda.at(moment(kit, `${cycle}-11-04 10:00`), async () => {
      await fillIn(doing(lead), 'sound', presentStateOf('sound', chance))
      await doing(lead)((rating, hand) => submit(rating, 'qualified', hand))
    })
    agenda.at(moment(kit, `${cycle}-11-05 15:00`), async () => {
      const review = doing(clerk)
      await review(step('startReview'))
      await review((rating, hand) =>
        saveReview(rating, 'subdistrict', scored(rating, 'subdistrict', hand, 0), hand),
      )
      await review(step('accept'))
    })
  }
  seedDistrictPart(workshop, staff, cycle)
  agenda.at(moment(kit, `${cycle}-11-24 10:00`), async () => {
    const named = (await kit.store.list(ratings, 'cycle', cycle)).filter(({ certificate }) => certificate)
    const all = named.map(({ id }) => id)
    granted(await handOverAll(kit, actor(staff.district), all, today(kit)))
  })
}

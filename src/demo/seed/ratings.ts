import { announceAll, sayWhereToObject } from '../../ratings/announcing.ts'
import { finalise } from '../../ratings/award.ts'
import { ratingDesk } from '../../ratings/desk.ts'
import type { Target } from '../../ratings/grades.ts'
import { saveReview } from '../../ratings/review.ts'
import { submit } from '../../ratings/self-assessment.ts'
import { ratings } from '../../ratings/store.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Instant } from '../../shared/time.ts'
import { plusHours } from '../../shared/time.ts'
import { presentStateOf, standingOf } from './present-state.ts'
import { fillIn, type Rule, sampleContact, scored, step } from './rating-deeds.ts'
import type { Bookkeeping } from './registers.ts'
import { actor, granted, moment, type Staff, type Workshop } from './workshop.ts'

/** Plays the year's rating: opened by the district, filled in by the leads in October, under review in November. */
export function seedRatings(workshop: Workshop, staff: Staff, year: number, books: Bookkeeping): void {
  const { kit, agenda, chance, ratingParts } = workshop
  const desk = ratingDesk(kit, ratingParts)
  const cycle = String(year)
  agenda.at(moment(kit, `${year - 1}-11-05 10:00`), () => desk.openYear(staff.district, year))

  const day = (month: string, least: number, most: number): Instant =>
    moment(
      kit,
      `${year}-${month}-${String(chance.between(least, most)).padStart(2, '0')} ${chance.pick(['09', '11', '14', '16'])}:${chance.between(10, 59)}`,
    )
  const doing = (by: Actor, community: string) => async (rule: Rule) =>
    granted(await desk.change(by, cycle, community, rule))

  for (const [at, unit] of staff.tree.ofLevel('community').entries()) {
    const lead = staff.leads.get(unit.id)
    const standing = standingOf(at)
    if (!lead || standing === 'silent') continue
    const filledOn = day('10', 9, 28)
    const early = at % 3 !== 1
    agenda.at(filledOn, async () => {
      const values = presentStateOf(standing, chance)
      await books.keep(unit.id, lead, values)
      await fillIn(doing(actor(lead), unit.id), standing, values)
    })
    if (standing === 'draft') continue
    const target: Target = standing === 'strong' ? 'firstClass' : 'qualified'
    agenda.at(plusHours(filledOn, 1), () =>
      doing(actor(lead), unit.id)((rating, hand) => submit(rating, target, hand)),
    )
    const clerk = staff.subdistricts.get(unit.parent ?? '')
    if (!clerk || at % 9 === 6) continue
    const review = doing(actor(clerk), unit.id)
    const reviewedOn = early ? day('11', 2, 5) : day('11', 16, 20)
    agenda.at(reviewedOn, () => review(step('startReview')))
    if (at % 9 === 4) continue
    if (at % 11 === 1) {
      const reason = '报酬发放凭证不全，请补充后重新申报。（示例）'
      agenda.at(plusHours(reviewedOn, 2), () => review(step('return', reason, ['B2', 'B3'])))
      continue
    }
    agenda.at(plusHours(reviewedOn, 2), async () => {
      await review((rating, hand) =>
        saveReview(rating, 'subdistrict', scored(rating, 'subdistrict', hand, at), hand),
      )
      await review(step('accept'))
    })
  }
  seedDistrictPart(workshop, staff, cycle)
}

/** What the district has done of what was accepted early: drawn, checked, announced and named; the rest is still to do. */
export function seedDistrictPart({ kit, agenda, ratingParts }: Workshop, staff: Staff, cycle: string): void {
  const desk = ratingDesk(kit, ratingParts)
  const by = actor(staff.district)
  const november = (text: string, deed: () => Promise<unknown>) =>
    agenda.at(moment(kit, `${cycle}-11-${text}`), deed)
  november('06 16:00', async () => granted(await desk.draw(by, cycle, `示例抽签 ${cycle}`)))
  november('10 10:00', async () => {
    granted(await desk.changeAll(by, cycle, 'startCheck', step('startCheck')))
    const checked = await kit.store.list(ratings, 'cycle', cycle)
    for (const { community } of checked.filter(({ state }) => state === 'districtCheck')) {
      const check = async (rule: Rule) => granted(await desk.change(by, cycle, community, rule))
      await check((rating, hand) => saveReview(rating, 'district', scored(rating, 'district', hand, 0), hand))
      await check(step('verify'))
    }
  })
  november('11 15:00', async () => granted(await desk.changeAll(by, cycle, 'propose', step('propose'))))
  november('12 09:00', async () => {
    granted(await sayWhereToObject(kit, by, cycle, sampleContact))
    granted(await announceAll(desk, by, cycle))
  })
  november('20 09:00', async () => granted(await desk.changeAll(by, cycle, 'finalise', finalise)))
}

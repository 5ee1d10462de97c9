import { appealDesk } from '../../ratings/appealing.ts'
import { ratingDesk } from '../../ratings/desk.ts'
import { ratings } from '../../ratings/store.ts'
import { homeSubdistrict } from '../personas.ts'
import { actor, granted, moment, type Staff, type Workshop } from './workshop.ts'

/** One association of the personas' subdistrict appeals against its grade; somebody who did not score is to decide. */
export function seedAppeal({ kit, agenda, ratingParts }: Workshop, staff: Staff, cycle: string): void {
  const desk = ratingDesk(kit, ratingParts)
  const appeals = appealDesk(kit, desk, ratingParts.workdays)
  agenda.at(moment(kit, `${cycle}-11-23 16:20`), async () => {
    const decided = (await kit.store.list(ratings, 'cycle', cycle)).filter(
      ({ subdistrict, state }) => subdistrict === homeSubdistrict && state === 'final',
    )
    const { community = '' } = decided.at(-1) ?? {}
    const lead = staff.leads.get(community)
    if (!lead) throw new Error('no association of the personas’ subdistrict has a grade to appeal against')
    const reason = '第四季度三次宣传活动未计入 E1，活动记录已补传，请复核。（示例）'
    granted(await appeals.file(actor(lead), cycle, community, reason))
  })
}

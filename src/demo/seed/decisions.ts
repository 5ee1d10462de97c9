import { takeStep } from '../../followups/ledger.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import { resolve } from '../../meetings/resolving.ts'
import type { Person } from '../../people/person.ts'
import { dateOf, plusDays, plusHours } from '../../shared/time.ts'
import { actor, granted, moment, type Staff, type Workshop } from './workshop.ts'

const decisions = [
  '完善会员小组活动台账，补齐上季度记录。（示例）',
  '在社区公示栏公开协会经费使用情况。（示例）',
  '核对会员人数并更新数字。（示例）',
  '补齐会员小组长报酬发放凭证。（示例）',
] as const

/** What a meeting decides for one community: mostly done in time and confirmed, sometimes late, sometimes still open. */
export function seedDecision(workshop: Workshop, staff: Staff, meeting: Meeting, chair: Person): void {
  const { kit, agenda, chance } = workshop
  const owners = staff.tree.childrenOf(meeting.unit).filter(({ id }) => staff.leads.has(id))
  const owner = owners[chance.between(0, owners.length - 1)]?.id ?? ''
  const lead = staff.leads.get(owner)
  if (!lead) return
  const due = plusDays(dateOf(meeting.starts, kit.zone), chance.between(14, 24))
  const what = chance.pick(decisions)
  const luck = chance.share()
  const handedIn = moment(kit, `${plusDays(due, luck < 0.88 ? -chance.between(1, 8) : 4)} 10:00`)
  agenda.at(plusHours(meeting.ends, 2), async () => {
    const { id } = granted(await resolve(kit, meeting.id, { what, owner, due }, actor(chair)))
    if (luck > 0.94) return
    agenda.at(handedIn, async () =>
      granted(await takeStep(kit, id, { act: 'submit', note: '已完成，材料已归档。（示例）' }, actor(lead))),
    )
    agenda.at(plusHours(handedIn, 26), async () =>
      granted(await takeStep(kit, id, { act: 'confirm', note: '' }, actor(chair))),
    )
  })
}

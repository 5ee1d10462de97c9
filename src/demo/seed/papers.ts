import { type BulletinParts, issueBulletin } from '../../bulletins/issuing.ts'
import { takeStep } from '../../followups/ledger.ts'
import { sayConveyed, takeUp } from '../../meetings/linking.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import { keepFields } from '../../meetings/minuting.ts'
import { type Outcome, tell } from '../../meetings/reporting.ts'
import { resolve } from '../../meetings/resolving.ts'
import { meetings } from '../../meetings/store.ts'
import type { Person } from '../../people/person.ts'
import { type PlainDate, plainDate, plusHours } from '../../shared/time.ts'
import { homeSubdistrict } from '../personas.ts'
import { chance } from './chance.ts'
import { actor, granted, moment, type Staff, type Workshop } from './workshop.ts'

/** Of its own, so that these papers change nothing of what else happens in the year. */
const seed = 1949

const point = '会员之家空调老化，维修经费不足，社区无力解决。（示例）'
const decision = '落实会员之家维修经费，十月底前完成维修。（示例）'
const todo = '核对会员小组名册，补选空缺的小组长。（示例）'
const late = '补报上半年会员小组活动台账。（示例）'

/**
 * What the personas find written: a community's point on its way to the district and back, minutes that were made final,
 * and two bulletins, the second of which names what is overdue.
 */
export function seedPapers(workshop: Workshop, staff: Staff, parts: BulletinParts): void {
  const { agenda } = workshop
  const luck = chance(seed)
  const kit = { ...workshop.kit, newId: () => Buffer.from(luck.bytes(6)).toString('hex') }
  const community = staff.tree.childrenOf(homeSubdistrict).find(({ id }) => staff.leads.has(id))?.id ?? ''
  const lead = staff.leads.get(community)
  const clerk = staff.subdistricts.get(homeSubdistrict)
  const neighbour = staff.tree.ofLevel('subdistrict')[1]?.id ?? ''
  if (!lead || !clerk) return
  const at = (text: string, deed: () => Promise<unknown>) => agenda.at(moment(kit, text), deed)
  const heldIn = async (unit: string, month: string): Promise<Meeting | undefined> =>
    (await kit.store.list(meetings, 'unit', unit)).find(
      each => each.month === month && each.status === 'held' && each.ends <= kit.now(),
    )
  const says = async (by: Person, meeting: Meeting | undefined, outcome: Outcome) =>
    meeting && granted(await tell(kit, meeting.id, actor(by), outcome))

  at('2026-07-31 10:00', async () =>
    says(lead, await heldIn(community, '2026-07'), { kind: 'more', more: { unresolved: point } }),
  )
  const passOn = async (unit: string, month: string, by: Person, outcome: 'raised' | 'settled') => {
    const [from, meeting] = [await heldIn(community, '2026-07'), await heldIn(unit, month)]
    if (from?.report && meeting)
      granted(await takeUp(kit, meeting.id, { key: `point:${from.id}`, outcome }, actor(by)))
  }
  at('2026-08-25 12:30', () => passOn(homeSubdistrict, '2026-08', clerk, 'raised'))

  const whole = staff.tree.district?.id ?? ''
  at('2026-09-04 17:30', async () => {
    const meeting = await heldIn(whole, '2026-09')
    if (!meeting) return
    await passOn(whole, '2026-09', staff.district, 'settled')
    const decide = async (what: string, owner: string, due: PlainDate) =>
      granted(await resolve(kit, meeting.id, { what, owner, due }, actor(staff.district)))
    const { id } = await decide(decision, homeSubdistrict, plainDate('2026-10-30'))
    const other = await decide(late, neighbour, plainDate('2026-10-23'))
    granted(await keepFields(kit, meeting.id, fields(staff.district), actor(staff.district)))
    const convey = (text: string, by: Person, unit: string) =>
      at(text, async () => {
        const next = await heldIn(unit, '2026-09')
        for (const each of [id, other.id])
          if (next) granted(await sayConveyed(kit, next.id, { decision: each, done: true }, actor(by)))
      })
    convey('2026-09-22 12:30', clerk, homeSubdistrict)
    convey('2026-09-25 10:00', lead, community)
    at('2026-10-26 10:00', async () =>
      granted(
        await takeStep(kit, id, { act: 'submit', note: '经费已拨付，维修完成。（示例）' }, actor(clerk)),
      ),
    )
    at('2026-10-27 16:00', async () =>
      granted(await takeStep(kit, id, { act: 'confirm', note: '' }, actor(staff.district))),
    )
  })

  at('2026-10-27 13:00', async () => {
    const meeting = await heldIn(homeSubdistrict, '2026-10')
    if (!meeting) return
    granted(await keepFields(kit, meeting.id, fields(clerk), actor(clerk)))
    const due = plainDate('2026-12-10')
    granted(await resolve(kit, meeting.id, { what: todo, owner: community, due }, actor(clerk)))
  })
  at('2026-11-02 09:30', async () => {
    const text = '会议记录中“季度自查”的完成期限更正为 11 月 30 日。（示例）'
    await says(clerk, await heldIn(homeSubdistrict, '2026-10'), { kind: 'addition', text })
  })
  at('2026-10-30 10:00', async () =>
    says(lead, await heldIn(community, '2026-10'), {
      kind: 'more',
      more: { unresolved: '两个会员小组的小组长空缺，尚未推选到合适人选。（示例）' },
    }),
  )
  for (const [issued, no, from, to] of [
    ['2026-08-06 10:00', 1, '2026-05-01', '2026-07-31'],
    ['2026-11-23 16:30', 2, '2026-08-01', '2026-11-20'],
  ] as const)
    at(issued, async () => {
      const period = { from: plainDate(from), to: plainDate(to) }
      const remark = '请各街道计生协会对照差距抓紧整改，按期报送办理结果。（示例）'
      granted(await issueBulletin(kit, parts, { ...period, no, remark }, actor(staff.district)))
    })
}

/** Who was in the chair and kept the minutes, and one item more than was noted during the meeting. */
function fields(by: Person) {
  const typed = {
    chair: by.name,
    recorder: `${by.name}（代）`,
    'title.p1': '通报三联创评定和满意率调查准备情况',
    'points.p1': '通报各单位评定差距和整改进度，要求逐项销号。（示例）',
    'problems.p1': '部分会员小组活动记录不全。',
  }
  return Object.entries(typed).map(([field, now]) => ({ field, was: '', now }))
}

/** Minutes are made final on the day after the meeting. */
export function seedFinal({ kit, agenda }: Workshop, meeting: Meeting, chair: Person): void {
  agenda.at(plusHours(meeting.ends, 25), async () =>
    granted(await tell(kit, meeting.id, actor(chair), { kind: 'final' })),
  )
}

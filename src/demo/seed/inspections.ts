import { takeStep } from '../../followups/ledger.ts'
import type { Data } from '../../forms/verdict.ts'
import { faultsOf, inspect, recheckFaults, replyTo, type Step } from '../../inspections/inspecting.ts'
import type { Sheet } from '../../inspections/sheet.ts'
import { readSheetFile } from '../../inspections/sheet-file.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import { meetings } from '../../meetings/store.ts'
import type { Person } from '../../people/person.ts'
import { plusDays, plusHours } from '../../shared/time.ts'
import { type Chance, chance } from './chance.ts'
import { actor, granted, moment, type Staff, today, type Workshop } from './workshop.ts'

/** Of its own, so that inspections change nothing of what else happens in the year. */
const seed = 99

const faults = [
  ['上次会议决定事项没有逐项检查', '下次例会按决定事项清单逐项通报办理结果'],
  ['部分小组长没有汇报', '会前排定汇报顺序，未到会的书面汇报'],
  ['会议记录不完整', '按议题补记要点，三个工作日内归档'],
] as const

/** Each month every subdistrict looks at the meeting of one of its communities, in turn; at one of them the district, too. */
export function seedInspections(workshop: Workshop, staff: Staff, months: readonly string[]): void {
  const { kit, agenda } = workshop
  const sheet = readSheetFile()
  const luck = chance(seed)
  for (const [turn, month] of months.entries()) {
    const looked = plusHours(moment(kit, `${month}-01 10:00`), 24 * 32)
    agenda.at(looked, async () => {
      for (const [at, { id }] of staff.tree.ofLevel('subdistrict').entries()) {
        const communities = staff.tree.childrenOf(id).filter(({ level }) => level === 'community')
        const unit = communities[turn % communities.length]?.id ?? ''
        const clerk = staff.subdistricts.get(id)
        const lead = staff.leads.get(unit)
        const meeting = (await kit.store.list(meetings, 'unit', unit)).find(
          each => each.month === month && each.status === 'held' && each.report,
        )
        if (!clerk || !lead || !meeting) continue
        const inspectors = at === turn % 10 ? [clerk, staff.district] : [clerk]
        await looking({ ...workshop, chance: luck }, sheet, meeting, { inspectors, lead })
      }
    })
  }
}

async function looking(
  { kit, agenda, chance: luck }: Workshop,
  sheet: Sheet,
  meeting: Meeting,
  { inspectors, lead }: { readonly inspectors: readonly Person[]; readonly lead: Person },
): Promise<void> {
  const [first] = inspectors
  if (!first) return
  const doing = async (by: Person, step: Step) =>
    granted(await inspect(kit, sheet, { meeting: meeting.id, step }, actor(by)))
  const weak = luck.happens(0.2)
  for (const by of inspectors) {
    const answers = answersOf(meeting, weak, luck)
    await doing(by, { kind: 'sheet', answers, way: luck.happens(0.4) ? 'onSite' : 'documents' })
  }
  if (weak) {
    const [what, advice] = luck.pick<readonly [string, string]>(faults)
    await doing(first, {
      kind: 'fault',
      fault: { what: `${what}（示例）`, advice, due: plusDays(today(kit), 14) },
    })
  }
  await doing(first, { kind: 'conclude' })
  if (!weak) return
  agenda.at(plusHours(kit.now(), 26), async () =>
    granted(await replyTo(kit, meeting.id, '已对照整改，下次例会落实。（示例）', actor(lead))),
  )
  agenda.at(plusHours(kit.now(), 24 * luck.between(6, 12)), async () => {
    for (const { id } of await faultsOf(kit.store, meeting.id))
      granted(await takeStep(kit, id, { act: 'submit', note: '已整改。（示例）' }, actor(lead)))
  })
  if (luck.happens(0.2)) return
  agenda.at(plusHours(kit.now(), 24 * 15), async () =>
    granted(await recheckFaults(kit, meeting.id, { passed: true, text: '已落实。（示例）' }, actor(first))),
  )
}

/** What an inspector ticks: mostly everything, at a weak meeting about half. */
function answersOf({ report, headCount }: Meeting, weak: boolean, luck: Chance): Data {
  const of = (full: number, half: number) => (luck.happens(weak ? 0.4 : 0.88) ? full : half)
  const present = report?.present ?? 0
  return {
    notice: of(10, 5),
    inMonth: 10,
    expected: Math.max(headCount ?? present, present),
    present,
    signIn: of(10, 5),
    conveyed: of(10, 5),
    reviewed: of(15, 8),
    reported: of(10, 5),
    training: of(5, 0),
    resolutions: of(10, 5),
    filed: of(5, 0),
  }
}

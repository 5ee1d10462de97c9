import type { Person } from '../../people/person.ts'
import { type RegisterParts, registerDesk } from '../../registers/desk.ts'
import { appraise, isProposed, markGroup } from '../../registers/five-good.ts'
import { addGroups, enterMonth, type GroupList, openGroups } from '../../registers/groups.ts'
import type { Hand, Wanted } from '../../registers/sheet.ts'
import type { Standards } from '../../registers/standards.ts'
import { standards } from '../../registers/standards-file.ts'
import { assessmentYear } from '../../shared/assessment-year.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { homeSubdistrict } from '../personas.ts'
import { actor, granted, moment, type Staff, type Workshop } from './workshop.ts'

/** What an association says of itself, by the rating's questions. */
type Values = Readonly<Record<string, unknown>>

export interface Bookkeeping {
  /** The lead keeps the sheet and the groups as the association says of itself; the subdistrict confirms five-good groups. */
  keep(unit: string, lead: Person, values: Values): Promise<void>
}

/** Registers of the sample year; each subdistrict but one has its cadre, and one has not confirmed its groups yet. */
export function seedRegisters(
  { kit, agenda }: Workshop,
  parts: RegisterParts,
  staff: Staff,
  year: number,
): Bookkeeping {
  // The ratings take the figures when they are filled in; nothing has to follow before.
  const desk = registerDesk(kit, { ...parts, entered: async () => undefined })
  const id = String(year)
  for (const [at, unit] of staff.tree.ofLevel('subdistrict').entries()) {
    const clerk = staff.subdistricts.get(unit.id)
    if (!clerk || at === 9) continue
    const wanted = { cadreInPost: at !== 6 }
    agenda.at(moment(kit, `${year}-10-08 09:30`), async () =>
      granted(await desk.enterAll(actor(clerk), id, [{ unit: unit.id, wanted }], 'form')),
    )
  }
  const late = staff.tree.ofLevel('subdistrict')[4]?.id
  // What the third lead has proposed waits for the personas' subdistrict.
  const waiting = staff.tree.childrenOf(homeSubdistrict)[2]?.id
  return {
    async keep(unit, lead, values) {
      granted(await desk.enterAll(actor(lead), id, [{ unit, wanted: sheetOf(values, year) }], 'form'))
      granted(
        await desk.changeGroups(actor(lead), id, unit, (list, hand) => kept(list, values, standards, hand)),
      )
      const parent = staff.tree.find(unit)?.parent ?? ''
      const clerk = staff.subdistricts.get(parent)
      if (!clerk || parent === late || unit === waiting) return
      const confirm = (list: GroupList, hand: Hand) => confirmed(list, standards, hand, year)
      granted(await desk.changeGroups(actor(clerk), id, unit, confirm, true))
    },
  }
}

function sheetOf(values: Values, year: number): Wanted {
  const number = (name: string) => Number(values[name] ?? 0)
  const list = (name: string) => (Array.isArray(values[name]) ? values[name].map(String) : [])
  const categories = list('councilCategories')
  const seats = Object.fromEntries(categories.map(each => [`council_${each}`, 1]))
  const [first = ''] = categories
  return {
    fundsPlanned: number('fundsPlanned'),
    fundsReceived: number('fundsReceived'),
    fundsSpent: Math.round(number('fundsReceived') * 0.92),
    fundsVouchered: values.fundsVouchered === true,
    viceDue: number('viceDue'),
    vicePaid: number('vicePaid'),
    leadersDue: number('leadersDue'),
    leadersPaid: number('leadersPaid'),
    ...Object.fromEntries(
      ['president', 'fullTimeVicePresident', 'secretaryGeneral'].map(post => [
        post,
        list('posts').includes(post),
      ]),
    ),
    termEnds: values.termState === 'valid' ? `${year + 1}-05-31` : `${year}-05-31`,
    ...seats,
    ...(first && { [`council_${first}`]: number('councilSize') - categories.length + 1 }),
    councilChangesRecorded: values.councilChangesRecorded === true,
    members: number('members'),
    groupsCoverAll: values.groupsCoverAll === true,
  }
}

/** As many groups as are reported, with their months; the best of them have every good. */
function kept(
  list: GroupList,
  values: Values,
  standards: Standards,
  hand: Hand & { readonly months: readonly string[] },
): GroupList | Refusal {
  const count = Number(values.groups ?? 0)
  const best = Number(values.fiveGoodGroups ?? 0)
  const lines = Array.from({ length: count }, (_, at) => ({
    name: `第${at + 1}小组`,
    covers: `第${at + 1}网格`,
    leader: true,
  }))
  let next = addGroups(list, lines, hand)
  const active = spread(count, best, Number(values.groupMonthsActive ?? 0), hand.months.length)
  for (const [at, month] of hand.months.entries()) {
    if (isRefusal(next)) return next
    const counts = new Map(
      active.map((months, group) => {
        const publicity = group < Number(values.groupsPublicity ?? 0) && at % 4 === 3 ? 1 : 0
        return [group + 1, { activities: at < months ? 1 : 0, publicity }] as const
      }),
    )
    next = enterMonth(next, month, counts, hand)
  }
  for (let group = 1; group <= best && !isRefusal(next); group++)
    next = markGroup(next, group, ['members', 'records'], standards, hand)
  return next
}

/** How many months each group was active: the best ones all, the others share what is left. */
function spread(groups: number, best: number, total: number, months: number): readonly number[] {
  const left = Math.max(0, total - best * months)
  const others = Math.max(1, groups - best)
  return Array.from({ length: groups }, (_, at) => {
    if (at < best) return months
    const rank = at - best
    return Math.min(months, Math.floor(left / others) + (rank < left % others ? 1 : 0))
  })
}

function confirmed(list: GroupList, standards: Standards, hand: Hand, year: number): GroupList | Refusal {
  const { months } = assessmentYear(String(year), 11)
  let next: GroupList | Refusal = list
  for (const group of openGroups(list)) {
    if (isRefusal(next) || !isProposed(group, standards, months, hand.today)) continue
    next = appraise(next, group.no, { outcome: 'confirmed', reason: '' }, { standards, months }, hand)
  }
  return next
}

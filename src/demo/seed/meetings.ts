import { attendanceId } from '../../meetings/attendance.ts'
import { readDistrict, seatsOf } from '../../meetings/calling.ts'
import { loadHolidays } from '../../meetings/holiday-data.ts'
import { decideOnLeave } from '../../meetings/leave-deciding.ts'
import { type Meeting, signInOpens } from '../../meetings/meeting.ts'
import { keepNotes } from '../../meetings/minuting.ts'
import { plan } from '../../meetings/planning.ts'
import { tell } from '../../meetings/reporting.ts'
import { type Saying, say } from '../../meetings/signing.ts'
import { meetings } from '../../meetings/store.ts'
import { type Instant, plusDays, plusHours, plusMinutes } from '../../shared/time.ts'
import { homeSubdistrict } from '../personas.ts'
import { seedDecision } from './decisions.ts'
import { seedFinal } from './papers.ts'
import { actor, granted, moment, type Staff, today, type Workshop } from './workshop.ts'

/** Subdistricts meet on different days; the personas' on the fourth Tuesday. The communities follow some days later. */
const days = [
  ['4TU', '4TH'],
  ['2TU', '2TH'],
  ['2WE', '2FR'],
  ['2TH', '3MO'],
  ['3TU', '3TH'],
  ['3WE', '3FR'],
  ['3MO', '3WE'],
  ['2MO', '2WE'],
  ['2FR', '3TU'],
  ['2TU', '2FR'],
] as const

/** The personas' communities meet on the second workday after their street. */
const follows = { days: 2, count: 'workdays' } as const

/** Plans the year's series on all three levels. */
export async function seedSeries({ kit, chance }: Workshop, staff: Staff): Promise<void> {
  const calendar = loadHolidays()
  const by = actor(staff.district)
  const planned = async (input: Parameters<typeof plan>[2]) => granted(await plan(kit, calendar, input, by))
  const monthly = (day: string) => `FREQ=MONTHLY;BYDAY=${day}`
  await planned({
    level: 'district',
    unit: staff.tree.district?.id ?? '',
    rule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR',
    time: '14:30',
    from: plusDays(today(kit), 28),
  })
  for (const [at, { id }] of staff.tree.ofLevel('subdistrict').entries()) {
    const [own, below] = days[at % days.length] ?? days[0]
    await planned({ level: 'subdistrict', unit: id, rule: monthly(own), time: '09:30' })
    for (const unit of staff.tree.childrenOf(id).filter(({ level }) => level === 'community')) {
      const headCount = chance.between(9, 16)
      const day = id === homeSubdistrict ? { rule: '', follows } : { rule: monthly(below) }
      await planned({ level: 'community', unit: unit.id, ...day, time: '15:00', headCount })
    }
  }
}

/** Puts the year's meetings down: every month the clock makes them, and people come, ask for leave or stay away. */
export function seedMeetings(
  workshop: Workshop,
  staff: Staff,
  months: readonly string[],
  until: Instant,
): void {
  const { kit, agenda, tick } = workshop
  const putDown = meetingsPutDown(workshop, staff)
  for (const month of months) {
    const first = moment(kit, `${month}-01 08:00`)
    agenda.at([first, kit.now()].sort()[1] ?? first, async () => {
      await tick()
      await putDown(({ starts, ends }) => starts.startsWith(month) && ends < until)
    })
  }
}

/** Puts down, once for each meeting, what everybody but `besides` will do about those that are still to come. */
export function meetingsPutDown(workshop: Workshop, staff: Staff, besides: ReadonlySet<string> = new Set()) {
  const known = new Set<string>()
  return async (wanted: (meeting: Meeting) => boolean): Promise<void> => {
    for (const meeting of await workshop.kit.store.list(meetings, 'open', 'yes')) {
      if (known.has(meeting.id) || !wanted(meeting)) continue
      known.add(meeting.id)
      if (meeting.level === 'community') reported(workshop, staff, meeting, besides)
      else await attended(workshop, staff, meeting, besides)
    }
  }
}

/** People's ways to a meeting: most sign in, some late, some ask for leave or send a deputy, a few do neither. */
async function attended(
  workshop: Workshop,
  staff: Staff,
  meeting: Meeting,
  besides: ReadonlySet<string>,
): Promise<void> {
  const { kit, agenda, chance } = workshop
  const seats = seatsOf(meeting, await readDistrict(kit.store, kit.zone))
  const opens = signInOpens(meeting)
  const chair = meeting.level === 'district' ? staff.district : staff.subdistricts.get(meeting.unit)
  const approves = (person: string) => {
    if (!chair || besides.has(chair.id)) return
    const asked = { attendance: attendanceId(meeting.id, person), approve: true }
    agenda.at(plusHours(meeting.starts, -1), async () =>
      granted(await decideOnLeave(kit, asked, actor(chair))),
    )
  }
  for (const [person = ''] of seats.map(seat => seat.persons)) {
    if (besides.has(person)) continue
    const way = chance.happens(0.7) ? ('chat' as const) : ('web' as const)
    const says = (at: Instant, saying: Saying) =>
      agenda.at(at, async () => granted(await say(kit, { meeting: meeting.id, person, way, saying })))
    const luck = chance.share()
    if (luck < 0.82) says(plusMinutes(opens, chance.between(2, 28)), { kind: 'signIn' })
    else if (luck < 0.88) says(plusMinutes(meeting.starts, chance.between(12, 25)), { kind: 'signIn' })
    else if (luck < 0.93) {
      const leave = chance.pick(['personal', 'sick', 'official'] as const)
      says(plusHours(meeting.starts, -2), { kind: 'leave', leave })
      approves(person)
    } else if (luck < 0.96) says(plusHours(meeting.starts, -3), { kind: 'deputy', post: '副会长' })
  }
  if (!chair || besides.has(chair.id)) return
  const text = [
    ...['1. 检查上次会议决定事项办理情况', '上月决定事项逐项通报，未办结的继续督办。（示例）'],
    ...['2. 听取工作汇报', '各单位汇报会员小组活动开展情况。'],
    ...['3. 部署下月重点工作', '做好季度自查，公开活动和经费使用情况。'],
  ].join('\n')
  agenda.at(plusHours(meeting.ends, 1), async () =>
    granted(await keepNotes(kit, meeting.id, { text }, actor(chair))),
  )
  seedFinal(workshop, meeting, chair)
  if (meeting.level === 'subdistrict' && chance.happens(0.8)) seedDecision(workshop, staff, meeting, chair)
}

/** A lead's report of the own meeting: held with most of the group leaders, or – rarely – not. */
function reported(
  { kit, agenda, chance }: Workshop,
  staff: Staff,
  meeting: Meeting,
  besides: ReadonlySet<string>,
): void {
  const lead = staff.leads.get(meeting.unit)
  if (!lead || besides.has(lead.id)) return
  const expected = meeting.headCount ?? 12
  const habit = habitOf(meeting.unit)
  const luck = chance.share()
  if (luck < habit.silent) return
  const present = Math.min(expected, Math.round(expected * (habit.share + (chance.share() - 0.5) * 0.16)))
  const outcome =
    luck < habit.silent + habit.missed
      ? ({ kind: 'notHeld', reason: chance.pick(['天气原因', '时间冲突']) } as const)
      : ({ kind: 'held', report: { present, missing: expected - present } } as const)
  agenda.at(plusMinutes(meeting.ends, chance.between(5, 600)), async () =>
    granted(await tell(kit, meeting.id, actor(lead), outcome)),
  )
}

/** How reliable a community is, the same all year: most are, a few are not. */
function habitOf(code: string): { readonly share: number; readonly missed: number; readonly silent: number } {
  const place = Number(code.slice(-3)) % 13
  if (place === 5) return { share: 0.68, missed: 0.2, silent: 0.12 }
  if (place < 3) return { share: 0.8, missed: 0.04, silent: 0.02 }
  return { share: 0.89, missed: 0.01, silent: 0 }
}

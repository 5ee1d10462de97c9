import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { ReadTasks, Task } from '../shared/task.ts'
import { dateOf, daysBetween, type PlainDate } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import { rolesOver } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { type Appeal, appealUntil, mayAppeal } from './appeal.ts'
import { appealWords } from './appeal-words.ts'
import type { Cycle } from './cycle.ts'
import { milestoneName } from './daily.ts'
import { dailyWords } from './daily-words.ts'
import type { Desk } from './desk.ts'
import { gradeName } from './grades.ts'
import { doneBy, isDone, type Milestone, milestonesOf } from './milestones.ts'
import { appealPath, ratingPath, reviewsPath } from './paths.ts'
import { mayDo } from './perform.ts'
import { type Rating, ratingId } from './rating.ts'
import type { Rubric } from './rubric.ts'
import { selfScoresOf } from './score-sheet.ts'
import { stateName } from './steps.ts'
import { appeals, ratingCycles, ratings } from './store.ts'
import { taskWords } from './task-words.ts'
import {
  lateWith,
  toldDaysAfter,
  type Waiting,
  type WaitingKind,
  waitingFor,
  waitingKinds,
} from './waiting.ts'
import type { Workdays } from './workday.ts'

/** A date that is nearer than this, or past, makes its task one of now. */
const soonDays = 14

/** Whose turn a thing is when the day is over. */
const urgentKinds: readonly WaitingKind[] = ['objections', 'appeals', 'reReviews', 'submissions']

type Newer = readonly (readonly Rating[])[]

/** Worked out for the whole district and once for all who ask, until a rating is another. */
const waitingIn = rememberBeside(
  (
    all: readonly Rating[],
    asked: readonly Appeal[],
    role: 'district' | 'subdistrict',
    ...[cycle, rubric, today, zone, ...newer]: readonly [Cycle, Rubric, PlainDate, string, ...Newer]
  ) => {
    const around = { cycle, rubric, today, zone }
    return { waiting: waitingFor(role, all, asked, { ...around, newer }), late: lateWith(role, all, around) }
  },
)

/** Where the own self-assessments stand in the newest cycle, what can be appealed against, and what waits for staff in every one. */
export function ratingTasks(
  kit: Pick<Kit, 'store' | 'now' | 'zone'>,
  desk: Pick<Desk, 'rubricOf'>,
  workdays: () => Promise<Workdays>,
): ReadTasks {
  const { store, now, zone } = kit
  return async (actor, t) => {
    const cycles = await store.all(ratingCycles)
    const tree = await readTree(store)
    const today = dateOf(now(), zone)
    const own = await leadTasks(actor, cycles.toReversed(), { today, t })
    const lists = await Promise.all(cycles.map(({ id }) => store.list(ratings, 'cycle', id)))
    const staff = await Promise.all(
      cycles.map((cycle, at) => staffTasks(actor, cycle, lists.slice(at), { tree, today, t })),
    )
    return [...own, ...staff.toReversed().flat()]
  }

  async function leadTasks(
    { duties }: Actor,
    newestFirst: readonly Cycle[],
    { today, t }: { today: PlainDate; t: Say },
  ): Promise<readonly Task[]> {
    const led = new Set(duties.flatMap(({ role, unit }) => (role === 'lead' ? [unit] : [])))
    if (led.size === 0) return []
    const after = await workdays()
    const lines = newestFirst.map(async (cycle, at) => {
      const around = { cycle, rubric: await desk.rubricOf(cycle), today, zone, t }
      const own = [...led].map(async unit => {
        const rating = await store.find(ratings, ratingId(cycle.id, unit))
        if (!rating) return []
        const offered = appealTask(rating, await store.find(appeals, rating.id), after, around)
        if (offered) return [offered]
        return at === 0 ? [formTask(rating, around)] : []
      })
      return (await Promise.all(own)).flat()
    })
    return (await Promise.all(lines)).flat()
  }

  async function staffTasks(
    actor: Actor,
    cycle: Cycle,
    [all = [], ...newer]: Newer,
    { tree, today, t }: { tree: UnitTree; today: PlainDate; t: Say },
  ): Promise<readonly Task[]> {
    const rubric = await desk.rubricOf(cycle)
    const asked = await store.list(appeals, 'cycle', cycle.id)
    return (['district', 'subdistrict'] as const).flatMap(role => {
      if (!actor.duties.some(duty => duty.role === role)) return []
      const { waiting, late } = waitingIn(all, asked, role, cycle, rubric, today, zone, ...newer)
      const isOwn = (community: string) => rolesOver(actor, tree, community).includes(role)
      const own = waiting.filter(({ community }) => isOwn(community))
      const lines = waitingKinds.flatMap((kind): Task[] => {
        const [first, ...more] = own.filter(each => each.kind === kind)
        if (!first) return []
        const values = { what: dailyWords[kind], count: more.length + 1, name: first.name, year: cycle.year }
        const text = t(more.length === 0 ? taskWords.waitsOne : taskWords.waits, values)
        const path = pathOf(kind, cycle.id, more.length === 0 ? first : undefined)
        return [{ text, path, urgent: urgentKinds.includes(kind) }]
      })
      const dates = late.flatMap(({ milestone, communities }): Task[] => {
        const count = communities.filter(isOwn).length
        const values = { what: milestoneName(milestone), due: milestone.due, count }
        const text = t(milestone.due < today ? taskWords.lateOverdue : taskWords.late, values)
        return count > 0 ? [{ text, path: `/ratings/${cycle.id}`, urgent: milestone.due < today }] : []
      })
      return [...lines, ...dates]
    })
  }
}

/** Where it is done: yearly reviews on their own page, one thing on its rating's, several from the list. */
function pathOf(kind: WaitingKind, cycle: string, only: Waiting | undefined): string {
  if (kind === 'yearlyReviews') return reviewsPath({ id: cycle })
  return only ? ratingPath({ cycle, ...only }) : `/ratings/${cycle}`
}

interface Around {
  readonly cycle: Cycle
  readonly rubric: Rubric
  readonly today: PlainDate
  readonly zone: string
  readonly t: Say
}

/** An appeal that can still be filed: nobody has to, but its days run. */
function appealTask(
  rating: Rating,
  known: Appeal | undefined,
  after: Workdays,
  { cycle: { year }, rubric, today, zone, t }: Around,
): Task | undefined {
  const until = appealUntil(rating, after, { rubric, zone })
  if (!until || !mayAppeal(rating, known, until, { roles: ['lead'], today })) return undefined
  const { name, grade } = rating
  const values = { year, name, grade: gradeName(grade ?? 'notQualified'), date: until.date }
  return { text: t(appealWords.task, values), path: appealPath(rating), urgent: false, optional: true }
}

/** How far the own form is and by when it is due; once it is handed in, where it stands. */
function formTask(rating: Rating, { cycle, rubric, today, zone, t }: Around): Task {
  const may = mayDo(rating, { roles: ['lead'], rubric, today })
  const { year } = cycle
  if (!may.includes('save'))
    return {
      text: t(taskWords.state, { year, state: stateName(rating.state) }),
      path: ratingPath(rating),
      urgent: false,
    }
  const scores = selfScoresOf(rubric, rating)
  const isOpen = ({ id }: { readonly id: string }) => (scores[id] ?? null) === null
  const section = rubric.sections.find(each => each.items.some(isOpen)) ?? rubric.sections[0]
  const next = nextDate(rating, { cycle, rubric, today, zone })
  const values = {
    year,
    done: rubric.items.filter(item => !isOpen(item)).length,
    all: rubric.items.length,
    date: next ? t(dueText(next, today), { what: milestoneName(next), due: next.due }) : '',
  }
  return {
    text: t(rating.state === 'returned' ? taskWords.returned : taskWords.form, values),
    path:
      rating.state === 'returned' ? ratingPath(rating) : `${ratingPath(rating)}/self/${section?.id ?? ''}`,
    urgent: rating.state === 'returned' || (next !== undefined && daysBetween(today, next.due) <= soonDays),
  }
}

/** The next date that the association has not met; one that is long past no longer helps, except the last. */
function nextDate(rating: Rating, { cycle, rubric, today, zone }: Omit<Around, 't'>): Milestone | undefined {
  const open = milestonesOf(cycle, rubric).filter(
    each => doneBy[each.kind] === 'lead' && !isDone(each, rating, zone),
  )
  return open.find(({ due }) => daysBetween(today, due) >= -toldDaysAfter) ?? open.at(-1)
}

function dueText({ due }: Milestone, today: PlainDate) {
  return due < today ? taskWords.dateOverdue : taskWords.date
}

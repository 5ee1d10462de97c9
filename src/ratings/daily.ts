import type { NewMessage } from '../delivery/message.ts'
import { type Person, personAsActor } from '../people/person.ts'
import { punctuation } from '../shared/punctuation.ts'
import { daysBetween, type PlainDate } from '../shared/time.ts'
import { type Say, speaker } from '../shared/words.ts'
import { rolesOver } from '../units/scope.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Appeal } from './appeal.ts'
import type { Cycle } from './cycle.ts'
import { dailyWords as words } from './daily-words.ts'
import { formWords } from './form-words.ts'
import { doneBy, isDone, type Milestone, milestonesOf } from './milestones.ts'
import { ratingPath } from './paths.ts'
import type { Rating } from './rating.ts'
import type { Rubric } from './rubric.ts'
import { type Late, lateWith, type Waiting, waitingFor, waitingKinds } from './waiting.ts'

/** A cycle with everything that the messages of a day are made from. */
export interface DayOfCycle {
  readonly cycle: Cycle
  readonly rubric: Rubric
  readonly ratings: readonly Rating[]
  /** Those of each cycle after it. */
  readonly newer: readonly (readonly Rating[])[]
  readonly appeals: readonly Appeal[]
  readonly today: PlainDate
  readonly zone: string
  readonly tree: UnitTree
  readonly publicUrl: string
}

/** More names than so many are counted only. */
const mostNames = 5

/** On the day after a date that was missed, those who lag are told once more. */
const daysAfter = -1

/** Reminders of a day to the leads whose associations lag: some days before a date, and once on the day after it. */
export function remindersOf(day: DayOfCycle, people: readonly Person[]): readonly NewMessage[] {
  const { cycle, rubric, ratings, today, zone, publicUrl } = day
  const stages = [...rubric.deadlines.remindDaysBefore, daysAfter]
  return milestonesOf(cycle, rubric).flatMap(milestone => {
    const days = daysBetween(today, milestone.due)
    if (doneBy[milestone.kind] !== 'lead' || !stages.includes(days)) return []
    return ratings
      .filter(rating => !isDone(milestone, rating, zone))
      .flatMap(rating =>
        leadsOf(rating, people).map(lead => {
          const t = speaker(lead.lang)
          const values = { name: rating.name, what: milestoneName(milestone), due: milestone.due, days }
          return {
            key: `rating.date:${milestone.kind}@${milestone.due}:${days}:${rating.id}:${lead.id}`,
            kind: 'rating.date',
            to: lead.id,
            text: t(days < 0 ? words.remindOverdue : words.remind, values),
            buttons: [[{ label: t(words.open), url: `${publicUrl}${ratingPath(rating)}`, signedIn: true }]],
            repeatable: true,
          }
        }),
      )
  })
}

/** One message of a day for each person of a subdistrict or the district for whom something waits. */
export function digestsOf(days: readonly DayOfCycle[], people: readonly Person[]): readonly NewMessage[] {
  const found = days.map(day => ({
    day,
    subdistrict: { waiting: waitingOf(day, 'subdistrict'), late: lateWith('subdistrict', day.ratings, day) },
    district: { waiting: waitingOf(day, 'district'), late: lateWith('district', day.ratings, day) },
  }))
  return people.flatMap(person => {
    const actor = personAsActor(person)
    const t = speaker(person.lang)
    const lines = found.flatMap(({ day, ...levels }) =>
      (['district', 'subdistrict'] as const).flatMap(role => {
        const own = (community: string) => rolesOver(actor, day.tree, community).includes(role)
        const { waiting, late } = levels[role]
        return [
          ...waitingLines(
            waiting.filter(({ community }) => own(community)),
            day.today,
            t,
          ),
          ...late.flatMap(each => lateLine(each, each.communities.filter(own).length, day.today, t)),
        ]
      }),
    )
    const [newest] = days.toReversed()
    if (lines.length === 0 || !newest) return []
    const { today, publicUrl } = newest
    return [
      {
        key: `rating.digest:${today}:${person.id}`,
        kind: 'rating.digest',
        to: person.id,
        text: [t(words.digest, { date: today }), ...lines].join('\n'),
        buttons: [[{ label: t(words.open), url: `${publicUrl}/ratings`, signedIn: true }]],
        repeatable: true,
      },
    ]
  })
}

function waitingOf(day: DayOfCycle, role: 'subdistrict' | 'district') {
  return waitingFor(role, day.ratings, day.appeals, day)
}

function waitingLines(waiting: readonly Waiting[], today: PlainDate, t: Say): readonly string[] {
  return waitingKinds.flatMap(kind => {
    const own = waiting.filter(each => each.kind === kind)
    if (own.length === 0) return []
    const said = own.slice(0, mostNames).map(({ name, due }) => {
      if (due === undefined) return name
      return t(due < today ? words.appealOverdue : words.appealDue, { name, due })
    })
    const names = said.join(t(punctuation.list))
    return [
      t(words.line, {
        what: words[kind],
        count: own.length,
        names: own.length > mostNames ? t(words.names, { names }) : names,
      }),
    ]
  })
}

function lateLine({ milestone }: Late, count: number, today: PlainDate, t: Say): readonly string[] {
  if (count === 0) return []
  const values = { what: milestoneName(milestone), due: milestone.due, count }
  return [t(milestone.due < today ? words.lateOverdue : words.late, values)]
}

function leadsOf({ community }: Rating, people: readonly Person[]): readonly Person[] {
  return people.filter(({ duties }) => duties.some(({ role, unit }) => role === 'lead' && unit === community))
}

export function milestoneName({ kind }: Milestone) {
  return formWords[`milestone_${kind}`]
}

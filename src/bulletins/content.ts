import { type FollowUp, isOverdue } from '../followups/follow-up.ts'
import { standards } from '../meetings/standards-file.ts'
import { daysBetween, type PlainDate } from '../shared/time.ts'
import type { Summary } from '../summary/summary.ts'
import type { Target, TargetKey } from '../summary/target.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Content, MeetingCount, Overdue, Reached } from './bulletin.ts'

/** What a bulletin is made of; the root reads it from the rooms. */
export interface Sources {
  readonly summary: Pick<Summary, 'targets' | 'subdistricts'>
  readonly tree: UnitTree
  /** Meetings of a unit in the period: due up to now, and held. */
  readonly meetings: (unit: string) => MeetingCount
  readonly followUps: readonly FollowUp[]
  /** The day so many workdays after another. */
  readonly workdayAfter: (from: PlainDate, n: number) => PlainDate
  readonly highlights: Content['highlights']
}

/** What a table that fits on a page tells of each subdistrict. */
const rowKeys: ReadonlySet<TargetKey> = new Set([
  'qualifiedOrBetter',
  'firstClass',
  'satisfaction',
  'guarantees',
])

interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly today: PlainDate
}

export function contentOf(sources: Sources, { from, to, today }: Period): Content {
  const { summary, tree, meetings, highlights } = sources
  const own = (level: 'district' | 'subdistrict' | 'community', within?: string) =>
    together(
      (within ? tree.within(within) : tree.all)
        .filter(unit => unit.level === level)
        .map(unit => meetings(unit.id)),
    )
  return {
    district: tree.district?.name ?? '',
    ...{ from, to, asOf: today, highlights },
    targets: summary.targets.map(reached),
    meetings: {
      district: own('district'),
      subdistricts: own('subdistrict'),
      communities: own('community'),
    },
    subdistricts: summary.subdistricts.map(({ code, name, communities, targets }) => ({
      ...{ name, communities },
      shares: targets.filter(({ key }) => rowKeys.has(key)).map(({ key, value }) => ({ key, value })),
      own: meetings(code),
      below: own('community', code),
    })),
    overdue: overdueOf(sources, today),
    overdueAfter: standards.followUps.bulletinAfterWorkdays,
  }
}

function reached({ key, target, value, base, count, missing, status }: Target): Reached {
  return { key, target, value, base, count, missing, status }
}

const together = (counts: readonly MeetingCount[]): MeetingCount => ({
  due: counts.reduce((sum, { due }) => sum + due, 0),
  held: counts.reduce((sum, { held }) => sum + held, 0),
})

/** Not handed in although so many workdays have passed since the due date; the longest overdue first. */
function overdueOf({ followUps, tree, workdayAfter }: Sources, today: PlainDate): readonly Overdue[] {
  return followUps
    .filter(
      each =>
        isOverdue(each, today) && today > workdayAfter(each.due, standards.followUps.bulletinAfterWorkdays),
    )
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.owner.localeCompare(b.owner))
    .map(({ owner, what, due, source }) => ({
      owner,
      unit: tree.find(owner)?.name ?? owner,
      // What residents answered is told by the survey's own pages, which know what has to stay hidden.
      what: source.kind === 'negativeRating' ? source.title : what,
      ...{ due, days: daysBetween(due, today) },
    }))
}

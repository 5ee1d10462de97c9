import type { FollowUp } from '../followups/follow-up.ts'
import type { Refusal } from '../shared/refusal.ts'
import { plusHours } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import type { AgendaOutcome, Point } from './agenda-shapes.ts'
import type { Deed, Meeting } from './meeting.ts'
import { no } from './refusals.ts'
import { standards } from './standards-file.ts'
import { words } from './words.ts'

/** A meeting with the resolutions that it made. */
export interface Met {
  readonly meeting: Meeting
  readonly resolutions: readonly FollowUp[]
}

/**
 * What meetings of the units below left open, proposed to a meeting above: unresolved points, resolutions that are not
 * closed, and what a meeting between handed on. What the unit has settled or handed on at another meeting is left out;
 * what it kept comes again. In the order of the meetings below.
 */
export function proposedTo(
  meeting: Meeting,
  below: readonly Met[],
  others: readonly Meeting[],
): readonly Point[] {
  const done = new Set(
    others
      .filter(other => other.id !== meeting.id)
      .flatMap(other => other.agenda ?? [])
      .filter(item => item.outcome !== 'kept')
      .map(item => item.key),
  )
  const points = [...below]
    .filter(({ meeting: lower }) => isJustBefore(lower, meeting))
    .sort((a, b) => (a.meeting.starts < b.meeting.starts ? -1 : 1))
    .flatMap(leftOpen)
  return [...new Map(points.map(point => [point.key, point])).values()].filter(({ key }) => !done.has(key))
}

function leftOpen({ meeting, resolutions }: Met): readonly Point[] {
  const { report, agenda, minutes, unit, id } = meeting
  return [
    ...(report?.unresolved ? [{ key: `point:${id}`, text: report.unresolved, unit }] : []),
    ...(minutes?.items ?? [])
      .filter(({ raised, problems }) => raised && problems !== '')
      .map(item => ({ key: `problem:${id}:${item.id}`, text: item.problems.slice(0, 500), unit })),
    ...(agenda ?? [])
      .filter(item => item.outcome === 'raised')
      .map(({ key, text, unit: from }) => ({ key, text, unit: from })),
    ...resolutions
      .filter(({ state }) => state !== 'closed')
      .map(({ id: followUp, what, owner }) => ({ key: `followUp:${followUp}`, text: what, unit: owner })),
  ]
}

/**
 * The decisions of meetings above that a meeting has to convey: those made there and those conveyed there from still
 * higher up, until one meeting of the unit has conveyed them.
 */
export function toConvey(
  meeting: Meeting,
  above: readonly { readonly meeting: Meeting; readonly decisions: readonly FollowUp[] }[],
  others: readonly Meeting[],
): readonly FollowUp[] {
  const done = new Set(
    others
      .filter(other => other.id !== meeting.id)
      .flatMap(other => other.conveyed ?? [])
      .flatMap(each => (each.done ? [each.decision] : [])),
  )
  const decisions = above
    .filter(({ meeting: upper }) => isJustBefore(upper, meeting))
    .flatMap(upper => upper.decisions)
  return [...new Map(decisions.map(each => [each.id, each])).values()].filter(({ id }) => !done.has(id))
}

/** Held before it, and not so long ago that nobody would take it up any more. */
function isJustBefore(earlier: Meeting, meeting: Meeting): boolean {
  const oldest = plusHours(meeting.starts, -standards.linkedDays * 24)
  return earlier.status === 'held' && earlier.starts < meeting.starts && earlier.starts >= oldest
}

/** Keeps what became of a point from below; saying it again replaces it. */
export function settle(
  meeting: Meeting,
  point: Point | undefined,
  outcome: AgendaOutcome,
  { by, at, zone: _ }: Deed,
): Meeting | Refusal {
  if (!point) return no.notProposed()
  if (outcome === 'raised' && meeting.level === 'district') return no.nobodyAbove()
  if (at < meeting.starts) return no.notBegun()
  const others = (meeting.agenda ?? []).filter(item => item.key !== point.key)
  return { ...meeting, agenda: [...others, { ...point, outcome, by, at }] }
}

/** Keeps whether a decision from above was conveyed; saying it again replaces it. */
export function convey(
  meeting: Meeting,
  decision: FollowUp | undefined,
  done: boolean,
  { by, at }: Deed,
): Meeting | Refusal {
  if (!decision) return no.notToConvey()
  if (at < meeting.starts) return no.notBegun()
  const others = (meeting.conveyed ?? []).filter(each => each.decision !== decision.id)
  return { ...meeting, conveyed: [...others, { decision: decision.id, done, by, at }] }
}

export function outcomeName(outcome: AgendaOutcome): Text {
  switch (outcome) {
    case 'settled':
      return words.settled
    case 'kept':
      return words.keptOn
    case 'raised':
      return words.raised
  }
}

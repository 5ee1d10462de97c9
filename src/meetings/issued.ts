import type { FollowUp } from '../followups/follow-up.ts'
import { numberOf } from '../shared/papers/numbering.ts'
import { timeOf } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import type { Meeting } from './meeting.ts'
import { draftOf, itemsTold } from './minutes.ts'
import { momentText, whenText } from './saying.ts'
import type { Tally } from './tally.ts'
import { words } from './words.ts'

/** Minutes as they are issued, whatever they are issued as: numbers of people, no names but the chair's and the recorder's. */
export interface Issued {
  readonly title: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly items: readonly {
    readonly title: string
    readonly points: readonly string[]
    readonly problems: readonly string[]
    readonly raised: boolean
  }[]
  /** What belongs to no item, a line each. */
  readonly text: readonly string[]
  readonly resolutions: readonly { readonly what: string; readonly owner: string; readonly due: string }[]
  readonly additions: readonly { readonly text: string; readonly at: string }[]
  readonly final: boolean
}

export interface ToIssue {
  readonly meeting: Meeting
  readonly tally: Tally
  readonly resolutions: readonly FollowUp[]
  readonly nameOf: (person: string) => string
  readonly unitName: (unit: string) => string
  readonly zone: string
  readonly t: Say
}

export function issued({ meeting, tally, resolutions, nameOf, unitName, zone, t }: ToIssue): Issued {
  const { minutes, title } = meeting
  const { expected, present, leave, missing, observers } = tally
  const lines = (text: string) => text.split('\n').filter(line => line.trim() !== '')
  return {
    title: t(words.minutesOf, { title }),
    facts: [
      [t(words.when), timeText(meeting, zone, t)],
      [t(words.place), (minutes?.place ?? meeting.place) || '–'],
      [t(words.attendanceTitle), t(words.counts, { expected, present, leave, missing, observers })],
      [t(words.chair), minutes?.chair ?? '–'],
      [t(words.recorder), minutes?.recorder ?? (minutes ? nameOf(minutes.by) : '–')],
    ],
    items: itemsTold(draftOf(meeting, [])).map(item => ({
      title: item.title,
      points: lines(item.points),
      problems: lines(item.problems),
      raised: item.raised,
    })),
    text: lines(minutes?.text ?? ''),
    resolutions: resolutions.map(({ what, owner, due }) => ({ what, owner: unitName(owner), due })),
    additions: (minutes?.additions ?? []).map(({ text, at }) => ({ text, at: momentText(at, zone, t) })),
    final: minutes?.final !== undefined,
  }
}

/** When it was planned, or when it really was, where the minutes say so. */
function timeText(meeting: Meeting, zone: string, t: Say): string {
  const { from, until } = meeting.minutes ?? {}
  const planned = whenText(meeting, zone, t)
  if (from === undefined && until === undefined) return planned
  const day = planned.slice(0, planned.lastIndexOf(' '))
  return `${day} ${from ?? timeOf(meeting.starts, zone)}–${until ?? timeOf(meeting.ends, zone)}`
}

/** The minutes as plain text, for the chat. */
export function issuedText(paper: Issued, lang: string, t: Say): string {
  const { title, facts, items, text, resolutions, additions } = paper
  return [
    title,
    ...facts.map(([label, value]) => `${label}${t(words.colon)}${value}`),
    ...items.flatMap(({ title: about, points, problems }, at) => [
      `${numberOf(at, lang)}${about}`,
      ...points,
      ...problems.map(problem => `${t(words.problems)}${t(words.colon)}${problem}`),
    ]),
    ...text,
    ...(resolutions.length > 0 ? [t(words.resolutions)] : []),
    ...resolutions.map(
      ({ what, owner, due }, at) => `${at + 1}. ${what}${t(words.ownerAndDue, { owner, due })}`,
    ),
    ...additions.map(({ text: said, at }) => `${t(words.additions)}${t(words.colon)}${said}（${at}）`),
  ].join('\n')
}

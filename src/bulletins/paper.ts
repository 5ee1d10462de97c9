import { dayText } from '../shared/papers/day-text.ts'
import { numberOf } from '../shared/papers/numbering.ts'
import type { Block, Paper } from '../shared/papers/paper.ts'
import { percent } from '../shared/percent.ts'
import type { Say } from '../shared/words.ts'
import { keyText, statusText } from '../summary/figures-text.ts'
import type { Bulletin, Content, MeetingCount, Overdue } from './bulletin.ts'
import { words } from './words.ts'

/** A bulletin as it is issued, or as a draft as long as it has no number. */
export function bulletinPaper(
  { content, remark, issued, year, no }: Pick<Bulletin, 'content' | 'remark'> & Partial<Bulletin>,
  lang: string,
  t: Say,
): Paper {
  const on = issued?.on ?? content.asOf
  const issuer = t(words.issuer, { district: content.district })
  const sections = [
    [words.targetsTitle, targetBlocks(content, t)],
    [words.meetingsTitle, meetingBlocks(content, t)],
    [words.overdueTitle, overdueBlocks(content, t)],
    ...(content.highlights.length > 0 ? [[words.highlightsTitle, highlightBlocks(content, t)] as const] : []),
    ...(remark === '' ? [] : [[words.remarkTitle, lines(remark)] as const]),
  ] as const
  return {
    masthead: t(words.masthead, { district: content.district }),
    ...(no === undefined || year === undefined
      ? { mark: t(words.draft) }
      : { number: t(words.number, { year, no }) }),
    issuer: `${issuer}　${dayText(on, lang)}`,
    title: t(words.paperTitle, { from: dayText(content.from, lang), to: dayText(content.to, lang) }),
    blocks: [
      { kind: 'text', text: t(words.opening, { asOf: dayText(content.asOf, lang) }) },
      ...sections.flatMap(([title, blocks], at): Block[] => [
        { kind: 'heading', text: `${numberOf(at, lang)}${t(title)}` },
        ...blocks,
      ]),
    ],
    signature: [issuer, dayText(on, lang)],
  }
}

const lines = (text: string): readonly Block[] =>
  text.split('\n').flatMap(line => (line.trim() === '' ? [] : [{ kind: 'text' as const, text: line }]))

function targetBlocks({ targets, subdistricts }: Content, t: Say): readonly Block[] {
  const keys = subdistricts[0]?.shares.map(({ key }) => key) ?? []
  return [
    ...targets.map(
      ({ key, target, value, base, count, missing, status }): Block => ({
        kind: 'text',
        label: `${t(keyText(key))}${t(words.colon)}`,
        text:
          status === 'noData'
            ? t(statusText(status))
            : t(missing > 0 && status === 'notMet' ? words.reachedMissing : words.reached, {
                ...{ value: percent(value, target), count, base, missing },
                target: percent(target),
                status: t(statusText(status)),
              }),
      }),
    ),
    {
      kind: 'table',
      head: [t(words.subdistrict), t(words.communities), ...keys.map(key => t(keyText(key)))],
      rows: subdistricts.map(({ name, communities, shares }) => [
        name,
        String(communities),
        ...shares.map(({ key, value }) => percent(value, targets.find(one => one.key === key)?.target)),
      ]),
      widths: [25, 15, ...keys.map(() => 60 / keys.length)],
    },
  ]
}

function meetingBlocks({ meetings, subdistricts }: Content, t: Say): readonly Block[] {
  const text = (count: MeetingCount) => (count.due === 0 ? '–' : `${count.held} / ${count.due}`)
  const of = ({ held, due }: MeetingCount) => t(words.heldOfDue, { held, due })
  return [
    {
      kind: 'text',
      text: t(words.meetingsText, {
        district: of(meetings.district),
        subdistricts: of(meetings.subdistricts),
        communities: of(meetings.communities),
      }),
    },
    {
      kind: 'table',
      head: [t(words.subdistrict), t(words.ownMeetings), t(words.communityMeetings)],
      rows: subdistricts.map(({ name, own, below }) => [name, text(own), text(below)]),
      widths: [30, 35, 35],
    },
  ]
}

function overdueBlocks({ overdue, overdueAfter: days }: Content, t: Say): readonly Block[] {
  if (overdue.length === 0) return [{ kind: 'text', text: t(words.overdueNone, { days }) }]
  return [
    { kind: 'text', text: t(words.overdueText, { n: overdue.length, days }) },
    {
      kind: 'table',
      head: [t(words.unit), t(words.what), t(words.due), t(words.days)],
      rows: alike(overdue).map(({ n, ...each }) => [
        each.unit,
        n === 1 ? each.what : t(words.overdueAlike, { what: each.what, n }),
        ...[each.due, String(each.days)],
      ]),
      widths: [22, 42, 20, 16],
    },
  ]
}

/** What reads the same stands once, with how many there are: a unit may have several from one survey. */
function alike(overdue: readonly Overdue[]): readonly (Overdue & { readonly n: number })[] {
  const known = new Map<string, Overdue & { readonly n: number }>()
  for (const each of overdue) {
    const key = [each.owner ?? each.unit, each.what, each.due].join('\n')
    known.set(key, { ...each, n: 1 + (known.get(key)?.n ?? 0) })
  }
  return [...known.values()]
}

function highlightBlocks({ highlights }: Content, t: Say): readonly Block[] {
  return highlights.map(({ unit, title }) => ({
    kind: 'text',
    label: `${unit}${t(words.colon)}`,
    text: title,
  }))
}

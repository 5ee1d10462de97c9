import { numberOf } from '../shared/papers/numbering.ts'
import type { Block, Paper } from '../shared/papers/paper.ts'
import type { Say } from '../shared/words.ts'
import type { Issued } from './issued.ts'
import { words } from './words.ts'

/** Minutes as the paper that is issued, 会议纪要. */
export function minutesPaper(minutes: Issued, lang: string, t: Say): Paper {
  const { title, facts, items, text, resolutions, additions, final } = minutes
  const sections = items.length + (resolutions.length > 0 ? 1 : 0)
  const blocks: Block[] = [
    ...facts.map(([label, value]) => ({
      kind: 'fact' as const,
      label: `${label}${t(words.colon)}`,
      text: value,
    })),
    ...items.flatMap((item, at): Block[] => [
      { kind: 'heading', text: `${numberOf(at, lang)}${item.title}` },
      ...item.points.map(point => ({ kind: 'text' as const, text: point })),
      ...item.problems.map(problem => ({
        kind: 'text' as const,
        label: `${t(words.problems)}${t(words.colon)}`,
        text: `${problem}${item.raised ? t(words.raisedMark) : ''}`,
      })),
    ]),
    ...text.map(line => ({ kind: 'text' as const, text: line })),
  ]
  if (resolutions.length > 0) {
    blocks.push(
      { kind: 'heading', text: `${numberOf(sections - 1, lang)}${t(words.resolutions)}` },
      {
        kind: 'table',
        head: [t(words.number), t(words.resolution), t(words.owner), t(words.dueDate)],
        rows: resolutions.map(({ what, owner, due }, at) => [String(at + 1), what, owner, due]),
        widths: [10, 46, 24, 20],
      },
    )
  }
  for (const addition of additions)
    blocks.push({
      kind: 'text',
      label: `${t(words.additions)}${t(words.colon)}`,
      text: `${addition.text}（${addition.at}）`,
    })
  return { title, kind: t(words.minutesKind), blocks, ...(final ? {} : { mark: t(words.draft) }) }
}

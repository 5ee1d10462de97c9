import type { CommunityGrade } from '../ratings/attainment.ts'
import type { Say, Text } from '../shared/words.ts'
import { words } from './words.ts'

/** One thing that keeps a community from the next grade, and the gate, section or item that it is about. */
export interface GapPiece {
  readonly text: string
  /** Its code, `G6`; under it the rating's page shows it. */
  readonly part?: string
}

/** What gates, sections and items are called, by their code. */
export type PartTitle = (part: string) => Text | undefined

/** What keeps a community from the next grade, by name. */
export function gapPieces(
  { gap, projected, grade }: CommunityGrade,
  titleOf: PartTitle,
  t: Say,
): readonly GapPiece[] {
  if (!gap) return [{ text: t(projected === null ? words.unrated : words.onlyFinal) }]
  const about = (text: Text, parts: readonly string[]) =>
    parts.map(
      (part): GapPiece => ({ text: t(text, { part: `${part} ${t(titleOf(part) ?? blank)}`.trim() }), part }),
    )
  const pieces = [
    ...(gap.points > 0 ? [{ text: t(words.points, { points: gap.points }) }] : []),
    ...about(words.gate, gap.gates),
    ...about(words.section, gap.sections),
    ...about(words.waits, gap.held),
    ...(gap.notApplied ? [{ text: t(words.notApplied) }] : []),
  ]
  if (pieces.length > 0) return pieces
  return grade === projected ? [] : [{ text: t(words.onlyFinal) }]
}

/** The same as one line. */
export function gapText(community: CommunityGrade, titleOf: PartTitle, t: Say): string {
  return gapPieces(community, titleOf, t)
    .map(({ text }) => text)
    .join(t(words.listSeparator))
}

const blank = { 'zh-CN': '', en: '' }

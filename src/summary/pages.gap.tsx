import type { View } from '../shared/web/env.ts'
import type { GapPiece } from './gap-text.ts'
import { words } from './words.ts'

interface GapProps {
  readonly view: View
  readonly pieces: readonly GapPiece[]
  /** The page of the rating; a gate or an item is looked at there. */
  readonly path: string | undefined
}

/** What a community lacks, each gate, section and item with the way to it. */
export function GapList({ view: { t }, pieces, path }: GapProps) {
  return (
    <>
      {pieces.map(({ text, part }, at) => (
        <>
          {at > 0 && t(words.listSeparator)}
          {part && path ? <a href={`${path}#${part}`}>{text}</a> : text}
        </>
      ))}
    </>
  )
}

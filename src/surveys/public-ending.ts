import type { Publication } from './publication.ts'

/** The ending that an address names; the newest one where it names none. */
export function chosenEnding(
  endings: readonly Publication[],
  named: string | undefined,
): Publication | undefined {
  return named === undefined ? endings.at(-1) : endings.find(({ ending }) => String(ending) === named)
}

import type { Text } from '../shared/words.ts'

/** One thing wrong in a definition: where it stands (`pages[0].elements[2]`), which key, and a sentence. */
export interface FormFault {
  /** The full path down to the key: `pages[0].elements[2].validators[0].regex`; empty for the definition as a whole. */
  readonly place: string
  readonly key: string
  readonly text: Text
}

export type Path = readonly PropertyKey[]

/** `['pages', 0, 'elements', 2]` → `pages[0].elements[2]`. */
export function placeOf(path: Path): string {
  return path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

export function faultAt(path: Path, text: Text): FormFault {
  const key = path.findLast(part => typeof part === 'string')
  return { place: placeOf(path), key: key === undefined ? '' : String(key), text }
}

import { type FormFault, faultAt, type Path } from './fault.ts'
import { faultWords, filled } from './words.ts'

/**
 * Words of questions about persons. Associations and services are assessed, never persons, so a definition that
 * contains one of them in something people read is refused.
 */
export const forbiddenWords = [
  '联系户',
  '孕检',
  '环检',
  '双查',
  '政策外生育',
  '计划外生育',
  '避孕',
  '节育',
  '终止妊娠',
  '婚育证明',
] as const

/** Every text of a definition with a forbidden word, whatever the key it stands under. Spaces inside do not hide a word. */
export function personFaults(json: unknown, path: Path = []): readonly FormFault[] {
  if (typeof json === 'string') {
    const plain = json.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
    return forbiddenWords
      .filter(word => plain.includes(word))
      .map(word => faultAt(path, filled(faultWords.person, { word })))
  }
  if (Array.isArray(json)) return json.flatMap((item, index) => personFaults(item, [...path, index]))
  if (typeof json === 'object' && json !== null)
    return Object.entries(json).flatMap(([key, inner]) => personFaults(inner, [...path, key]))
  return []
}

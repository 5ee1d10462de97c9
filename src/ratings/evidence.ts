import { z } from 'zod'
import { type Role, roles } from '../shared/actor.ts'
import type { Refusal } from '../shared/refusal.ts'
import { instantSchema } from '../shared/time.ts'
import { agrees, type FileKind, isPicture, kindOf } from './file-kind.ts'
import type { Hand } from './perform.ts'
import { mayDo } from './perform.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import type { RubricSettings } from './rubric.ts'

/** As what a file is kept: pictures are always JPEG. */
export const keptKinds = ['jpeg', 'pdf', 'xlsx', 'docx'] as const
export type KeptKind = (typeof keptKinds)[number]

/** A file shown for an item. The bytes lie beside the store, once for every content, under the hash of what was sent. */
export const evidenceSchema = z
  .object({
    id: z.string(),
    rating: z.string(),
    community: z.string(),
    item: z.string(),
    /** SHA-256 of the file as it was sent, 64 hex digits. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    kind: z.enum(keptKinds),
    /** The sender's name for it, shown and never used as a path. */
    name: z.string().max(120),
    /** As kept. */
    bytes: z.int().positive(),
    at: instantSchema,
    by: z.string(),
    byName: z.string(),
    /** As what they added it: only the same level takes it back. */
    level: z.enum(roles),
    /** Taken back: no longer shown, and no longer counted. The record stays. */
    removed: z.object({ at: instantSchema, by: z.string(), byName: z.string() }).readonly().optional(),
  })
  .readonly()
export type Evidence = z.infer<typeof evidenceSchema>

/** A file as it came in. */
export interface Sent {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * As what a person may add and take back files now: whoever may fill in or score now, so that what was accepted stays
 * as it was. Undefined when it is not for them.
 */
export function attachingAs(rating: Rating, hand: Hand): Role | undefined {
  const may = mayDo(rating, hand)
  if (may.includes('save')) return 'lead'
  if (may.includes('score')) return 'subdistrict'
  return may.includes('check') ? 'district' : undefined
}

/** What a file is, or why it is not taken: empty, too large, nothing we keep, or not what its name says. */
export function checkedKind(
  { name, bytes }: Sent,
  { fileMegabytes }: RubricSettings['evidence'],
): FileKind | Refusal {
  const shown = shownName(name)
  if (bytes.length === 0) return no.emptyFile({ name: shown })
  if (bytes.length > fileMegabytes * megabyte) return no.fileTooLarge({ name: shown, limit: fileMegabytes })
  const kind = kindOf(bytes)
  switch (kind) {
    case 'heic':
      return no.heicFile({ name: shown })
    case 'macros':
      return no.macroFile({ name: shown })
    case 'unknown':
      return no.unknownFile({ name: shown })
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'pdf':
    case 'xlsx':
    case 'docx':
      return agrees(name, kind) ? kind : no.notWhatItSays({ name: shown, kind: kind.toUpperCase() })
  }
}

/** Bytes that an association's files take up, each content once. */
export function spaceTaken(files: readonly Evidence[]): number {
  const sizes = new Map(files.filter(isShown).map(file => [file.hash, file.bytes]))
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
}

/**
 * Adds a file to an item. A content that the item shows already is not added twice; refused when the item or the
 * association has no room left.
 */
export function attach(
  file: Evidence,
  there: readonly Evidence[],
  { itemFiles, quotaMegabytes }: RubricSettings['evidence'],
): Evidence | Refusal {
  const shown = there.filter(isShown)
  const atItem = shown.filter(each => each.item === file.item)
  const same = atItem.find(each => each.hash === file.hash)
  if (same) return same
  if (atItem.length >= itemFiles) return no.itemFull({ item: file.item, limit: itemFiles })
  if (spaceTaken([...shown, file]) > quotaMegabytes * megabyte) return no.quotaFull({ limit: quotaMegabytes })
  return file
}

export function isShown({ removed }: Evidence): boolean {
  return removed === undefined
}

export function keptAs(kind: FileKind): KeptKind {
  if (isPicture(kind)) return 'jpeg'
  return kind === 'pdf' || kind === 'xlsx' ? kind : 'docx'
}

/** A name as it is shown and given back: no paths, no control characters, not endless. */
export function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = [...last].filter(char => !/[\p{Cc}\p{Cf}]/u.test(char)).join('')
  return [...clean.trim()].slice(0, 100).join('')
}

/** The name under which a file goes out: its ending is that of what it is. */
export function downloadName({ name, kind, item }: Evidence): string {
  const ending = kind === 'jpeg' ? 'jpg' : kind
  return `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '') || item}.${ending}`
}

export const contentTypes: Readonly<Record<KeptKind, string>> = {
  jpeg: 'image/jpeg',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const megabyte = 1024 * 1024

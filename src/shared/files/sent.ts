import { z } from 'zod'
import { isRefusal, type Refusal } from '../refusal.ts'
import { disposition } from './disposition.ts'
import type { KeptFile, KeptFiles } from './kept-files.ts'
import { agrees, contentTypes, type FileKind, type KeptKind, keptAs, keptKinds, kindOf } from './kinds.ts'
import { no } from './refusals.ts'

/** A file as it came in. */
export interface Sent {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a record says of the file that it shows. The bytes lie beside the store, once for every content. */
export const keptFields = {
  /** SHA-256 of the file as it was sent, 64 hex digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(keptKinds),
  /** The sender's name for it, shown and never used as a path. */
  name: z.string().max(120),
  /** As kept. */
  bytes: z.int().positive(),
}

export interface Kept extends KeptFile {
  readonly kind: KeptKind
  readonly name: string
}

/** What a file is, or why it is not taken: empty, too large, nothing we keep, or not what its name says. */
export function checkedKind(
  { name, bytes }: Sent,
  { fileMegabytes }: { readonly fileMegabytes: number },
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

/** Checks files and puts them on disk: all of them, or none when one is refused. */
export async function keepAll(
  files: KeptFiles,
  sent: readonly Sent[],
  limits: { readonly fileMegabytes: number },
): Promise<readonly Kept[] | Refusal> {
  if (sent.length === 0) return no.noFile()
  const kinds: (readonly [Sent, FileKind])[] = []
  for (const file of sent) {
    const kind = checkedKind(file, limits)
    if (isRefusal(kind)) return kind
    kinds.push([file, kind])
  }
  const kept: Kept[] = []
  for (const [file, kind] of kinds) {
    const name = shownName(file.name)
    const found = await files.keep(file.bytes, kind)
    if (!found) return no.damagedPicture({ name })
    kept.push({ ...found, kind: keptAs(kind), name })
  }
  return kept
}

/** Bytes that files take up, each content once. */
export function spaceTaken(files: readonly Pick<Kept, 'hash' | 'bytes'>[]): number {
  const sizes = new Map(files.map(file => [file.hash, file.bytes]))
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
}

/** A name as it is shown and given back: no paths, no control characters or halves of characters, not endless. */
export function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = [...last].filter(char => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(char)).join('')
  return [...clean.trim()].slice(0, 100).join('')
}

/** The name under which a file goes out: its ending is that of what it is. `otherwise` names one that has none. */
export function downloadName({ name, kind }: Pick<Kept, 'name' | 'kind'>, otherwise: string): string {
  const ending = kind === 'jpeg' ? 'jpg' : kind
  return `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '') || otherwise}.${ending}`
}

/** A browser draws pictures by itself; everything else is given to be saved, so that nothing runs on this site. */
export function headersOf(file: Pick<Kept, 'name' | 'kind'>, otherwise: string): Record<string, string> {
  return {
    'Content-Type': contentTypes[file.kind],
    'Content-Disposition': disposition(
      file.kind === 'jpeg' ? 'inline' : 'attachment',
      downloadName(file, otherwise),
    ),
    'Cache-Control': 'private, max-age=3600',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** With one decimal, and never 0.0 for a file that is there. */
export function megabytes(bytes: number): string {
  return bytes === 0 ? '0' : Math.max(0.1, bytes / megabyte).toFixed(1)
}

export const megabyte = 1024 * 1024

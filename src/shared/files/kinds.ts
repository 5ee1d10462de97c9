import { unzipSync } from 'fflate'

/** What is taken; pictures are kept as JPEG whatever they came as. */
export const fileKinds = ['jpeg', 'png', 'webp', 'pdf', 'xlsx', 'docx'] as const
export type FileKind = (typeof fileKinds)[number]

/** As what a file is kept: pictures are always JPEG. */
export const keptKinds = ['jpeg', 'pdf', 'xlsx', 'docx'] as const
export type KeptKind = (typeof keptKinds)[number]

export function keptAs(kind: FileKind): KeptKind {
  if (isPicture(kind)) return 'jpeg'
  return kind === 'pdf' || kind === 'xlsx' ? kind : 'docx'
}

export const contentTypes: Readonly<Record<KeptKind, string>> = {
  jpeg: 'image/jpeg',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** `heic` and `macros` are recognised so that the refusal can say what to do. */
export type FoundKind = FileKind | 'heic' | 'macros' | 'unknown'

/** What a file is by its content, whatever its name says. */
export function kindOf(bytes: Uint8Array): FoundKind {
  const latin = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
  if (latin(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (latin(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'webp'
  if (latin(0, 5) === '%PDF-') return 'pdf'
  if (latin(4, 8) === 'ftyp' && heicBrands.has(latin(8, 12))) return 'heic'
  if (latin(0, 4) === 'PK\x03\x04') return officeKind(bytes)
  return 'unknown'
}

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif'])

/** More parts than any document of ours has. A file of a hundred bytes can claim four thousand million. */
const mostParts = 5_000

/** A workbook or a document by the parts that it holds; only the list of parts is read, nothing is unpacked. */
function officeKind(bytes: Uint8Array): FoundKind {
  const parts = new Set<string>()
  let read = 0
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        read += 1
        if (read > mostParts) throw new RangeError('too many parts')
        parts.add(name)
        return false
      },
    })
  } catch {
    return 'unknown'
  }
  if (!parts.has('[Content_Types].xml')) return 'unknown'
  if ([...parts].some(name => name.toLowerCase().endsWith('vbaproject.bin'))) return 'macros'
  if (parts.has('xl/workbook.xml')) return 'xlsx'
  return parts.has('word/document.xml') ? 'docx' : 'unknown'
}

/** Whether a name's ending agrees with the content; a name without an ending says nothing. */
export function agrees(name: string, kind: FileKind): boolean {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase()
  return ending === undefined || endings[kind].includes(ending)
}

const endings: Readonly<Record<FileKind, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  pdf: ['pdf'],
  xlsx: ['xlsx'],
  docx: ['docx'],
}

export function isPicture(kind: FileKind): boolean {
  return kind === 'jpeg' || kind === 'png' || kind === 'webp'
}

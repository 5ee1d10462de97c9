import { crc32 } from 'node:zlib'

/** `,"sum":"0123abcd"}` */
const sealBytes = 18

/**
 * One line of a file that is only appended to: a JSON object with two keys more at its end. `after` is how many
 * bytes of the file were on disk when the line was written, `sum` the CRC-32 of all before it.
 */
export function sealed(body: string, after: number): string {
  const text = `${body.slice(0, -1)},"after":${after}`
  const sum = crc32(text)
  return `${text},"sum":"${inHex(sum >>> 16)}${inHex(sum & 0xffff)}"}\n`
}

/** Sixteen bits, since of more than a small integer V8 makes the text several times as slowly. */
function inHex(bits: number): string {
  return bits.toString(16).padStart(4, '0')
}

const mostAfterBytes = `,"after":${Number.MAX_SAFE_INTEGER}`.length

/** At most so many bytes of UTF-8 a sealed line takes whose body has so many UTF-16 units. */
export function mostBytes(units: number): number {
  return 3 * units + mostAfterBytes + sealBytes
}

export interface Sealed {
  readonly after: number
}

/** The object of a line (given without its line break), or `undefined` when the line is not as it was written. */
export function unsealed(line: Buffer): Sealed | undefined {
  const cut = line.length - sealBytes
  if (cut < 0) return undefined
  const seal = line.toString('latin1', cut, cut + 16)
  if (!seal.startsWith(',"sum":"')) return undefined
  if (crc32(line.subarray(0, cut)) !== Number.parseInt(seal.slice(8), 16)) return undefined
  return JSON.parse(line.toString('utf8')) as Sealed
}

import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'

/** The parts that make an Office file what it is, and nothing else. */
export const office = (...names: string[]) =>
  zipSync(Object.fromEntries(['[Content_Types].xml', ...names].map(name => [name, strToU8('<x/>')])))
export const workbook = office('xl/workbook.xml')

/** A picture as a phone makes it: lying on its side, with the position in it. */
export async function photo(seed = 1): Promise<Uint8Array> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: { r: seed, g: 90, b: 60 } } })
    .withExif({ IFD0: { Make: 'Test' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '24/1 26/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

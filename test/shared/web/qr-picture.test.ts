import { inflateSync } from 'node:zlib'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPicture } from '../../../src/shared/web/qr-picture.ts'

test('the picture has a black square for each dark cell', () => {
  const text = 'https://slc.example/s/1'
  const png = Buffer.from(qrPicture(text, 5))
  const { data } = encode(text, { ecc: 'M', border: 4 })
  const side = data.length * 5
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side])
  const at = png.indexOf('IDAT')
  const pixels = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const width = 1 + Math.ceil(side / 8)
  const isDark = (x: number, y: number) => ((pixels[y * width + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const cell = data[Math.floor(y / 5)]?.[Math.floor(x / 5)]
      if (isDark(x, y) !== cell) throw new Error(`the pixel ${x}, ${y} is wrong`)
    }
  }
})

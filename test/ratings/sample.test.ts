import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample, sampleSize } from '../../src/ratings/sample.ts'

const size = { percent: 20, atLeast: 2 }

test.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [10, 2],
  [11, 3],
  [15, 3],
  [16, 4],
  [20, 4],
  [99, 20],
])('of %i communities, %i are drawn', (n, drawn) => {
  expect(sampleSize(n, size)).toBe(drawn)
})

const twoSubdistricts = Array.from({ length: 18 }, (_, at) => ({
  community: `3502030010${String(at + 1).padStart(2, '0')}`,
  subdistrict: at < 11 ? 'north' : 'south',
}))

test('a draw can be redone with nothing but a hash', () => {
  const seed = '2026-12-01 七星彩 1234567'
  const redrawn = (subdistrict: string, count: number) =>
    twoSubdistricts
      .filter(each => each.subdistrict === subdistrict)
      .map(each => each.community)
      .sort((a, b) => (sha(`${seed}:${a}`) < sha(`${seed}:${b}`) ? -1 : 1))
      .slice(0, count)
  expect(drawSample(twoSubdistricts, seed, size)).toEqual(
    [...redrawn('north', 3), ...redrawn('south', 2)].sort(),
  )
})

test('the draw of a seed is known for good', () => {
  expect(drawSample(twoSubdistricts, 'seed', size)).toMatchInlineSnapshot(`
    [
      "350203001007",
      "350203001010",
      "350203001011",
      "350203001014",
      "350203001016",
    ]
  `)
})

test('the order of the candidates does not matter, and every subdistrict has its share', () => {
  fc.assert(
    fc.property(fc.string(), fc.shuffledSubarray(twoSubdistricts, { minLength: 18 }), (seed, shuffled) => {
      const drawn = drawSample(shuffled, seed, size)
      expect(drawn).toEqual(drawSample(twoSubdistricts, seed, size))
      const north = twoSubdistricts.filter(
        each => each.subdistrict === 'north' && drawn.includes(each.community),
      )
      expect([north.length, drawn.length]).toEqual([3, 5])
    }),
  )
})

function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

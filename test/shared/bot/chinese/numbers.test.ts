import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from '../../../../src/shared/bot/chinese/numbers.ts'

test.each([
  ['12', 12],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十五', 25],
  ['两百', 200],
  ['一百零五', 105],
  ['一百一十', 110],
  ['一百二', 120],
  ['一千零一', 1001],
  ['二零二六', 2026],
  ['零', 0],
  ['两', 2],
  ['十十', undefined],
  ['二三', undefined],
  ['百', undefined],
  ['三联创', undefined],
  ['', undefined],
])('the number %s is %s', (text, number) => {
  expect(readNumber(text)).toBe(number)
})

test('every number to 9999 written out is read back', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), n => readNumber(written(n)) === n))
})

/** A number as it is written out in Chinese. */
function written(n: number): string {
  const signs = '零一二三四五六七八九'
  const parts: string[] = []
  let zero = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10
    if (digit === 0) zero = parts.length > 0
    else {
      if (zero) parts.push('零')
      zero = false
      parts.push(digit === 1 && unit === 10 && parts.length === 0 ? name : `${signs[digit]}${name}`)
    }
  }
  return parts.join('')
}

import { expect, test } from 'vitest'
import { recent } from '../../src/surveys/recent.ts'

test('the last so many are remembered, and never more than twice as many', () => {
  const known = recent<number>(100)
  for (let n = 0; n < 1_000; n++) {
    known.set(`key ${n}`, n)
    const last = Array.from({ length: Math.min(100, n) }, (_, back) => n - back)
    expect(last.filter(at => known.get(`key ${at}`) !== at)).toEqual([])
  }
  const left = Array.from({ length: 1_000 }, (_, n) => known.get(`key ${n}`)).filter(one => one !== undefined)
  expect(left.length).toBeLessThanOrEqual(200)
})

test('what is put in again has its new value, and what is taken out is gone', () => {
  const known = recent<number>(2)
  for (const [at, key] of ['a', 'b', 'c', 'a'].entries()) known.set(key, at)
  expect([known.get('a'), known.get('b'), known.get('c')]).toEqual([3, 1, 2])
  known.delete('a')
  expect(known.get('a')).toBeUndefined()
})

import { describe, expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { newRating } from '../../src/ratings/cycle.ts'
import { fairness } from '../../src/ratings/fairness.ts'
import { emptyReview, type Rating } from '../../src/ratings/rating.ts'
import { correlation, meanOf } from '../../src/ratings/statistics.ts'
import { ratings } from '../../src/ratings/store.ts'
import type { Lang } from '../../src/shared/words.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'
import { theRubric } from './rubric.ts'

const rubric = theRubric()

describe('a mean and how sure it is', () => {
  test.each([
    [[], null, null],
    [[4], 4, null],
    // s = 1, 3 values: 2 ± 4.303 × 1 ÷ √3
    [[1, 2, 3], 2, [-0.484, 4.484]],
    [[5, 5, 5, 5], 5, [5, 5]],
    // Student's own sleep data, the differences of the two drugs: 1.58, 95 % 0.70 to 2.46.
    [[1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4], 1.58, [0.7, 2.46]],
  ] as const)('of %j', (values, mean, interval) => {
    const found = meanOf(values)
    expect(found.mean === null ? null : Number(found.mean.toFixed(3))).toBe(mean)
    expect(found.interval?.map(bound => Number(bound.toFixed(3))) ?? null).toEqual(
      interval?.map(bound => expect.closeTo(bound, 2)) ?? null,
    )
  })
})

test.each([
  [
    [
      [1, 2],
      [2, 4],
      [3, 6],
    ],
    1,
  ],
  [
    [
      [1, 3],
      [2, 2],
      [3, 1],
    ],
    -1,
  ],
  [
    [
      [1, 1],
      [2, 5],
      [3, 1],
    ],
    0,
  ],
  [
    [
      [1, 2],
      [1, 3],
      [1, 4],
    ],
    null,
  ],
  [
    [
      [1, 2],
      [2, 4],
    ],
    null,
  ],
] as const)('the correlation of %j is %s', (pairs, told) => {
  const found = correlation(pairs)
  expect(found === null ? null : Math.round(found * 1000) / 1000 + 0).toBe(told)
})

/** An association with its three totals; items are scored alike except A1, which goes with the total. */
function scored(
  code: number,
  subdistrictCode: string,
  self: number,
  accepted: number,
  checked?: number,
): Rating {
  const scores = Object.fromEntries(
    rubric.items.map(item => [item.id, item.id === 'A1' ? (accepted - 80) / 4 : item.points]),
  )
  const rating = newRating('2026', `${subdistrictCode.slice(0, 9)}${code}`, `社区${code}`, subdistrictCode)
  // B1 goes the same way, so that A1 has something to go with.
  const review = { ...emptyReview, scores: { ...scores, B1: (accepted - 80) / 4 } }
  const result = {
    ...rating.result,
    selfScore: self,
    subdistrictScore: accepted,
    districtScore: checked ?? null,
  }
  return { ...rating, state: 'subdistrictAccepted', subdistrictReview: review, result }
}

const noFile = () => Promise.reject(new Error('no file'))
const lenient = '350203001000'
const fair = '350203002000'
const cycle = [
  scored(101, lenient, 95, 94, 88),
  scored(102, lenient, 92, 92, 87),
  scored(103, lenient, 90, 90, 83),
  scored(101, fair, 96, 91, 92),
  scored(102, fair, 93, 88, 87),
  scored(103, fair, 90, 85),
]

test('leniency is proven by an interval without nought, subdistrict by subdistrict', () => {
  const found = fairness(rubric, cycle)
  expect(
    found.subdistricts.map(({ subdistrict: code, leniency, verdict }) => [
      code,
      leniency.n,
      leniency.mean,
      verdict,
    ]),
  ).toEqual([
    [lenient, 3, 6, 'lenient'],
    [fair, 2, 0, 'undecided'],
  ])
  expect(found.subdistricts.map(({ corrected }) => Math.round((corrected.mean ?? 0) * 100) / 100)).toEqual([
    0.33, 5,
  ])
  expect(found.selfAgainstAcceptance.n).toBe(6)
  expect(found.acceptanceAgainstCheck).toMatchObject({ n: 5, mean: 3.6 })
})

test('where every check came to what was accepted, nothing is proven', () => {
  const agreed = [101, 102, 103].map(code => scored(code, fair, 95, 90, 90))
  expect(fairness(rubric, agreed).subdistricts[0]).toMatchObject({
    leniency: { mean: 0, interval: [0, 0] },
    verdict: 'undecided',
  })
})

test('items that go with the rest come first, those that never vary last', () => {
  const { items } = fairness(rubric, cycle)
  expect(
    items
      .slice(0, 2)
      .map(({ item }) => item.id)
      .sort(),
  ).toEqual(['A1', 'B1'])
  expect(items[0]?.discrimination).toBeCloseTo(1, 5)
  expect(items.at(-1)).toMatchObject({ discrimination: null, n: 6, share: 1 })
})

test('staff see it, each within their units; a lead does not', async () => {
  const world = await newWorld()
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  expect(await (await world.get('/ratings/2026/fairness')).text()).toContain('nothing to compare')
  await world.store.write('test', async tx => {
    for (const [at, code] of ['350203001001', '350203001004', '350203002001'].entries()) {
      const { id, community, subdistrict: of, ...rest } = scored(at, lenient, 95, 90 + at, 85)
      const found = await tx.find(ratings, `2026-${code}`)
      if (found)
        await tx.change(ratings, found.id, each => ({
          ...each,
          result: rest.result,
          subdistrictReview: rest.subdistrictReview,
        }))
    }
  })
  const told = (lang: Lang) =>
    runCommand(world.kit, { argv: ['rating', 'fairness', '--cycle', '2026'], lang, readFile: noFile })
  expect((await told('zh-CN')).out).toMatch(/^350203003000\t0\t–\t样本不足$/m)
  expect((await told('en')).out).toMatch(/\ttoo few$/m)
  const page = await (await world.get('/ratings/2026/fairness')).text()
  expect(page).toContain('Leniency by subdistrict')
  expect(page).toContain('<svg')
  world.actAs(subdistrict)
  const own = await (await world.get('/ratings/2026/fairness')).text()
  expect(own.match(/<tr><th scope="row">\S+街道<\/th>/g)).toHaveLength(1)
  world.actAs(lead)
  expect((await world.get('/ratings/2026/fairness')).status).toBe(403)
  world.actAs(district)
  expect((await world.get('/ratings/2020/fairness')).status).toBe(404)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../src/shared/ids.ts'
import { answers } from '../../src/surveys/store.ts'
import { fully, newAskingWorld } from './asking.ts'

const name = fc.constantFrom(
  ...Object.keys(fully),
  ...[
    'opinion',
    '_id',
    '_page',
    '_go',
    '__proto__',
    'constructor',
    'overall[]',
    'overall[5]',
    'overall-Comment',
  ],
  ...['opinion-Comment', '[', '', 'hasOwnProperty', 'toString', 'lang', '%'],
)
const value = fc.oneof(
  fc.constantFrom(
    '0123456789bc',
    '1',
    '5',
    '05',
    '5.0',
    '6',
    '-1',
    '1e0',
    'dontknow',
    'DONTKNOW',
    'null',
    '[object Object]',
  ),
  fc.constantFrom(
    '%00',
    '\u0000',
    '\uD800',
    '\uFFFD',
    '<script>',
    '长'.repeat(501),
    '99999999999999999999',
    ' 5',
    '5 ',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
)
const pairs = fc.array(fc.tuple(name, value), { maxLength: 14 })
const whole = Object.entries({ _id: '0123456789bd', ...fully })
const encoded = (fields: readonly (readonly [string, string])[]) =>
  new URLSearchParams(fields.map(([key, text]): [string, string] => [key, text])).toString()
const body = fc.oneof(
  pairs.map(fields => encoded([...whole, ...fields])),
  pairs.map(fields => encoded(fields)),
  // The same answer's id with other choices.
  fc
    .constantFrom('1', '2', '3', '4', '5')
    .map(overall => encoded(Object.entries({ ...Object.fromEntries(whole), overall }))),
  // One field left out, one doubled, one over-long, one in another encoding.
  fc.nat({ max: whole.length - 1 }).map(at => encoded(whole.filter((_, index) => index !== at))),
  fc.nat({ max: whole.length - 1 }).map(at => encoded([...whole, ...whole.slice(at, at + 1)])),
  fc.constantFrom(500, 501, 5000, 66_000).map(length => `${encoded(whole)}&opinion=${'x'.repeat(length)}`),
  fc
    .constantFrom('%B7%C7%B3%A3', '%C0%80', '%ED%A0%80', '%FE%FF', '%E9%9D')
    .map(bytes => `${encoded(whole)}&opinion=${bytes}`),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }),
)
const type = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=gbk',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/json',
  'text/plain',
  '',
)

/** 1,000 in `npm test`, all 10,000 in `npm run test:oracle`. */
const bodies = Math.max(1000, Number(process.env.ORACLE_CASES ?? 0))

test(`whatever is posted, nothing breaks and nothing is stored that the form forbids (${bodies} bodies)`, {
  timeout: 300_000,
}, async () => {
  const world = await newAskingWorld()
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(body, type, fc.boolean(), async (sent, contentType, fresh) => {
      const text = typeof sent === 'string' && fresh ? sent.replace('0123456789bd', newId()) : sent
      const { status } = await world.web.request(`http://localhost:3000${world.round.path}`, {
        method: 'POST',
        headers: contentType === '' ? {} : { 'content-type': contentType },
        body: text as string | Uint8Array<ArrayBuffer>,
      })
      expect([200, 201, 400, 409, 413, 422]).toContain(status)
      seen.set(status, (seen.get(status) ?? 0) + 1)
    }),
    { numRuns: bodies },
  )
  // Bodies of every sort got as far as they should.
  expect([...seen.keys()]).toEqual(expect.arrayContaining([201, 400, 409, 413, 422]))
  let stored = 0
  for await (const { choices, texts } of world.store.facts(answers, world.round.id)) {
    stored += 1
    expect(Object.keys(choices).sort()).toEqual(Object.keys(fully).sort())
    for (const chosen of Object.values(choices)) expect([1, 2, 3, 4, 5, 'dontknow']).toContain(chosen)
    expect(Object.keys(texts).filter(key => key !== 'opinion')).toEqual([])
    expect(String(texts.opinion ?? '').length).toBeLessThanOrEqual(500)
  }
  expect(stored).toBe(seen.get(201))
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
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
const body = fc.oneof(
  pairs.map(fields => new URLSearchParams([...Object.entries({ _id: '0123456789bd', ...fully }), ...fields])),
  pairs.map(fields => new URLSearchParams(fields)),
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

test('whatever is posted, nothing breaks and nothing is stored that the form forbids', async () => {
  const world = await newAskingWorld()
  await fc.assert(
    fc.asyncProperty(body, type, async (sent, contentType) => {
      const { status } = await world.web.request(`http://localhost:3000${world.round.path}`, {
        method: 'POST',
        headers: contentType === '' ? {} : { 'content-type': contentType },
        body:
          typeof sent === 'object' && 'append' in sent
            ? sent.toString()
            : (sent as string | Uint8Array<ArrayBuffer>),
      })
      expect([200, 201, 400, 409, 422]).toContain(status)
    }),
    { numRuns: 1000 },
  )
  for await (const { choices, texts } of world.store.facts(answers, world.round.id)) {
    expect(Object.keys(choices).sort()).toEqual(Object.keys(fully).sort())
    for (const chosen of Object.values(choices)) expect([1, 2, 3, 4, 5, 'dontknow']).toContain(chosen)
    expect(Object.keys(texts).filter(key => key !== 'opinion')).toEqual([])
    expect(String(texts.opinion ?? '').length).toBeLessThanOrEqual(500)
  }
})

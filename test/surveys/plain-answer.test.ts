import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answer, answerSchema, channels } from '../../src/surveys/answer.ts'
import { isPlainAnswer } from '../../src/surveys/plain-answer.ts'
import { signals } from '../../src/surveys/signal.ts'

const single = fc.oneof(fc.string(), fc.double(), fc.boolean())
const stranger = fc.oneof(fc.constant(undefined), fc.date(), fc.object(), fc.array(single))
const values = fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), fc.oneof(single, stranger))
const plainObject = { noNullPrototype: true }
const ordinary = {
  id: fc.stringMatching(/^[0-9A-Za-z]{12,32}$/),
  unit: fc.string(),
  choices: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()), plainObject),
  texts: fc.dictionary(fc.string(), fc.string(), plainObject),
  channel: fc.constantFrom(...channels),
  flags: fc.constantFrom([signals[0]], [...signals]),
  hour: fc.constant('2026-10-05T09'),
}
const anything = fc.anything({ withDate: true, withBigInt: false, withMap: true, withNullPrototype: true })
const sent = fc.oneof(
  fc.record(ordinary, {
    ...plainObject,
    requiredKeys: ['id', 'unit', 'choices', 'texts', 'channel', 'hour'],
  }),
  fc.record({ ...ordinary, choices: values, texts: values }, { requiredKeys: ['id'] }),
  fc
    .tuple(fc.record(ordinary), fc.constantFrom(...Object.keys(ordinary), 'who'), anything)
    .map(([one, key, value]) => ({ ...one, [key]: value })),
)

test('JSON and the schema give an answer that counts as plain back as it is', () => {
  let plain = 0
  fc.assert(
    fc.property(sent, answer => {
      if (!isPlainAnswer(answer as Answer)) return
      plain += 1
      expect(answerSchema.parse(JSON.parse(JSON.stringify(answer)))).toStrictEqual({ ...answer })
    }),
    { numRuns: 2_000 },
  )
  expect(plain).toBeGreaterThan(100)
})

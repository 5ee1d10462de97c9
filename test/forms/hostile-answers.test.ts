import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswers } from '../../src/forms/answers.ts'
import { compileForm } from '../../src/forms/definition.ts'
import { loadForm } from '../../src/forms/load.ts'
import { plainDate } from '../../src/shared/time.ts'
import { generatedForm } from './generate.ts'
import { chanceOf } from './oracle.ts'

const around = { today: plainDate('2026-10-05') }
const satisfaction = loadForm('satisfaction')
const names = ['q1', 'q2', 'q3', 'q4', 'q5', 'q1-Comment', 'total', '__proto__', 'constructor', '']
const hostile = fc.oneof(
  fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.jsonValue()),
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom(...names), fc.anything()),
)

const forms = Array.from({ length: 40 }, (_, seed) => compileForm(generatedForm(chanceOf(seed)))).flatMap(
  compiled => ('form' in compiled ? [compiled.form] : []),
)

test('no answer makes the validator of any form throw, and what is refused says why', () => {
  fc.assert(
    fc.property(fc.constantFrom(...forms), hostile, (form, answers) => {
      const { valid, errors } = form.validate(answers, around)
      expect(valid).toBe(errors.length === 0)
    }),
    { numRuns: 1000 },
  )
})

test('no posted body gets anything into the data that the satisfaction survey does not ask', () => {
  const body = fc.dictionary(
    fc.oneof(fc.constantFrom('overall', 'speed', 'opinion', 'overall[1]', 'opinion-Comment'), fc.string()),
    fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom('1', '5', '6', 'dontknow')),
  )
  fc.assert(
    fc.property(body, posted => {
      const { answers, errors } = readAnswers(satisfaction, posted)
      const verdict = satisfaction.validate(answers, around)
      if (errors.length > 0 || !verdict.valid) return
      expect(Object.keys(verdict.data).every(key => satisfaction.question(key))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('a name of 60,000 brackets is read as fast as any other', () => {
  const started = performance.now()
  readAnswers(satisfaction, { ['['.repeat(60_000)]: '1', [`overall${'['.repeat(60_000)}]`]: '1' })
  expect(performance.now() - started).toBeLessThan(200)
})

import { Model } from 'survey-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { compileForm } from '../../src/forms/definition.ts'
import { plainDate } from '../../src/shared/time.ts'
import { generatedAnswers, generatedForm } from './generate.ts'
import { chanceOf, oracleCases, turn } from './oracle.ts'

const around = { today: plainDate('2026-10-05') }
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-05T10:30:00') }))
afterAll(() => void vi.useRealTimers())

interface Outcome {
  readonly valid: boolean | undefined
  readonly errors: readonly string[]
  readonly data: unknown
}

/** survey-core's verdict and errors (V) and the data it would store (C). */
function theirs(json: unknown, answers: Record<string, unknown>): Outcome | undefined {
  try {
    return outcomeOf(json, answers)
  } catch {
    // It throws where a precision meets a text; there is nothing to equal then.
    return undefined
  }
}

function outcomeOf(json: unknown, answers: Record<string, unknown>): Outcome {
  const model = new Model(structuredClone(json))
  model.data = structuredClone(answers)
  const valid = model.validate(true)
  const holders = [...model.getAllQuestions(), ...model.getAllPanels(), ...model.pages]
  const errors = holders.flatMap(holder => {
    const { name, errors: own } = holder as unknown as {
      name: string
      errors: readonly { getErrorType(): string }[]
    }
    return own.map(error => `${name}: ${error.getErrorType()}`)
  })
  model.doComplete()
  return { valid, errors: errors.sort(), data: model.data }
}

test(`${oracleCases} generated forms give survey-core’s verdicts, error types and data`, async () => {
  const differing: unknown[] = []
  for (let n = 0; n < oracleCases && differing.length < 3; n++) {
    const chance = chanceOf(n)
    const json = generatedForm(chance)
    const compiled = compileForm(json)
    if ('faults' in compiled) {
      // A value worked out from itself has no answer to agree on.
      if (!compiled.faults.every(fault => fault.text.en.includes('from itself')))
        differing.push({ n, faults: compiled.faults })
      continue
    }
    const answers = generatedAnswers(compiled.form, chance)
    const verdict = compiled.form.validate(answers, around)
    const ours: Outcome = {
      valid: verdict.valid,
      errors: verdict.errors.map(error => `${error.question}: ${error.type}`).sort(),
      data: verdict.data,
    }
    const want = theirs(json, answers)
    await turn()
    if (!want) continue
    const sameData = JSON.stringify(sorted(ours.data)) === JSON.stringify(sorted(want.data))
    if (ours.valid !== want.valid || ours.errors.join() !== want.errors.join() || !sameData)
      differing.push({
        n,
        json: JSON.stringify(json),
        answers: JSON.stringify(answers),
        ours: JSON.stringify(ours),
        want: JSON.stringify(want),
      })
  }
  expect(differing).toEqual([])
}, 900_000)

function sorted(data: unknown): unknown {
  return Object.entries(data as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))
}

import { performance } from 'node:perf_hooks'
import { compileForm } from '../src/forms/definition.ts'
import { plainDate } from '../src/shared/time.ts'
import { type Bench, median } from './bench.ts'

/** Ten questions of as many types, with conditions, an "other", a computed value and validators. */
const definition = {
  elements: [
    {
      type: 'radiogroup',
      name: 'overall',
      choices: [5, 4, 3, 2, 1],
      isRequired: true,
      showDontKnowItem: true,
    },
    { type: 'rating', name: 'speed', isRequired: true },
    {
      type: 'comment',
      name: 'why',
      visibleIf: '{overall} < 3',
      requiredIf: '{speed} < 3 and {overall} notempty',
    },
    {
      type: 'checkbox',
      name: 'ways',
      choices: ['web', 'paper', 'phone'],
      showOtherItem: true,
      minSelectedChoices: 1,
    },
    { type: 'matrix', name: 'themes', rows: ['a', 'b', 'c'], columns: [1, 2, 3], eachRowRequired: true },
    { type: 'dropdown', name: 'place', choices: ['window', 'home', 'street'] },
    { type: 'boolean', name: 'again' },
    { type: 'text', name: 'visits', inputType: 'number', min: 0, max: 99 },
    { type: 'text', name: 'mail', inputType: 'email', enableIf: '{again} = true' },
    { type: 'ranking', name: 'order', choices: ['x', 'y', 'z'] },
  ],
}
const answers = {
  overall: 2,
  speed: 4,
  why: '排队时间有点长',
  ways: ['web', 'other'],
  'ways-Comment': '微信群',
  themes: { a: 1, b: 2, c: 3 },
  place: 'home',
  again: true,
  visits: 3,
  mail: 'resident@example.org',
  order: ['z', 'x', 'y'],
}

const perBatch = 20_000
const batches = 7

/** Mean time of one validation, in µs: the middle one of several batches after a warm-up. */
export const formsBench: Bench = {
  name: 'forms',
  run: async tell => {
    const compiled = compileForm(definition)
    if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults))
    const around = { today: plainDate('2026-10-05') }
    const batchUs = () => {
      const started = performance.now()
      for (let n = 0; n < perBatch; n++)
        if (!compiled.form.validate(answers, around).valid) throw new Error('not valid')
      return ((performance.now() - started) * 1000) / perBatch
    }
    batchUs()
    const value = median(Array.from({ length: batches }, batchUs))
    tell({ name: 'validate ten questions, mean', value, floor: 20, unit: 'µs' })
  },
}

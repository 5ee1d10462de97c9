import { Model } from 'survey-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { compileForm } from '../../src/forms/definition.ts'
import { plainDate } from '../../src/shared/time.ts'

const around = { today: plainDate('2026-10-05') }
const json = {
  elements: [
    { type: 'rating', name: 'rate' },
    { type: 'text', name: 'count', inputType: 'number' },
    { type: 'text', name: 'day', inputType: 'date' },
    { type: 'boolean', name: 'yes' },
    { type: 'matrix', name: 'grid', rows: ['r1', 'r2'], columns: ['c1', 'c2'] },
    { type: 'checkbox', name: 'many', choices: ['a', 'b', 'c'], maxSelectedChoices: 2, showNoneItem: true },
    { type: 'text', name: 'short', maxLength: 5 },
    { type: 'radiogroup', name: 'one', choices: [1, 2] },
    { type: 'ranking', name: 'order', choices: ['x', 'y', 'z'] },
    { type: 'comment', name: 'said' },
  ],
}
const compiled = compileForm(json)
if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults))
const { form } = compiled

// survey-core tells the console of values that it does not like and takes all the same.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined))
afterEach(() => void vi.restoreAllMocks())

/** The rows of the table in docs/forms.md: every one is valid to survey-core. */
test.each([
  ['a rating above the scale', { rate: 9 }, 'rate', 'offscale'],
  ['a rating that is a word', { rate: 'abc' }, 'rate', 'offscale'],
  ['a rating between two steps', { rate: 3.5 }, 'rate', 'offscale'],
  ['a word for a number', { count: 'abc' }, 'count', 'notanumber'],
  ['a list for a number', { count: [1] }, 'count', 'notanumber'],
  ['a day that does not exist', { day: '2026-02-30' }, 'day', 'notadate'],
  ['a word for a day', { day: 'soon' }, 'day', 'notadate'],
  ['neither yes nor no', { yes: 'maybe' }, 'yes', 'notaboolean'],
  ['an unknown row', { grid: { r9: 'c1' } }, 'grid', 'unknownrow'],
  ['an unknown column', { grid: { r1: 'c9' } }, 'grid', 'unknowncolumn'],
  ['text for a matrix', { grid: 'c1' }, 'grid', 'notamatrix'],
  ['more choices than allowed', { many: ['a', 'b', 'c'] }, 'many', 'toomanychoices'],
  ['a choice twice', { many: ['a', 'a'] }, 'many', 'doubledchoice'],
  ['none together with others', { many: ['none', 'a'] }, 'many', 'exclusivechoice'],
  ['an unknown box', { many: ['d'] }, 'many', 'unknownchoice'],
  ['one value where boxes are ticked', { many: 'a' }, 'many', 'notalist'],
  ['text over its length', { short: '123456' }, 'short', 'toolong'],
  ['text over the length taken at all', { said: 'x'.repeat(5001) }, 'said', 'toolong'],
  ['a number for text', { said: 5 }, 'said', 'nottext'],
  ['a list of one for a choice', { one: [1] }, 'one', 'notachoice'],
  ['a choice’s number as text', { one: '1' }, 'one', 'unknownchoice'],
  ['an unknown choice', { one: 3 }, 'one', 'unknownchoice'],
  ['an order with one missing', { order: ['x', 'y'] }, 'order', 'incompleteranking'],
  ['an unknown question', { phone: '1' }, 'phone', 'unknownquestion'],
  ['a comment nobody asked for', { 'one-Comment': 'x' }, 'one', 'unknowncomment'],
  ['an empty object for text', { said: {} }, 'said', 'nottext'],
])('%s is refused, though survey-core lets it through', (_case, answers, question, type) => {
  const verdict = form.validate(answers, around)
  expect(verdict.errors.map(error => [error.question, error.type])).toEqual([[question, type]])
  expect(verdict.valid).toBe(false)
  const model = new Model(json)
  model.data = answers
  expect(model.validate(true)).toBe(true)
})

test.each([
  ['null', null],
  ['a list', []],
  ['text', 'x'],
  ['nothing', undefined],
])('%s is not a form', (_case, answers) => {
  expect(form.validate(answers, around)).toMatchObject({ valid: false, errors: [{ type: 'notanobject' }] })
})

test('keys of every object are unknown questions like any other', () => {
  const hostile: unknown = JSON.parse('{"__proto__": {"rate": 5}, "constructor": 1, "toString": 2}')
  expect(form.validate(hostile, around).errors.map(error => error.type)).toEqual([
    'unknownquestion',
    'unknownquestion',
    'unknownquestion',
  ])
})

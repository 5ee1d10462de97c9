import { expect, test } from 'vitest'
import { readAnswers } from '../../src/forms/answers.ts'
import { compileForm } from '../../src/forms/definition.ts'
import type { Form } from '../../src/forms/form.ts'
import { loadForm } from '../../src/forms/load.ts'
import { FormButtons, FormFields, formStyle, pageScript } from '../../src/forms/pages.tsx'
import { askedOf, stepOf } from '../../src/forms/paging.ts'
import { plainDate } from '../../src/shared/time.ts'

const around = { today: plainDate('2026-10-05') }
const satisfaction = loadForm('satisfaction')

function formOf(json: unknown): Form {
  const compiled = compileForm(json)
  if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults))
  return compiled.form
}

function shown(form: Form, props: Partial<Parameters<typeof FormFields>[0]> = {}): string {
  return String(<FormFields form={form} lang="zh-CN" around={around} {...props} />)
}

test('the satisfaction survey is a page of 14 KB at most with everything it needs', () => {
  const page = `${formStyle}${pageScript}${shown(satisfaction)}${String(<FormButtons form={satisfaction} lang="zh-CN" around={around} />)}`
  expect(Buffer.byteLength(page)).toBeLessThan(11_000)
  expect(Buffer.byteLength(pageScript)).toBeLessThan(1536)
})

test('every theme is a group of six large radio rows under its own name', () => {
  const html = shown(satisfaction)
  for (const name of ['overall', 'attitude', 'speed', 'openness', 'activities', 'response'])
    for (const value of ['5', '4', '3', '2', '1', 'dontknow'])
      expect(html).toContain(`name="${name}" value="${value}"`)
  expect(html.match(/<fieldset/g)).toHaveLength(6)
  expect(html).toContain('<textarea')
  expect(html).toContain('maxlength="500"')
})

test('what was typed is kept and each error stands at its question', () => {
  const typed = { speed: '2', opinion: '<b>好</b>' }
  const { answers } = readAnswers(satisfaction, typed)
  const { errors } = satisfaction.validate(answers, around)
  const html = shown(satisfaction, { answers, errors })
  expect(html).toContain('name="speed" value="2" checked=""')
  expect(html).toContain('&lt;b&gt;好&lt;/b&gt;')
  expect(html).toContain('<p class="e" id="q0e">请填写此题</p>')
  expect(html).toContain('aria-describedby="q0e"')
  expect(html).toContain('href="#q0"')
  expect(html).not.toContain('id="q2e"')
})

test('English asks in English', () => {
  const html = shown(satisfaction, { lang: 'en' })
  expect(html).toContain('Very satisfied')
  expect(html).not.toContain('满意')
})

const allTypes = formOf({
  elements: [
    { type: 'text', name: 'count', inputType: 'number', min: 0 },
    { type: 'text', name: 'day', inputType: 'date' },
    { type: 'comment', name: 'said' },
    { type: 'radiogroup', name: 'one', choices: [1, 2], showOtherItem: true },
    { type: 'dropdown', name: 'drop', choices: ['a', 'b'] },
    { type: 'checkbox', name: 'many', choices: ['a', 'b', 3] },
    { type: 'rating', name: 'rate' },
    { type: 'boolean', name: 'yes' },
    { type: 'matrix', name: 'grid', rows: ['r one', 'r2'], columns: [1, 2] },
    { type: 'ranking', name: 'order', choices: ['x', 'y', 'z'] },
    { type: 'html', name: 'note', html: '<p>读一读</p>' },
    { type: 'expression', name: 'sum', expression: '{count} + 1' },
  ],
})

test('a posted form becomes answers of the right types', () => {
  const posted = {
    _response: 'abc',
    count: '４２',
    day: '2026-10-05',
    said: 'one\r\ntwo',
    one: 'other',
    'one-Comment': 'something',
    drop: '',
    many: ['a', '3'],
    rate: '4',
    yes: 'false',
    'grid[r one]': '2',
    'order[x]': '2',
    'order[y]': '1',
    'order[z]': '3',
    token: 'own',
  }
  const read = readAnswers(allTypes, posted, ['token'])
  expect(read.errors).toEqual([])
  expect(read.answers).toEqual({
    count: 42,
    day: '2026-10-05',
    said: 'one\ntwo',
    one: 'other',
    'one-Comment': 'something',
    many: ['a', 3],
    rate: 4,
    yes: false,
    grid: { 'r one': 2 },
    order: ['y', 'x', 'z'],
  })
  expect(allTypes.validate(read.answers, around)).toMatchObject({ valid: true, data: { sum: 43 } })
})

test.each([
  ['a field that no question has', { phone: '1' }, 'phone', 'unknownquestion'],
  ['a field that comes twice', { rate: ['1', '2'] }, 'rate', 'severalanswers'],
  ['a part of a question without parts', { 'rate[x]': '1' }, 'rate[x]', 'unknownquestion'],
  ['a row that comes twice', { 'grid[r2]': ['1', '2'] }, 'grid', 'severalanswers'],
])('%s is told', (_case, posted, question, type) => {
  expect(readAnswers(allTypes, posted).errors).toMatchObject([{ question, type }])
})

test.each([
  [
    'a place given twice',
    { 'order[x]': '1', 'order[y]': '1', 'order[z]': '2' },
    'order',
    'incompleteranking',
  ],
  ['a word for a number', { count: 'many' }, 'count', 'notanumber'],
  ['a row that is not there', { 'grid[r9]': '1' }, 'grid', 'unknownrow'],
  ['a box that is not there', { many: 'q' }, 'many', 'unknownchoice'],
])('%s is refused', (_case, posted, question, type) => {
  const { answers } = readAnswers(allTypes, posted)
  expect(allTypes.validate(answers, around).errors).toMatchObject([{ question, type }])
})

const threePages = formOf({
  pages: [
    { name: 'first', elements: [{ type: 'boolean', name: 'held', isRequired: true }] },
    {
      name: 'second',
      visibleIf: '{held} = true',
      elements: [{ type: 'text', name: 'came', inputType: 'number', isRequired: true }],
    },
    {
      name: 'third',
      elements: [
        { type: 'comment', name: 'more' },
        { type: 'checkbox', name: 'kinds', choices: ['a', 'b'] },
      ],
    },
  ],
})
const step = (posted: Record<string, string | string[]>, page: number, go: 'next' | 'back' = 'next') =>
  stepOf(
    threePages,
    readAnswers(threePages, posted),
    askedOf(threePages, { ...posted, _page: String(page), _go: go }),
    around,
  )

test('pages come one after another, and those that do not apply are left out', () => {
  expect(step({ held: 'true' }, 0)).toMatchObject({ kind: 'page', page: 1, errors: [] })
  expect(step({ held: 'false' }, 0)).toMatchObject({ kind: 'page', page: 2, errors: [] })
  expect(step({ held: 'true', came: '12' }, 1, 'back')).toMatchObject({ kind: 'page', page: 0 })
  expect(step({ held: 'true', came: '12' }, 2)).toMatchObject({
    kind: 'end',
    verdict: { valid: true, data: { held: true, came: 12 } },
  })
})

test('answers that come without a page are all there is, and a page that is not there counts as none', () => {
  const read = readAnswers(threePages, { held: 'false' })
  for (const posted of [{}, { _page: '7' }, { _page: 'x' }])
    expect(stepOf(threePages, read, askedOf(threePages, posted), around)).toMatchObject({
      kind: 'end',
      verdict: { valid: true },
    })
})

test('a page with an error is shown again, and an earlier page when it was tampered with', () => {
  expect(step({}, 0)).toMatchObject({
    kind: 'page',
    page: 0,
    errors: [{ question: 'held', type: 'required' }],
  })
  expect(step({ held: 'true', came: 'x' }, 2)).toMatchObject({ page: 1, errors: [{ type: 'notanumber' }] })
  expect(step({ held: 'true', more: 'said' }, 2)).toMatchObject({ page: 1, errors: [{ type: 'required' }] })
})

test('the answers of other pages travel along as hidden fields', () => {
  const html = shown(threePages, { page: 1, answers: { held: true, kinds: ['a', 'b'] } })
  expect(html).toContain('<input type="hidden" name="_page" value="1"')
  expect(html).toContain('<input type="hidden" name="held" value="true"')
  expect(html).toContain('<input type="hidden" name="kinds" value="b"')
  expect(html).toContain('第 2 页，共 3 页')
})

const conditional = formOf({
  elements: [
    { type: 'radiogroup', name: 'held', choices: ['yes', 'no'] },
    { type: 'comment', name: 'why', visibleIf: "{held} = 'no'", isRequired: true },
  ],
})

test('a conditional question is shown while its condition is in doubt, and hidden once it is settled', () => {
  expect(shown(conditional)).toContain('data-if="[&quot;=&quot;,&quot;held&quot;,&quot;no&quot;]"')
  expect(shown(conditional)).not.toContain('hidden=""')
  expect(shown(conditional, { answers: { held: 'yes' } })).toContain('hidden=""')
  expect(shown(conditional, { answers: { held: 'no' } })).not.toContain('hidden=""')
})

test('what is filled into a question that does not apply is ignored', () => {
  const { answers } = readAnswers(conditional, { held: 'yes', why: 'typed before' })
  expect(conditional.validate(answers, around)).toEqual({ valid: true, errors: [], data: { held: 'yes' } })
})

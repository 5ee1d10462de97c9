import type { Form, Question } from '../../src/forms/form.ts'
import type { Chance } from './oracle.ts'

type Json = Record<string, unknown>

const types = [
  'text',
  'text',
  'comment',
  'radiogroup',
  'dropdown',
  'checkbox',
  'rating',
  'boolean',
  'matrix',
  'ranking',
  'html',
  'expression',
] as const

/** A definition of the subset, of one to three pages, with conditions that name its own questions. */
export function generatedForm(chance: Chance): Json {
  const size = 2 + chance.below(7)
  const names = Array.from({ length: size }, (_, index) => `q${index + 1}`)
  const made = names.map(name => generatedQuestion(name, names, chance))
  const elements: Json[] = []
  while (made.length > 0) {
    const taken = made.splice(0, 1 + chance.below(3))
    if (chance.in(0.25))
      elements.push({
        type: 'panel',
        name: `panel${elements.length}`,
        ...around(taken, names, chance, 0.25),
        elements: taken,
      })
    else elements.push(...taken)
  }
  const survey: Json = { title: { default: 'Form', 'zh-cn': '表' } }
  if (chance.in(0.2)) survey.clearInvisibleValues = chance.one(['none', 'onComplete', true, false])
  if (chance.in(0.3))
    survey.calculatedValues = [
      {
        name: 'total',
        expression: chance.one([
          `count({${chance.one(names)}})`,
          `iif({${chance.one(names)}} notempty, 2, 0)`,
        ]),
        includeIntoResult: chance.in(0.5),
      },
    ]
  if (chance.in(0.5)) return { ...survey, elements }
  const cut = chance.below(elements.length)
  const parts = [elements.slice(0, cut), elements.slice(cut)].filter(part => part.length > 0)
  return {
    ...survey,
    pages: parts.map((part, index) => ({
      name: `page${index}`,
      ...around(part, names, chance, 0.1),
      elements: part,
    })),
  }
}

/** Conditions of a container; survey-core leaves expressions on read-only ones out, depending on the order of events. */
function around(elements: readonly Json[], names: readonly string[], chance: Chance, share: number): Json {
  const own = conditions(names, chance, share)
  const computes = JSON.stringify(elements).includes('"type":"expression"')
  return computes ? only(own, ['visible', 'visibleIf', 'isRequired', 'requiredIf']) : own
}

function conditions(names: readonly string[], chance: Chance, share: number): Json {
  const own: Json = {}
  if (chance.in(share)) own.visibleIf = generatedCondition(names, chance)
  if (chance.in(share / 4)) own.visible = chance.in(0.5)
  if (chance.in(share / 2)) own.enableIf = generatedCondition(names, chance)
  if (chance.in(share / 4)) own.readOnly = true
  if (chance.in(share * 2)) own.isRequired = true
  if (chance.in(share / 2)) own.requiredIf = generatedCondition(names, chance)
  return own
}

function generatedCondition(names: readonly string[], chance: Chance): string {
  const one = () => {
    const name = chance.one(names)
    return chance.one([
      `{${name}} notempty`,
      `{${name}} empty`,
      `{${name}} = ${chance.one(['1', '2', "'a'", 'true', "'other'", "'yes'"])}`,
      `{${name}} <> 'b'`,
      `{${name}} > ${chance.below(5)}`,
      `{${name}} contains 'a'`,
      `{${name}} anyof ['a', 'b', 2]`,
      `{${name}.length} > 1`,
      `{${name}.r1} = 'c1'`,
      `{${name}-Comment} notempty`,
    ])
  }
  return chance.in(0.3) ? `${one()} ${chance.one(['and', 'or'])} ${one()}` : one()
}

function generatedQuestion(name: string, names: readonly string[], chance: Chance): Json {
  const type = chance.one(types)
  const base: Json = { type, name, ...conditions(names, chance, 0.25) }
  if (type === 'html')
    return { type, name, html: '<p>Read this</p>', ...only(base, ['visible', 'visibleIf']) }
  if (type === 'expression')
    return {
      type,
      name,
      ...only(base, ['visible', 'visibleIf']),
      expression: chance.one([
        `{${chance.one(names)}} + 1`,
        `iif({${chance.one(names)}} notempty, 'full', '')`,
        `count({${chance.one(names)}})`,
        '1 / 3',
      ]),
      ...(chance.in(0.5) ? { precision: 2 } : {}),
    }
  if (chance.in(0.3)) base.validators = generatedValidators(type, names, chance)
  if (chance.in(0.15)) base.clearIfInvisible = chance.one(['none', 'onComplete', 'default'])
  const choices = chance.one([
    ['a', 'b', 'c'],
    [1, 2, 3, 0],
    [{ value: 'a', text: 'A' }, 'b|B', 2],
  ])
  switch (type) {
    case 'text': {
      const inputType = chance.one([
        'text',
        'number',
        'number',
        'email',
        'date',
        'tel',
        'url',
        'month',
        'time',
      ])
      const own: Json = { inputType }
      if (inputType === 'number' && chance.in(0.6)) Object.assign(own, { min: 2, max: 10 })
      if (inputType === 'number' && chance.in(0.3)) own.step = chance.one([1, 0.5, 3])
      if (inputType === 'date' && chance.in(0.5)) Object.assign(own, { min: '2026-01-01', max: '2026-12-31' })
      return { ...base, ...own }
    }
    case 'comment':
      return { ...base, ...(chance.in(0.2) ? { maxLength: 50 } : {}) }
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox': {
      const own: Json = { choices }
      if (chance.in(0.4)) own.showOtherItem = true
      else if (chance.in(0.2)) own.showCommentArea = true
      if (chance.in(0.3)) own.showNoneItem = true
      if (chance.in(0.2)) own.showDontKnowItem = true
      if (chance.in(0.2)) own.showRefuseItem = true
      if (type === 'checkbox' && chance.in(0.3)) own.minSelectedChoices = 2
      if (type === 'checkbox' && chance.in(0.3)) own.maxSelectedChoices = 3
      return { ...base, ...own }
    }
    case 'rating':
      return {
        ...base,
        ...chance.one<Json>([
          {},
          { rateMax: 10 },
          { rateMin: 0, rateMax: 4, rateStep: 2 },
          { rateMin: 1, rateMax: 2, rateStep: 0.5 },
          { rateValues: ['a', 'b', 2], autoGenerate: false },
        ]),
        ...(chance.in(0.2) ? { showCommentArea: true } : {}),
      }
    case 'boolean':
      return { ...base, ...(chance.in(0.4) ? { valueTrue: 'yes', valueFalse: 'no' } : {}) }
    case 'matrix':
      return {
        ...base,
        rows: ['r1', { value: 'r2', text: 'Row two' }, 'r3'],
        columns: ['c1', 'c2', 'c3'],
        ...(chance.in(0.4) ? { eachRowRequired: true } : {}),
        ...(chance.in(0.3) ? { eachRowUnique: true } : {}),
      }
    case 'ranking':
      return { ...base, choices }
  }
}

function only(json: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => keys.includes(key)))
}

function generatedValidators(type: string, names: readonly string[], chance: Chance): readonly Json[] {
  const all: Json[] = [
    { type: 'expression', expression: generatedCondition(names, chance), text: 'No' },
    { type: 'numeric', minValue: 2, maxValue: 8 },
    { type: 'numericvalidator', minValue: 0 },
  ]
  if (type === 'text' || type === 'comment')
    all.push(
      { type: 'text', minLength: 3, maxLength: 6 },
      { type: 'text', allowDigits: false },
      { type: 'email' },
    )
  if (type === 'checkbox') all.push({ type: 'answercount', minCount: 2, maxCount: 2 })
  return [chance.one(all), ...(chance.in(0.3) ? [chance.one(all)] : [])]
}

/** Well-formed answers: each question answered, left out, or answered with something empty. */
export function generatedAnswers(form: Form, chance: Chance): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  const computes =
    form.calculated.length > 0 || form.questions.some(question => question.type === 'expression')
  for (const question of form.questions) {
    if (question.type === 'html' || question.type === 'expression') continue
    if (chance.in(0.75)) answers[question.name] = answerTo(question, chance)
    // survey-core counts an empty text as an answer or not, depending on the order of its events.
    if (computes && answers[question.name] === '') delete answers[question.name]
    const comment =
      question.comment !== undefined || ('specials' in question && question.specials.includes('other'))
    if (comment && chance.in(0.4)) answers[`${question.name}-Comment`] = chance.one(['', ' ', 'said', 'a'])
  }
  return answers
}

function answerTo(question: Question, chance: Chance): unknown {
  if (chance.in(0.06)) return chance.one([null, ''])
  switch (question.type) {
    case 'text':
      if (question.inputType === 'number') return chance.one([0, 1, 2, 5, 7.5, 10, 11, -3, 3, '4', '12'])
      if (question.inputType === 'date')
        return chance.one(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'])
      if (question.inputType === 'month') return '2026-02'
      if (question.inputType === 'time') return '09:30'
      return chance.one([
        'a',
        'abc',
        'a1',
        '   ',
        '12',
        'x@example.org',
        'not mail',
        '一二三',
        'long enough text',
        'b@',
      ])
    case 'comment':
      return chance.one(['a', 'abc', 'fine 2', '\n', '5', 'true'])
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return chance.one(question.choices).value
    case 'checkbox': {
      const alone = question.specials.filter(kind => kind !== 'other')
      if (alone.length > 0 && chance.in(0.2)) return [chance.one(alone)]
      const many = question.choices
        .map(choice => choice.value)
        .filter(value => !(alone as readonly unknown[]).includes(value))
      const most = question.maxSelected || many.length
      return many.filter(() => chance.in(0.5)).slice(0, most)
    }
    case 'boolean':
      return chance.one([question.valueTrue, question.valueFalse])
    case 'matrix':
      return Object.fromEntries(
        question.rows
          .filter(() => chance.in(0.7))
          .map(row => [row.value, chance.one(question.columns).value]),
      )
    case 'ranking':
      return chance.in(0.1)
        ? []
        : question.choices.map(choice => choice.value).sort(() => (chance.in(0.5) ? 1 : -1))
    case 'html':
    case 'expression':
      return undefined
  }
}

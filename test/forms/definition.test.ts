import { expect, test } from 'vitest'
import { compileForm } from '../../src/forms/definition.ts'
import { forbiddenWords } from '../../src/forms/scope.ts'

function faultsOf(json: unknown): readonly (readonly [string, string])[] {
  const compiled = compileForm(json)
  return 'faults' in compiled ? compiled.faults.map(({ place, text }) => [place, text.en] as const) : []
}
const asking = (...elements: readonly unknown[]) => ({ elements })
const inPages = (...elements: readonly unknown[]) => ({ pages: [{ elements }] })
const text = { type: 'text', name: 'a' }

test.each([
  ['not an object', [], '', /expected object/],
  ['without questions', { pages: [{ elements: [] }] }, 'pages', /no questions/],
  [
    'an unknown key of the survey',
    { ...asking(text), triggers: [] },
    'triggers',
    /“triggers” is not supported/,
  ],
  [
    'an unknown key of a question',
    asking({ ...text, maskType: 'x' }),
    'elements[0].maskType',
    /not supported/,
  ],
  [
    'a type outside the subset',
    asking({ type: 'file', name: 'a' }),
    'elements[0].type',
    /type is not supported/,
  ],
  [
    'a type outside the subset, inside a panel',
    inPages({ type: 'panel', name: 'p', elements: [{ type: 'matrixdynamic', name: 'a' }] }),
    'pages[0].elements[0].elements[0].type',
    /type is not supported/,
  ],
  [
    'an author’s regular expression',
    inPages(text, { type: 'text', name: 'b', validators: [{ type: 'regex', regex: '^(a+)+$' }] }),
    'pages[0].elements[1].validators[0].regex',
    /regular expressions/,
  ],
  [
    'an unknown validator',
    asking({ ...text, validators: [{ type: 'custom' }] }),
    'elements[0].validators[0].type',
    /type is not supported/,
  ],
  ['a name used twice', asking(text, { ...text, name: 'A' }), 'elements[1].name', /used twice/],
  [
    'a name of the page’s own',
    asking({ ...text, name: '_page' }),
    'elements[0].name',
    /not what is expected/,
  ],
  ['a name that is a comment’s', asking({ ...text, name: 'a-Comment' }), 'elements[0].name', /not what/],
  ['a name of every object', asking({ ...text, name: 'constructor' }), 'elements[0].name', /not what/],
  [
    'an unreadable condition',
    asking({ ...text, visibleIf: '{a} =' }),
    'elements[0].visibleIf',
    /character 6/,
  ],
  [
    'an unknown function',
    asking({ ...text, requiredIf: 'isReady({a})' }),
    'elements[0].requiredIf',
    /“isReady”/,
  ],
  ['an unknown variable', asking({ ...text, visibleIf: '{b} = 1' }), 'elements[0].visibleIf', /“b”/],
  [
    'an element’s property',
    asking({ ...text, visibleIf: '{$a.visible}' }),
    'elements[0].visibleIf',
    /“\$a.visible”/,
  ],
  [
    'a value worked out from itself',
    asking(
      { type: 'expression', name: 'a', expression: '{b} + 1' },
      { type: 'expression', name: 'b', expression: '{a}' },
    ),
    'elements[0].expression',
    /from itself/,
  ],
  [
    'a choice twice',
    asking({ type: 'radiogroup', name: 'a', choices: [1, '1'] }),
    'elements[0].choices[1]',
    /twice/,
  ],
  ['no choices', asking({ type: 'radiogroup', name: 'a', choices: [] }), 'elements[0].choices', /not what/],
  [
    'limits upside down',
    asking({ ...text, inputType: 'number', min: 5, max: 1 }),
    'elements[0].min',
    /least is more/,
  ],
  ['limits of a text', asking({ ...text, min: 5 }), 'elements[0].min', /numbers and dates/],
  [
    'a script in a text',
    asking({ type: 'html', name: 'a', html: '<script>1</script>' }),
    'elements[0].html',
    /only p br/,
  ],
  [
    'a handler in a text',
    asking({ type: 'html', name: 'a', html: '<p onclick="x()">1</p>' }),
    'elements[0].html',
    /without attributes/,
  ],
  [
    'a value kept by the browser',
    { ...asking(text), clearInvisibleValues: 'onHidden' },
    'clearInvisibleValues',
    /not what/,
  ],
  [
    'two overall questions',
    asking(
      { type: 'rating', name: 'a', scoring: { overall: true } },
      { type: 'rating', name: 'b', scoring: { overall: true } },
    ),
    'elements[1].scoring',
    /only one question/,
  ],
  [
    'an overall question without levels',
    asking({ ...text, scoring: { overall: true } }),
    'elements[0].scoring',
    /levels 1 to 5/,
  ],
])('%s is refused with its place', (_case, json, place, sentence) => {
  const faults = faultsOf(json)
  expect(faults).toContainEqual([place, expect.stringMatching(sentence)])
})

test('a panel that contains itself over and over is refused, not followed', () => {
  let panel: unknown = text
  for (let depth = 0; depth < 5000; depth++) panel = { type: 'panel', name: `p${depth}`, elements: [panel] }
  expect(faultsOf(asking(panel))).toEqual([['', expect.stringMatching(/nested too deeply/)]])
})

test.each(forbiddenWords)(
  'a definition that asks about persons (%s) is refused, naming the word and where it stands',
  word => {
    expect(faultsOf({ ...asking(text), title: `登记${word}情况` })).toEqual([
      ['title', expect.stringContaining(word)],
    ])
    const choice = asking({
      type: 'radiogroup',
      name: 'a',
      choices: ['x', { value: 'y', text: { 'zh-cn': word } }],
    })
    expect(faultsOf(choice)).toEqual([['elements[0].choices[1].text.zh-cn', expect.stringContaining(word)]])
    const spaced = asking({ ...text, description: [...word].join(' ') })
    expect(faultsOf(spaced)).toEqual([['elements[0].description', expect.stringContaining(word)]])
  },
)

test('scoring is handed through unread, wherever it stands', () => {
  const scoring = { points: 5, anything: [1] }
  const compiled = compileForm({
    scoring,
    pages: [
      {
        name: 'p',
        scoring,
        elements: [
          { type: 'panel', name: 'q', scoring, elements: [{ ...text, scoring }] },
          { type: 'radiogroup', name: 'c', choices: [{ value: 1, scoring }] },
        ],
      },
    ],
  })
  if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults))
  const { form } = compiled
  const choice = form.question('c')
  expect([
    form.scoring,
    form.pages[0]?.scoring,
    form.pages[0]?.elements[0]?.scoring,
    form.question('a')?.scoring,
    choice?.type === 'radiogroup' && choice.choices[0]?.scoring,
  ]).toEqual([scoring, scoring, scoring, scoring, scoring])
})

test('texts are looked up by language, base language and default', () => {
  const title = (value: unknown) => {
    const compiled = compileForm({ ...asking(text), title: value })
    return 'form' in compiled ? compiled.form.title : compiled.faults
  }
  expect(title('题')).toEqual({ 'zh-CN': '题', en: '题' })
  expect(title({ default: 'T', 'zh-cn': '题' })).toEqual({ 'zh-CN': '题', en: 'T' })
  expect(title({ default: 'T', zh: '题' })).toEqual({ 'zh-CN': '题', en: 'T' })
  expect(title({ default: '题', en: 'T' })).toEqual({ 'zh-CN': '题', en: 'T' })
  expect(title({ 'zh-cn': '题' })).toEqual({ 'zh-CN': '题', en: '题' })
})

test('keys that only arrange the page are taken with a warning', () => {
  const compiled = compileForm({ ...asking({ ...text, startWithNewLine: false }), showProgressBar: true })
  expect('form' in compiled && compiled.form.warnings.map(({ place }) => place)).toEqual([
    'showProgressBar',
    'elements[0].startWithNewLine',
  ])
})

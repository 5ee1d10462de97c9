import { expect, test } from 'vitest'
import { readAnswers } from '../../src/forms/answers.ts'
import { compileForm } from '../../src/forms/definition.ts'
import { type Form, isMet } from '../../src/forms/form.ts'
import { loadForm } from '../../src/forms/load.ts'
import { FormButtons, FormFields, formStyle, pageScript } from '../../src/forms/pages.tsx'
import { plainDate } from '../../src/shared/time.ts'
import { describeInBrowser, expectAccessible, openPage } from './browser.ts'

const around = { today: plainDate('2026-10-05') }

function formOf(json: unknown): Form {
  const compiled = compileForm(json)
  if ('faults' in compiled) throw new Error(JSON.stringify(compiled.faults))
  return compiled.form
}

function pageOf(form: Form, answers: Record<string, unknown> = {}, large = false): string {
  const { errors } = form.validate(answers, around)
  const props = { form, lang: 'zh-CN', around, answers, errors } as const
  const fields = `${String(<FormFields {...props} />)}${String(<FormButtons {...props} />)}`
  return `<!doctype html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>问卷</title><style>${formStyle}</style></head><body class="${large ? 'large' : ''}">
    <main><h1>问卷</h1><form method="post" action="/sent">${fields}</form></main><script>${pageScript}</script></body></html>`
}

const everything = formOf({
  elements: [
    { type: 'text', name: 'count', inputType: 'number', isRequired: true },
    { type: 'text', name: 'mail', inputType: 'email', description: '可不填' },
    { type: 'comment', name: 'said' },
    { type: 'radiogroup', name: 'one', choices: [1, 2], showOtherItem: true, isRequired: true },
    { type: 'dropdown', name: 'drop', choices: ['a', 'b'], isRequired: true },
    { type: 'checkbox', name: 'many', choices: ['a', 'b'], isRequired: true },
    { type: 'rating', name: 'rate', minRateDescription: '差', maxRateDescription: '好' },
    { type: 'boolean', name: 'yes' },
    { type: 'matrix', name: 'grid', rows: ['r1', 'r2'], columns: [1, 2], eachRowRequired: true },
    { type: 'ranking', name: 'order', choices: ['x', 'y', 'z'] },
    { type: 'html', name: 'note', html: '<p>读一读</p>' },
    { type: 'expression', name: 'sum', expression: '{count} + 1' },
    {
      type: 'panel',
      name: 'p',
      title: '更多',
      elements: [{ type: 'comment', name: 'more', visibleIf: '{yes} = true' }],
    },
  ],
})

const conditions = [
  "{one} = 'b'",
  "{one} <> 'b'",
  '{one} empty',
  '{many} notempty',
  "{many} contains 'b'",
  "{many} anyof ['a', 'c']",
  "{one} anyof ['a', 'c']",
  '{count} > 3',
  '{count} <= 3',
  "{count} >= 3 and {one} = 'a'",
  "{count} = 3 or {many} contains 'a'",
  "!({one} = 'a')",
  "{word} = ' YES '",
  "{word} contains 'e'",
]
const tries = [
  {},
  { one: 'a' },
  { one: 'b', count: '3' },
  { one: 'c', count: '10', many: ['a'] },
  { many: ['b', 'c'], word: 'yes' },
  { one: 'a', count: '3', many: ['a', 'b', 'c'], word: 'Other' },
]

const dependent = formOf({
  elements: [
    { type: 'radiogroup', name: 'one', choices: ['a', 'b', 'c'] },
    { type: 'checkbox', name: 'many', choices: ['a', 'b', 'c'] },
    { type: 'text', name: 'count', inputType: 'number' },
    { type: 'text', name: 'word' },
    ...conditions.map((visibleIf, index) => ({
      type: 'text',
      name: `d${index}`,
      title: visibleIf,
      visibleIf,
    })),
  ],
})

describeInBrowser('a form', () => {
  for (const [name, look] of Object.entries({ light: {}, dark: { dark: true }, large: {} }))
    test(`has nothing for axe-core to complain of, with errors and without (${name})`, async () => {
      const page = await openPage(look)
      for (const content of [
        pageOf(loadForm('satisfaction'), { overall: 5 }),
        pageOf(everything),
        pageOf(
          everything,
          { count: 'x', one: 'other', many: ['a'], yes: true, order: ['x'] },
          name === 'large',
        ),
      ]) {
        await page.setContent(content)
        await expectAccessible(page)
      }
      await page.close()
    })

  test('has rows that a thumb can hit', async () => {
    const page = await openPage()
    await page.setContent(pageOf(loadForm('satisfaction')))
    const heights = await page
      .locator('label.o')
      .evaluateAll(rows => rows.map(row => row.getBoundingClientRect().height))
    expect(heights).toHaveLength(36)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
    await page.close()
  })

  test('shows and hides by script what the server would', async () => {
    const page = await openPage()
    for (const answers of tries) {
      await page.setContent(pageOf(dependent))
      const given: Record<string, string | string[]> = answers
      for (const [name, value] of Object.entries(given)) {
        if (name === 'count' || name === 'word') await page.fill(`[name=${name}]`, String(value))
        else for (const one of [value].flat()) await page.check(`[name=${name}][value=${one}]`)
      }
      const read = readAnswers(dependent, given).answers
      const wanted = dependent.questions.filter(
        question => question.visible.expression && isMet(question.visible, read, around),
      )
      const visible = await page
        .locator('[data-if]:not([hidden]) input')
        .evaluateAll(inputs => inputs.map(input => input.getAttribute('name')))
      expect(visible, JSON.stringify(answers)).toEqual(wanted.map(question => question.name))
    }
    await page.close()
  })

  test('shows everything in doubt where there is no script', async () => {
    const page = await openPage({ script: false })
    await page.setContent(pageOf(dependent))
    expect(await page.locator('[data-if]:visible').count()).toBe(conditions.length)
    await page.close()
  })
})

import { expect, test } from 'vitest'
import { loadForm } from '../../src/forms/load.ts'
import { levelQuestions, overallQuestion } from '../../src/forms/overall.ts'
import { plainDate } from '../../src/shared/time.ts'

const form = loadForm('satisfaction')
const around = { today: plainDate('2026-10-05') }
const themes = ['overall', 'attitude', 'speed', 'openness', 'activities', 'response']
const satisfied = Object.fromEntries(themes.map(theme => [theme, 4]))

test('the satisfaction survey asks the six themes by level, and one of them is the overall one', () => {
  expect(levelQuestions(form).map(question => question.name)).toEqual(themes)
  expect(overallQuestion(form)?.name).toBe('overall')
  expect(form.version).toBe('2026.1')
  expect(form.title).toEqual({ 'zh-CN': '群众满意度调查', en: 'Resident satisfaction survey' })
  expect(overallQuestion(form)?.choices.map(choice => [choice.value, choice.text['zh-CN']])).toEqual([
    [5, '非常满意'],
    [4, '满意'],
    [3, '基本满意'],
    [2, '不满意'],
    [1, '非常不满意'],
    ['dontknow', '不了解'],
  ])
})

test('an answer with or without an opinion is valid', () => {
  expect(form.validate(satisfied, around)).toEqual({ valid: true, errors: [], data: satisfied })
  const answers = { ...satisfied, speed: 'dontknow', opinion: '办事大厅早点开门' }
  expect(form.validate(answers, around)).toEqual({ valid: true, errors: [], data: answers })
})

test.each([
  ['a theme left out', { ...satisfied, speed: undefined }, 'speed', 'required'],
  ['a level off the scale', { ...satisfied, speed: 6 }, 'speed', 'unknownchoice'],
  ['a level as text', { ...satisfied, speed: '4' }, 'speed', 'unknownchoice'],
  ['an opinion of 501 characters', { ...satisfied, opinion: '好'.repeat(501) }, 'opinion', 'toolong'],
  ['a question that is not asked', { ...satisfied, phone: '13800000000' }, 'phone', 'unknownquestion'],
])('%s is refused', (_case, answers, question, type) => {
  const { valid, errors } = form.validate(JSON.parse(JSON.stringify(answers)), around)
  expect({ valid, errors: errors.map(error => [error.question, error.type]) }).toEqual({
    valid: false,
    errors: [[question, type]],
  })
})

import { expect, test } from 'vitest'
import { parseRubric } from '../../src/ratings/parse-rubric.ts'
import { rubricJson, theRubric } from './rubric.ts'

function faultsAfter(change: (json: ReturnType<typeof rubricJson>) => void): string[] {
  const json = rubricJson()
  change(json)
  const parsed = parseRubric(json)
  return 'faults' in parsed ? parsed.faults.map(fault => fault.text.en) : []
}

test('the default rubric is 2026.1: 100 points in 22 items and 8 gates', () => {
  const rubric = theRubric()
  expect(rubric.version).toBe('2026.1')
  expect(rubric.sections.map(section => [section.id, section.points])).toEqual([
    ['A', 25],
    ['B', 20],
    ['C', 15],
    ['D', 20],
    ['E', 10],
    ['F', 10],
  ])
  expect([rubric.items.length, rubric.gates.length]).toEqual([22, 8])
})

test('every text of the rubric is there in Chinese and in English', () => {
  const { items, gates, form } = theRubric()
  const texts = [
    ...items.flatMap(item => [item.title, item.rule, item.evidence]),
    ...gates.flatMap(gate => [gate.title, ...Object.values(gate.conditions).map(each => each.text)]),
    ...form.questions.map(question => question.title),
  ]
  expect(texts.filter(text => !/\p{Script=Han}/u.test(text['zh-CN']))).toEqual([])
  expect(texts.filter(text => /\p{Script=Han}/u.test(text.en) || text.en === '')).toEqual([])
})

test('points that do not add up are refused, with both sums', () => {
  expect(
    faultsAfter(json => {
      json.pages[0].elements[0].scoring.points = 6
    }),
  ).toEqual(['the items of section A add up to 26 points, not 25.'])
  expect(
    faultsAfter(json => {
      json.pages[0].scoring.points = 26
      json.pages[0].elements[0].scoring.points = 6
    }),
  ).toEqual(['the sections add up to 101 points, not 100.'])
})

test('bands that overlap or give too much are refused', () => {
  const bands = (json: ReturnType<typeof rubricJson>) => json.pages[2].elements[0].scoring.bands
  const overlapping = faultsAfter(json => {
    bands(json)[1].from = 0.3
  })
  expect(overlapping).toEqual(['starts where the band before it starts'])
  const generous = faultsAfter(json => {
    bands(json)[2].points = 7
  })
  expect(generous).toHaveLength(1)
})

test('gates and items that name what does not exist are refused', () => {
  const faults = faultsAfter(json => {
    json.scoring.gates[0].items = ['A9']
    json.scoring.gates[1].firstClass.if = '{fundsSpent} > 0'
    json.pages[4].elements[0].scoring.value = '0.5 * {activities}'
  })
  expect(faults).toEqual([
    'E1 reads “activities”, which is neither a question nor a figure.',
    'gate G1 names the item A9, which does not exist.',
    'G2 reads “fundsSpent”, which is neither a question nor a figure.',
  ])
})

test('thresholds out of order and unreadable settings are refused', () => {
  expect(
    faultsAfter(json => {
      json.scoring.grades.qualified.totalPercent = 95
    }),
  ).toEqual(['qualified needs a higher total than first-class.'])
  expect(
    faultsAfter(json => {
      json.scoring.shares.firstClassBase = 'some'
    }),
  ).toHaveLength(1)
})

test('a rubric that asks about persons is refused', () => {
  const faults = faultsAfter(json => {
    json.pages[0].elements[0].elements[0].title = { default: '孕检人数', en: 'x' }
  })
  expect(faults.join()).toContain('孕检')
})

import { expect, test } from 'vitest'
import { instant, plusMinutes, plusSeconds } from '../../src/shared/time.ts'
import type { Answer } from '../../src/surveys/answer.ts'
import { watch } from '../../src/surveys/watch.ts'
import { round, standard } from './world.ts'

const limits = {
  burst: { answers: 3, minutes: 5 },
  identical: { answers: 2, minutes: 60 },
  straight: 2,
  seconds: 8,
}
const said = (text: string) => ({ 'zh-CN': text, en: text })
const watched = {
  id: 'r',
  form: { ...round().form, themes: ['overall', 'speed'].map(name => ({ name, title: said(name) })) },
  standard: { ...standard, signals: limits },
}
const start = instant('2026-10-05T01:00:00Z')
const answer = (id: string, overall = 5, speed = 4, more: Partial<Answer> = {}): Answer => ({
  id,
  unit: 'xiahe',
  choices: { overall, speed },
  texts: {},
  channel: 'online',
  hour: '2026-10-05T09',
  ...more,
})

function arriving() {
  const eye = watch()
  return (one: Answer, minute = 0) => {
    const at = plusMinutes(start, minute)
    const { signals, stored } = eye.judge(one, watched, at)
    stored()
    return signals
  }
}

test('more answers about a unit than the limit within the minutes are a burst; other units are not counted', () => {
  const arrive = arriving()
  const different = [answer('a', 5, 4), answer('b', 4, 5), answer('c', 3, 4), answer('d', 2, 4)]
  expect(different.map(one => arrive(one))).toEqual([[], [], [], ['burst']])
  expect(arrive(answer('e', 1, 2, { unit: 'hongshan' }))).toEqual([])
  expect(arrive(answer('f', 1, 2), 5)).toEqual([])
})

test('more answers with the same choices than the limit are told, whatever the order of their questions', () => {
  const arrive = arriving()
  expect(arrive(answer('a'), 0)).toEqual([])
  expect(arrive(answer('b'), 10)).toEqual([])
  const swapped = answer('c', 5, 4, { choices: { speed: 4, overall: 5 } })
  expect(arrive(swapped, 20)).toEqual(['identical'])
  expect(arrive(answer('d'), 90)).toEqual([])
})

test('one level throughout is told, and an answer sent faster than it can be read', () => {
  const eye = watch()
  expect(eye.judge(answer('a', 5, 5), watched, start).signals).toEqual(['straight'])
  expect(eye.judge(answer('a', 5, 5, { choices: { overall: 5 } }), watched, start).signals).toEqual([])
  eye.served('b', start)
  expect(eye.judge(answer('b'), watched, plusSeconds(start, 7)).signals).toEqual(['fast'])
  expect(eye.judge(answer('b'), watched, plusSeconds(start, 8)).signals).toEqual([])
  expect(eye.judge(answer('never served'), watched, start).signals).toEqual([])
})

test('what staff enter from paper shows no signal, and a form without limits none either', () => {
  const eye = watch()
  expect(eye.judge(answer('a', 5, 5, { channel: 'paper' }), watched, start).signals).toEqual([])
  expect(eye.judge(answer('a', 5, 5), { ...watched, standard: {} }, start).signals).toEqual([])
})

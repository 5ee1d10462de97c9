import { expect, test } from 'vitest'
import { instant, plusMinutes, plusSeconds } from '../../src/shared/time.ts'
import type { Answer } from '../../src/surveys/answer.ts'
import { answers, exclusions } from '../../src/surveys/store.ts'
import { watch } from '../../src/surveys/watch.ts'
import { district, lead, subdistrict, type World } from '../helpers/world.ts'
import { cli, fully, idIn, newAskingWorld, results } from './asking.ts'
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

const straight = { overall: '1', attitude: '1', speed: '1', openness: '1', activities: '1', response: '1' }

/** Two slow honest answers, and three that chose the lowest level throughout within a second of seeing the page. */
async function withFlagged() {
  const world = await newAskingWorld()
  const { path, id } = world.round
  const send = async (fields: Record<string, string>, slowly: boolean) => {
    const page = await (await world.get(path)).text()
    if (slowly) world.clock.set(plusMinutes(world.clock.now(), 1))
    expect((await world.post(path, { _id: idIn(page), ...fields })).status).toBe(201)
  }
  for (const overall of ['5', '4']) await send({ ...fully, overall }, true)
  for (let at = 0; at < 3; at++) await send({ ...straight, opinion: '写过的话' }, false)
  return { world, id }
}

async function queued(world: World, id: string) {
  const page = await (await world.get(`/surveys/${id}/review`)).text()
  return { page, ids: [...page.matchAll(/name="answer" value="([^"]+)"/g)].map(found => found[1] ?? '') }
}

test('signals are kept as flags without a moment', async () => {
  const { world, id } = await withFlagged()
  const kept = []
  for await (const one of world.store.facts(answers, id)) kept.push(one)
  expect(kept.map(({ flags }) => flags)).toEqual([
    undefined,
    undefined,
    ['straight', 'fast'],
    ['straight', 'fast'],
    ['straight', 'fast'],
  ])
  expect(JSON.stringify(kept)).not.toMatch(/\d\d:\d\d/)
})

test('answers are left out when one person proposes and another agrees; none is deleted, both figures are told', async () => {
  const { world, id } = await withFlagged()
  world.actAs(district)
  const { page, ids } = await queued(world, id)
  expect(ids).toHaveLength(3)
  expect(page).toContain('one level throughout, too fast')
  expect(page).not.toContain('写过的话')

  const propose = (fields: Record<string, string | readonly string[]>) =>
    world.post(`/surveys/${id}/review`, fields)
  expect((await propose({ answer: ids })).status).toBe(422)
  expect((await propose({ reason: '同一人' })).status).toBe(422)
  expect((await propose({ answer: 'not-flagged-at-all', reason: '同一人' })).status).toBe(422)
  expect((await propose({ answer: ids, reason: '同一人' })).status).toBe(303)
  expect((await propose({ answer: ids, reason: '同一人' })).status).toBe(409)
  expect((await queued(world, id)).ids).toEqual([])
  expect((await results(world, id)).total.valid).toBe(5)

  const [proposal] = await world.store.all(exclusions)
  const decide = (decision: string, note = '') =>
    world.post(`/surveys/${id}/review/${proposal?.id}`, { decision, note })
  expect((await decide('agree')).status).toBe(403)
  world.actAs({ ...district, id: 'district-2' })
  expect((await decide('reject')).status).toBe(422)
  expect((await decide('agree', '已核实')).status).toBe(303)
  expect((await decide('reject', '再想想')).status).toBe(409)

  const told = await cli<{
    excluded: number
    total: { levels: number[] }
    totalWithExcluded: { levels: number[] }
  }>(world, ...['survey', 'results', id])
  expect(told.excluded).toBe(3)
  expect(told.total.levels).toEqual([1, 1, 0, 0, 0])
  expect(told.totalWithExcluded.levels).toEqual([1, 1, 0, 0, 3])
  const roundPage = await (await world.get(`/surveys/${id}`)).text()
  expect(roundPage).toContain('3 answers are left out by decision of two people')
  expect(roundPage).toContain('With all answers: 5 valid, rate 40%')
  const kept = []
  for await (const one of world.store.facts(answers, id)) kept.push(one.id)
  expect(kept).toHaveLength(5)
  expect((await queued(world, id)).page).toContain('已核实')
  expect(await world.store.history(exclusions, proposal?.id ?? '')).toHaveLength(2)
})

test('what was rejected counts, and can be proposed again', async () => {
  const { world, id } = await withFlagged()
  world.actAs(district)
  const { ids } = await queued(world, id)
  await world.post(`/surveys/${id}/review`, { answer: ids, reason: '同一人' })
  const [proposal] = await world.store.all(exclusions)
  world.actAs({ ...district, id: 'district-2' })
  await world.post(`/surveys/${id}/review/${proposal?.id}`, { decision: 'reject', note: '会场集中填写' })
  expect((await results(world, id)).total.valid).toBe(5)
  expect((await queued(world, id)).ids).toHaveLength(3)
})

test('only district staff review', async () => {
  const { world, id } = await withFlagged()
  for (const actor of [subdistrict, lead]) {
    world.actAs(actor)
    expect((await world.get(`/surveys/${id}/review`)).status).toBe(403)
    expect((await world.post(`/surveys/${id}/review`, { answer: 'x', reason: 'y' })).status).toBe(403)
  }
})

import { expect, test } from 'vitest'
import { plusMinutes } from '../../src/shared/time.ts'
import { answers, exclusions } from '../../src/surveys/store.ts'
import { district, lead, subdistrict, type World } from '../helpers/world.ts'
import { cli, fully, idIn, newAskingWorld, results } from './asking.ts'

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
  return { world, id, send }
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
  const decide = (decision: string, reason = '') =>
    world.post(`/surveys/${id}/review/decisions`, {
      ...{ exclusion: proposal?.id ?? '', decision, reason },
    })
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
  await world.post(`/surveys/${id}/review/decisions`, {
    ...{ exclusion: proposal?.id ?? '', decision: 'reject', reason: '会场集中填写' },
  })
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

const second = { ...district, id: 'district-2' }

/** The groups that the page lists, by unit code and signal, with how many answers of the round it saw. */
async function grouped(world: World, id: string) {
  const page = await (await world.get(`/surveys/${id}/review`)).text()
  const values = [...page.matchAll(/name="group" value="([^"]+)"/g)].map(found => found[1] ?? '')
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ''
  const find = (signal: string) => values.find(value => value.includes(` ${signal} `)) ?? ''
  return { page, values, seen, find }
}

const groupsOf = async (world: World) =>
  (await world.store.all(exclusions)).map(({ about, answers, state }) => [
    about?.signal,
    answers.length,
    state,
  ])

async function proposeGroups(world: World, id: string, fields: Record<string, string | readonly string[]>) {
  return world.post(`/surveys/${id}/review/groups`, { seen: (await grouped(world, id)).seen, ...fields })
}

test('all of a unit with a signal are proposed in one go; what arrived since the page was opened stays in the queue', async () => {
  const { world, id, send } = await withFlagged()
  world.actAs(district)
  const { find, seen, values } = await grouped(world, id)
  expect(values).toHaveLength(2)
  await send({ ...straight, overall: '2' }, false)

  const propose = (fields: Record<string, string | readonly string[]>) =>
    world.post(`/surveys/${id}/review/groups`, { seen, ...fields })
  expect((await propose({ reason: '同一人' })).status).toBe(422)
  const untold = await propose({ group: find('fast') })
  expect(untold.status).toBe(422)
  expect(await untold.text()).toMatch(/ fast [0-9a-f]+" checked/)
  expect((await propose({ group: find('fast'), reason: '同一人' })).status).toBe(303)
  expect(await groupsOf(world)).toEqual([['fast', 3, 'proposed']])
  const left = await grouped(world, id)
  expect(left.values.map(value => value.split(' ')[1])).toEqual(['fast'])

  world.actAs(second)
  expect((await grouped(world, id)).page).toContain('1 more like these is no part of it')
})

test('groups become a record each, and an answer with both signals is proposed once', async () => {
  const { world, id, send } = await withFlagged()
  await send({ ...straight, overall: '2' }, false)
  await send(straight, true)
  world.actAs(district)
  const { find } = await grouped(world, id)
  expect(
    (await proposeGroups(world, id, { group: [find('fast'), find('straight')], reason: '集中' })).status,
  ).toBe(303)
  expect((await groupsOf(world)).toSorted()).toEqual([
    ['fast', 4, 'proposed'],
    ['straight', 1, 'proposed'],
  ])
  expect((await world.store.all(exclusions)).map(({ proposed }) => proposed.note)).toEqual(['集中', '集中'])
})

test('a group of which somebody else proposed a part since is not proposed, and neither are those with it', async () => {
  const { world, id, send } = await withFlagged()
  await send(straight, true)
  world.actAs(district)
  const { find, seen } = await grouped(world, id)
  const group = [find('straight'), find('fast')]
  const { ids } = await queued(world, id)
  await world.post(`/surveys/${id}/review`, { answer: ids.slice(0, 1), reason: '同一人' })
  const refused = await world.post(`/surveys/${id}/review/groups`, { seen, group, reason: '集中' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('nothing was proposed')
  expect(await groupsOf(world)).toEqual([[undefined, 1, 'proposed']])
})

test('a second person is told on the start page, and decides on all proposals in one go, or on none', async () => {
  const { world, id, send } = await withFlagged()
  await send(straight, true)
  world.actAs(district)
  const { find } = await grouped(world, id)
  await proposeGroups(world, id, { group: [find('fast'), find('straight')], reason: '集中' })
  const ids = (await world.store.all(exclusions)).map(exclusion => exclusion.id)
  const decide = (exclusion: readonly string[], decision: string, reason = '') =>
    world.post(`/surveys/${id}/review/decisions`, { exclusion, decision, reason })
  expect((await decide(ids, 'agree')).status).toBe(403)

  const undecided = '4 answers are proposed to be left out, and nobody has decided yet'
  expect(await (await world.get(`/surveys/${id}`)).text()).toContain(undecided)
  const startPage = async () => (await world.get('/')).text()
  const told = '4 unusual answers are proposed to be left out'
  expect(await startPage()).not.toContain(told)
  world.actAs(second)
  expect(await startPage()).toContain(told)
  const { page } = await grouped(world, id)
  expect(ids.every(one => page.includes(`name="exclusion" value="${one}" checked`))).toBe(true)
  expect(page).toContain('33.3%; without them 66.7%')
  expect((await decide([], 'agree')).status).toBe(422)
  expect((await decide([...ids, 'none'], 'agree')).status).toBe(404)
  expect((await decide(ids, 'reject')).status).toBe(422)
  expect((await groupsOf(world)).map(([, , state]) => state)).toEqual(['proposed', 'proposed'])
  expect((await results(world, id)).total.valid).toBe(6)
  const listed = await (await world.get(`/surveys/${id}/review/${ids[0]}`)).text()
  expect(listed).toContain('one level throughout')
  expect(listed).not.toContain('写过的话')

  expect((await decide(ids, 'agree', '已核实')).status).toBe(303)
  expect((await groupsOf(world)).map(([, , state]) => state)).toEqual(['agreed', 'agreed'])
  expect(await (await world.get(`/surveys/${id}`)).text()).not.toContain(undecided)
  expect((await results(world, id)).total.valid).toBe(2)
  for (const one of ids) expect(await world.store.history(exclusions, one)).toHaveLength(2)
})

import { expect, test } from 'vitest'
import { lead, subdistrict } from '../helpers/world.ts'
import { cli, fully, idIn, newAskingWorld, results } from './asking.ts'

const hongshan = '350203001001'
const about = { _unit: hongshan, _channel: 'paper', _number: '7' }

async function shown(response: Response) {
  return { status: response.status, page: await response.text() }
}

async function enteringWorld() {
  const world = await newAskingWorld()
  world.actAs(subdistrict)
  const path = `/surveys/${world.round.id}/entry`
  const enter = async (fields: Record<string, string>) => {
    const _id = idIn(await (await world.get(path)).text())
    const response = await world.post(path, { ...about, ...fully, _id, ...fields })
    return shown(response)
  }
  return { world, path, enter }
}

test('paper forms are entered one after another, and a number counts once', async () => {
  const { world, enter } = await enteringWorld()
  const first = await enter({})
  expect(first.status).toBe(201)
  expect(first.page).toContain('Entered; receipt')
  expect(first.page).toMatch(/name="_number"[^>]*value="8"/)
  expect((await enter({})).status).toBe(200)
  const other = await enter({ overall: '1' })
  expect([other.status, other.page]).toEqual([409, expect.stringContaining('Number 7 was entered before')])
  expect((await enter({ _number: '8', overall: '1' })).status).toBe(201)
  expect((await results(world, world.round.id)).total.levels).toEqual([1, 0, 0, 0, 1])
})

test('no unit is chosen before the typist does; the chosen one stays from one form to the next', async () => {
  const { world, path, enter } = await enteringWorld()
  const chosen = /<option value="(\d+)" selected/
  const page = await (await world.get(path)).text()
  expect(page).toContain('<option value="">Please choose</option>')
  expect(page).not.toMatch(chosen)
  const refused = await enter({ _unit: '' })
  expect([refused.status, refused.page]).toEqual([422, expect.stringContaining('Please choose the unit')])
  expect(refused.page).toMatch(/name="overall" value="5"[^>]* checked/)
  expect((await results(world, world.round.id)).total.valid).toBe(0)
  expect(chosen.exec((await enter({ _unit: '350203001004' })).page)?.[1]).toBe('350203001004')
})

test('telephone answers need no number and count each; shares by channel are told', async () => {
  const { world, enter } = await enteringWorld()
  for (let call = 0; call < 2; call++)
    expect((await enter({ _channel: 'phone', _number: '' })).status).toBe(201)
  await enter({})
  const table = await (await world.get(`/surveys/${world.round.id}/results.csv`)).text()
  expect(table.split('\r\n')[1]).toMatch(/,0,1,2$/)
  expect(await (await world.get(`/surveys/${world.round.id}`)).text()).not.toContain('self-selected')
})

test.each<[string, Record<string, string>, number]>([
  ['paper without its number', { _number: '' }, 422],
  ['paper with a number that is none', { _number: 'seven' }, 422],
  ['a question left out', { overall: '' }, 422],
  ['a channel that does not exist', { _channel: 'fax' }, 400],
  ['a unit outside the own scope', { _unit: '350203003001' }, 403],
])('%s is refused and nothing is stored', async (_, wrong, status) => {
  const { world, enter } = await enteringWorld()
  expect((await enter(wrong)).status).toBe(status)
  expect((await results(world, world.round.id)).total.valid).toBe(0)
})

test('leads do not enter answers about their own association, and nobody does when the round has ended', async () => {
  const { world, path, enter } = await enteringWorld()
  await cli(world, 'survey', 'close', world.round.id)
  for (const { status, page } of [await enter({ _id: '0123456789bc' }), await shown(await world.get(path))])
    expect([status, page]).toEqual([410, expect.stringContaining('no answers are entered any more')])
  world.actAs(lead)
  expect((await world.get(path)).status).toBe(403)
  expect((await world.post(path, { ...about, ...fully, _id: '0123456789bc' })).status).toBe(403)
})

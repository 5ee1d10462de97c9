import { expect, test } from 'vitest'
import { district, subdistrict, type World } from '../helpers/world.ts'
import { answer, cli, fully, idIn, newAskingWorld, results } from './asking.ts'

const unit = '350203001001'

/** A round of 10-05 to 10-06 with three days for typing, and a reader of its pages. */
async function newTypingWorld() {
  const world = await newAskingWorld()
  const asked = ['--form', 'satisfaction', '--units', unit, '--basis', 'broad', '--typing-days', '3']
  const dates = ['--opens', '2026-10-05', '--closes', '2026-10-06']
  const opened = await cli<{ round: { id: string }; links: { url: string }[] }>(
    world,
    ...['survey', 'open', ...asked, ...dates],
  )
  const { id } = opened.round
  world.actAs(subdistrict)
  return { world, id, path: new URL(opened.links[0]?.url ?? '').pathname, type: typerOf(world, id) }
}

/** Types a form as somebody who has the page open. */
function typerOf(world: World, round: string) {
  return async (number: string, channel = 'paper') => {
    const _id = idIn(await (await world.get(`/surveys/${round}/entry`)).text()) || 'openedbefore'
    const about = { _unit: unit, _channel: channel, _number: number, _id }
    return world.post(`/surveys/${round}/entry`, { ...about, ...fully })
  }
}

const read = async (world: World, path: string) => {
  const response = await world.get(path)
  return { status: response.status, page: await response.text() }
}

test('paper that was handed in is typed after the last day; residents and calls are too late, and nothing is public', async () => {
  const { world, id, path, type } = await newTypingWorld()
  expect((await answer(world, path)).status).toBe(201)
  world.clock.set('2026-10-09T01:30:00Z')

  expect((await world.get(path)).status).toBe(410)
  expect((await type('1')).status).toBe(201)
  expect((await type('1', 'phone')).status).toBe(409)
  expect((await results(world, id)).total.valid).toBe(2)
  const entry = await read(world, `/surveys/${id}/entry`)
  expect(entry.page).toContain('only paper forms are typed now, until 2026-10-09')
  expect(entry.page).toContain('<h1>Enter paper answers</h1>')
  expect(entry.page).not.toMatch(/value="phone"|telephone answers|[Oo]f a call|for calls/)
  const round = await read(world, `/surveys/${id}`)
  expect(round.page).toContain('figures below are preliminary')
  expect(round.page).toContain('more valid answer')
  for (const page of ['', '/results.json', '/receipts'])
    expect(await read(world, `/r/${id}${page}`)).toMatchObject({
      status: 404,
      page: expect.stringMatching(/<h1>No result yet<\/h1>.*published after 2026-10-09/s),
    })
})

test('afterwards nothing is typed any more, the result is public, and nobody is told how many answers are missing', async () => {
  const { world, id, path, type } = await newTypingWorld()
  await answer(world, path)
  world.clock.set('2026-10-10T01:30:00Z')
  expect((await type('1')).status).toBe(410)
  for (const page of ['entry', 'import']) {
    const over = await read(world, `/surveys/${id}/${page}`)
    expect(over.status).toBe(410)
    expect(over.page).toContain('ended on 2026-10-06, and the typing of its paper forms on 2026-10-09;')
    expect(over.page).toContain(`href="/r/${id}"`)
    expect(over.page).not.toContain('<form method="post" action="/surveys')
  }
  expect((await read(world, `/r/${id}`)).status).toBe(200)
  const round = await read(world, `/surveys/${id}`)
  expect(round.page).not.toContain('more valid answer')
  expect(round.page).not.toContain('would settle it')
  expect((await results(world, id)).total.answersNeeded).toBeNull()
})

test('the district publishes early when all is typed', async () => {
  const { world, id, type } = await newTypingWorld()
  world.clock.set('2026-10-07T01:30:00Z')
  expect((await world.post(`/surveys/${id}/publish`, {})).status).toBe(403)
  world.actAs(district)
  expect((await read(world, `/surveys/${id}`)).page).toContain('All typed: publish the result')
  expect((await world.post(`/surveys/${id}/publish`, {})).status).toBe(303)
  expect((await read(world, `/r/${id}`)).status).toBe(200)
  const late = await type('1')
  expect([late.status, await late.text()]).toEqual([
    410,
    expect.stringContaining('typing of its paper forms on 2026-10-07'),
  ])
  expect((await world.post(`/surveys/${id}/publish`, {})).status).toBe(409)
})

test('a round opened in the browser suggests the days that the form gives', async () => {
  const { world } = await newTypingWorld()
  world.actAs(district)
  expect((await read(world, '/surveys/new')).page).toMatch(/name="typingDays"[^>]*value="5"/)
})

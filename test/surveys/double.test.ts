import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Actor } from '../../src/shared/actor.ts'
import { workbook } from '../../src/shared/workbook.ts'
import type { Answer } from '../../src/surveys/answer.ts'
import { chosenNumbers, compared, onPaper } from '../../src/surveys/double-entry.ts'
import { answers, paperForms } from '../../src/surveys/store.ts'
import { typistOf } from '../../src/surveys/typist.ts'
import { lead, subdistrict } from '../helpers/world.ts'
import { cli, fully, idIn, newAskingWorld, results } from './asking.ts'

const hongshan = '350203001001'
const other: Actor = { ...subdistrict, id: 'subdistrict-2', name: 'subdistrict-2' }

/** A round in which one person has entered ten forms; three of them were drawn. */
async function typedWorld() {
  const world = await newAskingWorld()
  const base = `/surveys/${world.round.id}`
  world.actAs(subdistrict)
  for (let number = 1; number <= 10; number++) {
    const _id = idIn(await (await world.get(`${base}/entry`)).text())
    const about = { _unit: hongshan, _channel: 'paper', _number: String(number), _id }
    expect((await world.post(`${base}/entry`, { ...about, ...fully })).status).toBe(201)
  }
  const drawn = chosenNumbers(
    Array.from({ length: 10 }, (_, at) => at + 1),
    { round: world.round.id, unit: hongshan },
    { share: 0.1, least: 3 },
  )
  const [one = 0, two = 0, three = 0] = drawn
  const undrawn = [1, 2, 3, 4].find(number => !drawn.includes(number)) ?? 0
  const again = async (number: number, fields: Record<string, string>) => {
    const response = await world.post(`${base}/double/${hongshan}/${number}`, fields)
    return { status: response.status, page: await response.text() }
  }
  const list = async () => (await world.get(`${base}/double`)).text()
  return { world, base, one, two, three, undrawn, again, list }
}

test('drawn forms are entered again by another person, differences looked up on paper, and the result set right', async () => {
  const { world, base, one, two, three, again, list } = await typedWorld()
  expect(await list()).toContain('Typed by you, for another person')
  expect((await again(one, fully)).status).toBe(403)

  world.actAs(other)
  const empty = await (await world.get(`${base}/double/${hongshan}/${one}`)).text()
  expect(empty).not.toMatch(/ checked=/)
  const first = await again(one, fully)
  expect(first.page).toContain(`Both entries of number ${one} agree`)
  expect(first.page).toContain(`Second entry: 鸿山社区, number ${two}`)
  expect((await again(two, { ...fully, overall: '1', speed: '2' })).page).toContain('differs in 2 fields')
  expect((await again(three, { ...fully, response: '9' })).status).toBe(422)
  expect((await again(three, fully)).page).toContain('Nothing is waiting')

  const compare = `${base}/double/${hongshan}/${two}/compare`
  const shown = await (await world.get(compare)).text()
  expect(shown).toContain('First entry: Very satisfied')
  expect(shown).toContain('Second entry: Very dissatisfied')
  expect((await world.post(compare, { 'right-overall': 'second' })).status).toBe(422)
  expect((await results(world, world.round.id)).total.levels).toEqual([10, 0, 0, 0, 0])
  const named = { 'right-overall': 'second', 'right-speed': 'first' }
  expect((await world.post(compare, named)).status).toBe(303)
  expect((await results(world, world.round.id)).total.levels).toEqual([9, 0, 0, 0, 1])
  expect((await world.post(compare, named)).status).toBe(409)

  const page = await list()
  expect(page).toContain('1 form was looked up, 1 of them by somebody who had typed the form.')
  expect(page).toContain('10 paper forms, 3 entered twice, 0 to be looked up, 1 answer set right')
  // One wrong field among 3 forms of 6 questions; Wilson's interval of 1/18.
  expect(page).toContain('Errors of first entries: 55.6 in 1,000 fields (95 % interval 9.9 to 257.6)')
  expect(page).toContain('Errors of second entries: 1.')
  expect(await (await world.get(base)).text()).toContain('55.6 in 1,000 fields')
  const csv = await (await world.get(`${base}/answers.csv`)).text()
  expect(csv.split('\r\n').filter(line => line.endsWith(',0,1'))).toEqual([
    `${hongshan},paper,1,5,4,4,3,dontknow,,,0,1`,
  ])
})

test('of who typed nothing is kept but a mark, of when nothing at all, and the answer stays as it was', async () => {
  const { world, one, again } = await typedWorld()
  world.actAs(other)
  await again(one, { ...fully, overall: '1' })
  const kept: unknown[] = []
  for await (const form of world.store.facts(paperForms, world.round.id)) kept.push(form)
  expect(kept).toHaveLength(11)
  expect(JSON.stringify(kept)).not.toMatch(/subdistrict-|2026-10/)
  const marks = kept.map(form => (form as { typist: string }).typist)
  expect(new Set(marks).size).toBe(11)
  for (const person of ['subdistrict-1', 'subdistrict-2'])
    for (let number = 1; number <= 10; number++) {
      const at = JSON.stringify(['typist', world.round.id, hongshan, number, person])
      const guessed = createHash('sha256').update(at).digest('base64url')
      expect(marks.some(mark => guessed.startsWith(mark))).toBe(false)
    }
  for await (const answer of world.store.facts(answers, world.round.id))
    expect(Object.keys(answer).sort()).toEqual(['channel', 'choices', 'hour', 'id', 'texts', 'unit'])
})

test('who looks a difference up is kept as a mark, and a third person is told from those who typed', async () => {
  const { world, base, one, again, list } = await typedWorld()
  world.actAs(other)
  await again(one, { ...fully, overall: '1' })
  world.actAs({ ...subdistrict, id: 'subdistrict-3' })
  const compare = `${base}/double/${hongshan}/${one}/compare`
  expect((await world.post(compare, { 'right-overall': 'first' })).status).toBe(303)
  expect(await list()).toContain('1 form was looked up, 0 of them by somebody who had typed the form.')
  const kept = []
  for await (const form of world.store.facts(paperForms, world.round.id)) kept.push(form)
  const settled = kept.find(form => form.kind === 'settled')
  const typed = kept.flatMap(form => (form.kind !== 'settled' && form.number === one ? form.typist : []))
  expect(typed).toHaveLength(2)
  expect(typed).not.toContain(settled?.kind === 'settled' && settled.settler)
})

test('a mark from before there were secrets still tells its typist', async () => {
  const world = await newAskingWorld()
  const [typist, another] = [
    await typistOf(world.kit, world.round.id, 'anna'),
    await typistOf(world.kit, world.round.id, 'bela'),
  ]
  const at = { round: world.round.id, unit: hongshan, number: 7 }
  const text = JSON.stringify(['typist', at.round, at.unit, at.number, 'anna'])
  const old = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  expect([typist.isOwn(at, old), another.isOwn(at, old)]).toEqual([true, false])
  expect([typist.isOwn(at, typist.mark(at)), another.isOwn(at, typist.mark(at))]).toEqual([true, false])
})

test('what was not drawn, comes twice, is a lead’s or too late is refused', async () => {
  const { world, base, one, undrawn, again } = await typedWorld()
  world.actAs(other)
  expect((await again(undrawn, fully)).status).toBe(409)
  expect((await world.get(`${base}/double/${hongshan}/x`)).status).toBe(409)
  expect((await world.get(`${base}/double/${hongshan}/${one}/compare`)).status).toBe(404)
  await again(one, fully)
  expect((await again(one, { ...fully, overall: '1' })).status).toBe(409)
  world.actAs(lead)
  expect((await world.get(`${base}/double`)).status).toBe(403)
  expect((await again(one, fully)).status).toBe(403)
  world.actAs(other)
  await cli(world, 'survey', 'close', world.round.id)
  expect((await again(one, fully)).status).toBe(410)
  expect((await world.get(`${base}/double`)).status).toBe(200)
})

test('the draw is the documented hash, a share rounded up and at least so many', () => {
  const place = { round: 'r1', unit: hongshan }
  const hash = (number: number) =>
    createHash('sha256').update(`double:r1:${hongshan}:${number}`).digest('hex')
  const numbers = Array.from({ length: 101 }, (_, at) => at + 1)
  const wanted = numbers.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1)).slice(0, 11)
  const drawn = chosenNumbers(numbers, place, { share: 0.1, least: 3 })
  expect(drawn).toEqual(wanted.toSorted((a, b) => a - b))
  expect(chosenNumbers(numbers.slice(0, 100), place, { share: 0.07, least: 3 })).toHaveLength(7)
  expect(chosenNumbers([5, 9], place, { share: 0.1, least: 3 })).toEqual([5, 9])
})

test('entries are compared field by field, and what is right is put together from both', () => {
  const first: Answer['choices'] = { a: 5, b: ['x', 'y'], grid: { r: 1, s: 2 }, d: true }
  const second: Answer['choices'] = { a: 4, b: ['y', 'x'], grid: { r: 1, t: 3 }, e: 'z' }
  const found = compared(first, second)
  expect(found.compared).toEqual(['a', 'b', 'grid[r]', 'grid[s]', 'd', 'grid[t]', 'e'])
  expect(found.differs).toEqual(['a', 'grid[s]', 'd', 'grid[t]', 'e'])
  const all = (right: 'first' | 'second') => Object.fromEntries(found.differs.map(field => [field, right]))
  expect(onPaper(first, second, all('first'))).toEqual(first)
  expect(compared(onPaper(first, second, all('second')), second).differs).toEqual([])
  expect(onPaper(first, second, { ...all('first'), 'grid[s]': 'second' }).grid).toEqual({ r: 1 })
})

test('whatever was typed, naming the second entry throughout gives the second entry', () => {
  const value = fc.constantFrom<Answer['choices'][string]>(1, 2, 'dontknow', true)
  const choices = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(value, fc.dictionary(fc.constantFrom('r', 's'), fc.constantFrom(1, 2), { minKeys: 1 })),
  )
  fc.assert(
    fc.property(choices, choices, (first, second) => {
      const isRows = (of: Answer['choices'], name: string) => typeof of[name] === 'object'
      fc.pre(
        Object.keys(first).every(name => !(name in second) || isRows(first, name) === isRows(second, name)),
      )
      const { differs } = compared(first, second)
      const right = Object.fromEntries(differs.map(field => [field, 'second' as const]))
      expect(compared(onPaper(first, second, right), second).differs).toEqual([])
      expect(onPaper(first, second, {})).toEqual(first)
    }),
  )
})

test('a table whose import broke off between an answer and who typed it is made whole by importing it again', async () => {
  const world = await newAskingWorld()
  world.actAs(subdistrict)
  const { id } = world.round
  const rows = [1, 2, 3].map(number => [number, ...Object.values(fully), null])
  const sheet = [['_number', ...Object.keys(fully), 'opinion'], ...rows]
  const send = async () =>
    world.post(`/surveys/${id}/import`, {
      ...{ unit: hongshan, step: 'import' },
      file: new File([await workbook([{ title: 'a', rows: sheet }])], 'paper.xlsx'),
    })
  const { append: kept } = world.store
  const broken = vi.spyOn(world.store, 'append')
  broken.mockImplementation((log, ...rest) =>
    (log as unknown) === paperForms
      ? Promise.reject(new Error('power cut'))
      : kept.call(world.store, log, ...rest),
  )
  expect((await send()).status).toBe(500)
  broken.mockRestore()
  expect((await world.store.counts(paperForms, id)).size).toBe(0)
  expect((await send()).status).toBe(201)
  expect((await world.store.counts(paperForms, id)).get(`${hongshan}|entered`)).toBe(3)
  expect((await world.store.counts(answers, id)).size).toBeGreaterThan(0)
})

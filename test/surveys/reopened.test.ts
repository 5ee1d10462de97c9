import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { type PlainDate, plainDate } from '../../src/shared/time.ts'
import { receiptOf } from '../../src/surveys/answer.ts'
import { isIncluded } from '../../src/surveys/merkle.ts'
import { receiptLeaf } from '../../src/surveys/receipts.ts'
import { closeSurvey, reopenSurvey } from '../../src/surveys/register.ts'
import type { Round } from '../../src/surveys/round.ts'
import { answers, exclusions, publications, receiptRoots } from '../../src/surveys/store.ts'
import { newWorld, type World } from '../helpers/world.ts'
import { newRound } from './opening.ts'

const [one, two] = ['350203001001', '350203001004']
const today = plainDate('2026-10-05')

/** A round of two communities in one subdistrict, and what is done with it. */
async function newReopenedWorld(units: readonly string[] = [one, two]) {
  const world = await newWorld()
  const round = await newRound(world.store, { units })
  return { world, round, ...doingWith(world, round) }
}

function doingWith(world: World, round: Round) {
  const { store } = world
  let made = 0
  /** So many answers about a unit, the first ones of which are dissatisfied; about another theme all are satisfied. */
  const answered = async (unit: string, count: number, others = 0) => {
    await Promise.all(
      Array.from({ length: count }, (_, at) => {
        made += 1
        const id = `answer${String(made).padStart(8, '0')}`
        const choices = { overall: at < others ? '2' : '5', speed: '4' }
        const answer = { id, unit, choices, texts: {}, channel: 'online', hour: '2026-10-05T09' } as const
        return store.append(answers, round.id, answer)
      }),
    )
  }
  const close = () => closeSurvey(store, round.id, 'test', today)
  const reopen = (closes: PlainDate = today) =>
    reopenSurvey(store, round.id, { reason: '停电', closes }, 'test', today)
  const read = async (path = '') => (await world.get(`/r/${round.id}${path}`)).text()
  const json = async (query = '') => JSON.parse(await read(`/results.json${query}`))
  const unit = async (code: string, query = '') =>
    (await json(query)).groups
      .flatMap((group: { units: { code: string }[] }) => group.units)
      .find((line: { code: string }) => line.code === code)
  return { answered, close, reopen, read, json, unit }
}

const exactly = (count: number) => ({ least: count, most: count })

test('a few answers after a reopening change no public figure, but their receipts count', async () => {
  const { answered, close, reopen, read, json } = await newReopenedWorld()
  for (const unit of [one, two]) await answered(unit, 50, 7)
  await close()
  const before = await json()
  await reopen()
  expect(await read()).toContain('The survey is open again')
  await answered(one, 3, 3)
  await close()

  const { total, levels, themes, groups, channels, ...after } = await json()
  expect({ total, levels, themes, groups, channels }).toEqual({
    total: before.total,
    levels: before.levels,
    themes: before.themes,
    groups: before.groups,
    channels: before.channels,
  })
  expect(after.endings.map((ending: { answers: number }) => ending.answers)).toEqual([100, 103])
  const page = await read()
  expect(page).toContain('The figures of all units together are the same as before.')
  expect(page).toContain('Fewer than 30 valid answers came after the survey was reopened')
  expect(page).toContain('No. 1: ended on 2026-10-05, published on 2026-10-05, 100 answers received')
  expect(page).toContain('(reopened because: 停电)')
  expect((await json('?ending=1')).total).toEqual(before.total)
})

test('many new answers are told as a set of their own: the unit that got few of them keeps its figures', async () => {
  const { answered, close, reopen, unit, read } = await newReopenedWorld()
  for (const code of [one, two]) await answered(code, 50, 7)
  await close()
  expect((await unit(one)).valid).toEqual(exactly(50))
  await reopen()
  await answered(one, 60, 3)
  await answered(two, 4, 4)
  await close()

  // 7 of 50 for certain, and 0 to 4 of 60.
  expect(await unit(one)).toMatchObject({
    valid: { least: 110, most: 114 },
    rate: { least: 0.9, most: 0.9386 },
  })
  expect(await unit(two)).toMatchObject({
    valid: exactly(50),
    rate: { least: 0.86, most: 0.86 },
    stands: true,
  })
  expect(await unit(one, '?ending=1')).toMatchObject({ valid: exactly(50) })
  const page = await read()
  expect(page).toContain('unchanged since it was reopened')
  expect(page).toContain(
    'published on 2026-10-05, the survey was reopened (because: 停电) and published again on',
  )
  expect(page).toContain(
    'Rate of all units: 86% before, 86.3%–91.7% now. Valid answers: 100 before, 160–168 now.',
  )
  expect(page).toContain('1 unit has other figures')
  expect(page).toMatch(/>86%, 50 valid, [^<]+<\/td><td[^>]*>90%–93\.9%, 110–114 valid, /)
  expect(await read('?ending=1')).not.toContain('What was corrected')
  expect(await read('?ending=1')).toContain('See the newest result')
})

test('new answers about one of many units do not blur the totals, and those about many units are told together only', async () => {
  const { world, round, answered, close, reopen, json, unit } = await newReopenedWorld(['350203001000'])
  for (const { code } of round.units) await answered(code, 50, 7)
  await close()
  const before = (await json()).total.valid.least
  expect(before).toBe(round.units.length * 50)
  await reopen()
  await answered(one, 60, 9)
  await close()
  // Nobody among the 60 said 不了解, which the receipts would tell: so the new ones are 56 to 60.
  expect((await json()).total).toMatchObject({ valid: { least: before + 56, most: before + 60 } })
  expect(await unit(one)).toMatchObject({ valid: { least: 106, most: 110 } })
  expect(await unit(two)).toMatchObject({ valid: exactly(50), stands: true })

  await reopen()
  for (const { code } of round.units) await answered(code, 9, 1)
  await close()
  const { total } = await json()
  const valid = before + 60 + 9 * round.units.length
  expect(total.valid).toEqual({ least: valid - 8, most: valid })
  expect(await unit(one)).toMatchObject({ valid: { least: 106, most: 110 }, stands: true })
  expect(await world.store.list(publications, 'round', round.id)).toHaveLength(3)
})

test('answers that were too few are told when more have come', async () => {
  const { answered, close, reopen, json } = await newReopenedWorld([one])
  await answered(one, 50, 7)
  await close()
  await json()
  for (const [count, valid] of [
    [20, { least: 46, most: 50 }],
    [20, { least: 82, most: 90 }],
  ] as const) {
    await reopen()
    await answered(one, count, 6)
    await close()
    expect((await json()).total.valid).toEqual(valid)
  }
})

test('in a round of one unit the receipts do not tell how many said that they do not know', async () => {
  const { world, round, answered, close, json } = await newReopenedWorld([one])
  await answered(one, 48, 7)
  for (const at of [1, 2])
    await world.store.append(answers, round.id, {
      ...{ id: `dontknow0000${at}`, unit: one, choices: { overall: 'dontknow', speed: '5' }, texts: {} },
      ...{ channel: 'online', hour: '2026-10-05T09' },
    })
  await close()
  const { total, themes, endings } = await json()
  expect(endings[0].answers).toBe(50)
  expect(total.valid).toEqual({ least: 46, most: 50 })
  expect(themes.find(({ name }: { name: string }) => name === 'speed').valid).toEqual({ least: 46, most: 50 })
})

test('what is left out or corrected after the publication changes no public figure, and is told by its number', async () => {
  const { world, round, answered, close, json, read } = await newReopenedWorld()
  for (const unit of [one, two]) await answered(unit, 50, 7)
  await close()
  const before = await json()
  const decision = { by: 'test', on: today, note: '' }
  await world.store.write('test', tx =>
    tx.add(exclusions, {
      ...{ id: 'exclusion1', round: round.id, state: 'agreed', answers: ['answer00000001'] },
      counters: { [`${one}|#`]: 1, [`${one}|overall|2`]: 1, [`${one}|@|online`]: 1 },
      ...{ proposed: decision, decided: decision },
    }),
  )
  expect(await json()).toEqual({ ...before, excludedLater: 1 })
  expect(await read()).toContain(
    'After the publication, until 2026-10-05, two people decided to leave out 1 more answer;',
  )
})

test('each publication stays with the root of its receipts, and proves those that it had', async () => {
  const { world, round, answered, close, reopen, read } = await newReopenedWorld()
  await answered(one, 40, 7)
  await close()
  await read()
  await reopen()
  await answered(one, 2)
  await close()
  expect(await read('/receipts')).toContain('Ended on 2026-10-05, 42 answers')
  const [first] = await world.store.all(receiptRoots)
  const leaves = (await read('/receipts.txt?ending=1')).trim().split('\n')
  expect(leaves).toHaveLength(40)
  expect((await read('/receipts.txt')).trim().split('\n')).toHaveLength(42)

  const page = await read('/receipts?ending=1')
  expect(page).not.toContain('changed afterwards')
  expect(page).toContain(first?.root)
  const all = (await read('/receipts.txt')).trim().split('\n')
  const late = all.filter(leaf => !leaves.includes(leaf))
  expect(late).toHaveLength(2)
  const receipt = await receiptAmong(world, round, leaves[0])
  const proof = JSON.parse(await read(`/proof.json?receipt=${receipt}&ending=1`))
  const path = proof.path.map((hash: string) => Buffer.from(hash, 'hex'))
  const root = Buffer.from(first?.root ?? '', 'hex')
  expect(isIncluded(receiptLeaf(receipt), { ...proof, path }, root)).toBe(true)
  expect((await world.get(`/r/${round.id}?ending=3`)).status).toBe(404)
})

async function receiptAmong({ store }: World, { id }: Round, leaf: string | undefined) {
  for await (const answer of store.facts(answers, id)) {
    const receipt = receiptOf(answer.id)
    if (receiptLeaf(receipt).toString('hex') === leaf) return receipt
  }
  throw new Error('no answer has this receipt')
}

test('themes and former rounds stand on the page and in the open data, with the figures that they published', async () => {
  const { world, answered, close, read } = await newReopenedWorld()
  for (const unit of [one, two]) await answered(unit, 50, 7)
  await close()
  await read()
  const later = await newRound(world.store, { units: [one], closes: '2026-10-21' })
  const next = doingWith(world, later)
  await next.close()
  const page = await next.read()
  expect(page).toContain('Round after round (same form)')
  expect(page).toContain('(not those of this round)')
  const { trend } = await next.json()
  expect(trend.map(({ units, valid }: { units: number; valid: object }) => [units, valid])).toEqual([
    [2, exactly(100)],
    [1, null],
  ])
  const csv: string[][] = parse(await next.read('/trend.csv'), { bom: true })
  expect(csv.map(row => row[4])).toEqual(['Valid from', '100', ''])
  const themes: string[][] = parse(await read('/themes.csv'), { bom: true })
  expect(themes.find(([name]) => name === 'speed')?.slice(2, 6)).toEqual(['96', '100', '0.9583', '1'])
  expect(themes.find(([name]) => name === 'attitude')?.slice(2, 6)).toEqual(['', '', '', ''])
  expect(await read()).toContain('Withheld: too few answers')
})

test('a round that was closed before publications were kept is published when it is asked for', async () => {
  const { world, round, answered, close, json } = await newReopenedWorld()
  await answered(one, 50, 7)
  await close()
  expect(await world.store.list(publications, 'round', round.id)).toEqual([])
  expect((await json()).total.valid).toBeDefined()
  expect(await world.store.list(publications, 'round', round.id)).toHaveLength(1)
})

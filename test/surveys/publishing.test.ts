import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { plainDate } from '../../src/shared/time.ts'
import { closeSurvey } from '../../src/surveys/register.ts'
import { answers, exclusions } from '../../src/surveys/store.ts'
import { readTree } from '../../src/units/store.ts'
import { newWorld } from '../helpers/world.ts'
import { newRound } from './opening.ts'

/** A closed round of the whole sample district: about each community 50 answers, with 0 to 4 dissatisfied. */
async function newPublishedWorld({ offPaper = 0 } = {}) {
  const world = await newWorld()
  const { store } = world.kit
  const communities = (await readTree(store)).ofLevel('community')
  const round = await newRound(store, { units: communities.map(({ id }) => id) })
  let made = 0
  const answer = (unit: string, overall: string) => {
    made += 1
    const channel = made <= offPaper ? 'paper' : 'online'
    const id = `answer${String(made).padStart(8, '0')}`
    return store.append(answers, round.id, {
      ...{ id, unit, channel, choices: { overall }, texts: {}, hour: '2026-10-05T09' },
    })
  }
  await Promise.all(
    round.units.flatMap(({ code }, at) =>
      Array.from({ length: 50 }, (_, nth) =>
        answer(code, nth < at % 5 ? (nth === 3 ? '1' : '2') : `${3 + (nth % 3)}`),
      ),
    ),
  )
  await closeSurvey(store, round.id, 'test', plainDate('2026-10-05'))
  const read = async (path = '') => (await world.get(`/r/${round.id}${path}`)).text()
  return { ...world, round, read }
}

test('everybody reads the figure of the district first, then its levels and each subdistrict', async () => {
  const { read } = await newPublishedWorld({ offPaper: 990 })
  const page = await read()
  for (const said of [
    '<p class="figure">96%</p>',
    'Met: the 95 % interval is 95.5% to 96.5%, and its lower end reaches the target of 90%.',
    'Valid answers: 4950.',
    'Answered by: Online 80%, Paper 20%.',
    'Very dissatisfied: 19 (0.4%)',
    '<details class="group"><summary><strong>',
    '92% or more',
  ])
    expect(page).toContain(said)
  expect(page).not.toContain('self-selected')
})

test('a round that was answered online alone says that its sample chose itself', async () => {
  const { read } = await newPublishedWorld()
  expect(await read()).toContain('a self-selected sample')
})

test('of a channel that brought few answers no share is told', async () => {
  const { read } = await newPublishedWorld({ offPaper: 4 })
  expect(await read()).toContain('Answered by: Online, Paper.')
})

test('the published figures are there for other programs, the very same ones', async () => {
  const { read } = await newPublishedWorld()
  const json = JSON.parse(await read('/results.json'))
  const [, total, ...lines]: string[][] = parse(await read('/results.csv'), { bom: true })
  expect(json.total).toMatchObject({ valid: { least: 4950, most: 4950 }, verdict: 'met' })
  expect(total?.slice(3, 7).map(Number)).toEqual([
    ...[4950, 4950],
    ...[json.total.rate.least, json.total.rate.most],
  ])
  const figures = json.groups.flatMap((group: { subdistrict: object | null; units: object[] }) =>
    group.subdistrict ? [group.subdistrict, ...group.units] : group.units,
  )
  expect(lines).toHaveLength(109)
  expect(lines.map(([code, name]) => ({ code, name }))).toEqual(
    figures.map(({ code, name }: { code: string; name: string }) => ({ code, name })),
  )
  const rates = (line: { rate: { least: number; most: number } | null }) => [
    `${line.rate?.least ?? ''}`,
    `${line.rate?.most ?? ''}`,
  ]
  expect(lines.map(line => line.slice(5, 7))).toEqual(figures.map(rates))
})

test('what two people left out is told with the rate that there would be with it', async () => {
  const { store, round, read } = await newPublishedWorld()
  const decision = { by: 'test', on: plainDate('2026-10-06'), note: '' }
  const unit = round.units[0]?.code
  await store.write('test', tx =>
    tx.add(exclusions, {
      id: 'exclusion1',
      round: round.id,
      state: 'agreed',
      answers: ['answer00000001', 'answer00000002'],
      counters: { [`${unit}|#`]: 2, [`${unit}|overall|5`]: 2, [`${unit}|@|online`]: 2 },
      ...{ proposed: decision, decided: decision },
    }),
  )
  const page = await read()
  expect(page).toContain('Valid answers: 4948.')
  expect(page).toContain('2 answers were left out after review, by decision of two people.')
  expect(page).toContain('With every answer the rate of all units would be 96%')
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { surveysFolder } from '../../src/forms/load.ts'
import { newWorld } from '../helpers/world.ts'
import { answer, cli, command, fully, newAskingWorld, openRound, results } from './asking.ts'

test('a round is opened with a link for each unit', async () => {
  const world = await newWorld()
  const { round, links } = await openRound(world, { units: 'all' })
  expect(links).toHaveLength(99)
  expect(new Set(links.map(link => link.url)).size).toBe(99)
  expect(links[0]?.url).toMatch(/^http:\/\/localhost:3000\/s\/\w{10,}$/)
  expect(round).toMatchObject({ form: 'satisfaction', basis: 'broad', opens: '2026-10-05', units: 99 })
})

test('the results tell every unit and the whole, by the overall question', async () => {
  const world = await newAskingWorld()
  const [here = '', there = ''] = world.round.paths
  for (const overall of ['5', '5', '4', '3', '2', 'dontknow'])
    await answer(world, here, { ...fully, overall })
  await answer(world, there, { ...fully, overall: '1' })
  const told = await results(world, world.round.id)
  expect(told.units[0]).toEqual({
    code: '350203001001',
    name: world.round.links[0]?.name,
    valid: 5,
    dontKnow: 1,
    levels: [2, 1, 1, 1, 0],
    strict: 0.6,
    broad: 0.8,
    index: 74,
    interval: [expect.closeTo(0.3755, 4), expect.closeTo(0.9638, 4)],
    verdict: 'tooFew',
    answersNeeded: 30,
  })
  expect(told.total).toMatchObject({ valid: 6, levels: [2, 1, 1, 1, 1], dontKnow: 1 })
})

test('a round is closed once', async () => {
  const world = await newAskingWorld()
  expect(await cli(world, 'survey', 'close', world.round.id)).toMatchObject({
    round: { closed: '2026-10-05' },
  })
  expect(await command(world, 'survey', 'close', world.round.id)).toMatchObject({
    code: 1,
    err: 'This round ended on 2026-10-05 already.\n',
  })
  expect((await world.get(world.round.path)).status).toBe(410)
})

test.each([
  ['an unknown form', ['open', '--form', 'nothing', '--units', 'all'], 'There is no form called nothing.'],
  ['a form outside the folder', ['open', '--form', '../package', '--units', 'all'], 'There is no form'],
  ['an unknown unit', ['open', '--form', 'satisfaction', '--units', '1,2'], 'no such units: 1、2'],
  ['an unknown round', ['results', 'nothing'], 'There is no round with the id nothing.'],
])('%s is refused with a sentence', async (_, argv, sentence) => {
  const world = await newWorld()
  const rest =
    argv[0] === 'open' ? ['--opens', '2026-10-05', '--closes', '2026-10-20', '--basis', 'broad'] : []
  const { code, err } = await command(world, 'survey', ...argv, ...rest)
  expect(code).toBe(1)
  expect(err).toContain(sentence)
})

test.each([
  ['no basis', ['--opens', '2026-10-05', '--closes', '2026-10-20']],
  ['a day that does not exist', ['--opens', '2026-02-30', '--closes', '2026-10-20', '--basis', 'broad']],
])('%s is wrong usage', async (_, argv) => {
  const world = await newWorld()
  expect(
    (await command(world, 'survey', 'open', '--form', 'satisfaction', '--units', 'all', ...argv)).code,
  ).toBe(2)
})

test('lint warns in the words of the refusal when no round can be opened with a form; other rooms’ forms get no warning', async () => {
  const world = await newWorld()
  const lint = async (name: string, change: (form: Record<string, unknown>) => object = form => form) => {
    const json = JSON.parse(readFileSync(join(surveysFolder, `${name}.json`), 'utf8'))
    const file = new TextEncoder().encode(JSON.stringify(change(json)))
    const argv = ['forms', 'lint', `${name}.json`]
    return runCommand(world.kit, { argv, lang: 'zh-CN', readFile: async () => file })
  }
  for (const name of ['satisfaction', 'rating', 'inspection'])
    expect(await lint(name)).toMatchObject({ code: 0, out: 'ok\n' })
  const bare = await lint('satisfaction', ({ scoring: _, ...form }) => form)
  expect(bare).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^scoring: 问卷 satisfaction 的 scoring 缺少/),
  })
  const half = await lint('satisfaction', form => ({ ...form, scoring: { target: 0.9 } }))
  expect(half.out).toBe(bare.out)
  const unmarked = await lint('inspection', ({ scoring: _, ...form }) => form)
  const refused = await runCommand(world.kit, {
    argv: [
      'survey',
      'open',
      '--form',
      'inspection',
      '--units',
      'all',
      '--basis',
      'broad',
      '--opens',
      '2026-10-05',
      '--closes',
      '2026-10-20',
    ],
    lang: 'zh-CN',
    readFile: async () => new Uint8Array(),
  })
  expect(refused.code).toBe(1)
  expect(unmarked.out).toBe(`scoring: ${refused.err}`)
})

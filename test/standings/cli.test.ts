import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { ratings } from '../../src/ratings/store.ts'
import { district, newWorld, type World } from '../helpers/world.ts'

const list = async ({ kit }: World) => {
  const readFile = () => Promise.reject(new Error('no file'))
  return (await runCommand(kit, { argv: ['lagging', 'list'], lang: 'zh-CN', readFile })).out
}

test('the list of lagging communities says in words how each stands, and when there is none', async () => {
  const world = await newWorld({ now: '2026-12-01T01:00:00Z' })
  expect(await list(world)).toBe('没有后进社区。\n')
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  await world.store.write('test', tx =>
    tx.change(ratings, '2026-350203001001', old => ({
      ...old,
      state: 'final' as const,
      grade: 'notQualified' as const,
    })),
  )
  expect(await list(world)).toBe('350203001001\t鸿山社区\t2026\t未达标、尚未列入帮扶\t\n')
})

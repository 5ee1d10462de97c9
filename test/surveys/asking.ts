import { runCommand } from '../../src/commands.ts'
import type { Figures } from '../../src/surveys/figures.ts'
import { newWorld, type World, type WorldOptions } from '../helpers/world.ts'

interface Opened {
  readonly round: { readonly id: string }
  readonly links: readonly { readonly code: string; readonly name: string; readonly url: string }[]
}

interface Told {
  readonly units: readonly ({ readonly code: string; readonly name: string } & Figures)[]
  readonly total: Figures & { readonly weighted: number | null }
}

export const fully = {
  overall: '5',
  attitude: '5',
  speed: '4',
  openness: '4',
  activities: '3',
  response: 'dontknow',
}

/** Runs a command that must be done, and reads what it prints with `--json`. */
export async function cli<T>(world: World, ...argv: string[]): Promise<T> {
  const { out, err, code } = await command(world, ...argv, '--json')
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}

export function command(world: World, ...argv: string[]) {
  return runCommand(world.kit, { argv, lang: 'en', readFile: async () => new Uint8Array() })
}

export async function openRound(
  world: World,
  { units = '350203001001,350203001004', opens = '2026-10-05', closes = '2026-10-20', basis = 'broad' } = {},
) {
  const dates = ['--opens', opens, '--closes', closes]
  const opened = await cli<Opened>(
    world,
    ...['survey', 'open', '--form', 'satisfaction', '--units', units, '--basis', basis, ...dates],
  )
  const paths = opened.links.map(link => new URL(link.url).pathname)
  return { ...opened, id: opened.round.id, paths, path: paths[0] ?? '' }
}

export const results = (world: World, round: string) => cli<Told>(world, 'survey', 'results', round)

/** A world in which a round of two communities is open. */
export async function newAskingWorld(options: WorldOptions = {}) {
  const world = await newWorld(options)
  return Object.assign(world, { round: await openRound(world) })
}

/** Answers as a person does who opens the page, fills it in and sends it. */
export async function answer(world: World, path: string, answers: Record<string, string> = fully) {
  return world.post(path, { _id: idIn(await (await world.get(path)).text()), ...answers })
}

/** The response id that a page carries. */
export function idIn(page: string): string {
  return /name="_id" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

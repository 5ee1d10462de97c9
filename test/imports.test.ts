import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')

/** The ladder of ARCHITECTURE.md: a room may import rooms on lower rungs, never its own rung, never upwards. */
const rungs = [
  ['shared'],
  ['units'],
  ['people', 'forms'],
  ['delivery'],
  ['followups', 'registers'],
  ['surveys', 'ratings', 'meetings'],
  ['inspections', 'standings'],
  ['summary'],
  ['bulletins'],
  ['demo'],
]

/** Doors: only the roots open them. `pages` of forms and of shared are made to be shared. */
const doors = /^(web|pages|bot|cli|api|clock)(\.[a-z-]+)?\.tsx?$/

/** Files that talk to the outside; every other file of a feature is a rule. */
const outside = new Set([
  'delivery/dispatcher.ts',
  'delivery/replies.ts',
  'delivery/telegram.ts',
  'delivery/wecom.ts',
  'forms/load.ts',
  'meetings/holiday-data.ts',
  'meetings/standards-file.ts',
  'people/sign-in.ts',
  'ratings/rubric-file.ts',
  'registers/standards-file.ts',
  'registers/year-file.ts',
  'surveys/load.ts',
  'units/xlsx.ts',
])

const impure =
  /\b(process\.|Date\.now\(|new Date\(\)|Math\.random\(|fetch\(|setTimeout\(|setInterval\()|from '(node:(?!crypto|buffer|util)|pino|grammy|hono'|hono\/(?!jsx))/

interface Import {
  readonly from: string
  readonly to: string
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name))
  .sort()
const textOf = new Map(files.map(name => [name, readFileSync(join(src, name), 'utf8')]))
const imports: Import[] = files.flatMap(from =>
  [...(textOf.get(from) ?? '').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(found => ({
    from,
    to: relative(src, normalize(join(src, dirname(from), found[1] ?? ''))),
  })),
)

const roomOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : 'root')
const rungOf = (file: string) => rungs.findIndex(rung => rung.includes(roomOf(file)))
const baseOf = (file: string) => file.split('/').at(-1) ?? ''
const told = (broken: Import[]) => broken.map(({ from, to }) => `${from} → ${to}`)

test('every room has its rung', () => {
  expect(files.filter(file => roomOf(file) !== 'root' && rungOf(file) < 0)).toEqual([])
})

test('imports only go down the ladder', () => {
  const broken = imports.filter(
    ({ from, to }) =>
      roomOf(from) !== 'root' &&
      roomOf(from) !== roomOf(to) &&
      (roomOf(to) === 'root' || rungOf(to) >= rungOf(from)),
  )
  expect(told(broken)).toEqual([])
})

test('only the roots open a feature’s doors', () => {
  const broken = imports.filter(
    ({ from, to }) =>
      doors.test(baseOf(to)) &&
      roomOf(to) !== 'shared' &&
      !to.startsWith('forms/pages') &&
      roomOf(to) !== 'root' &&
      roomOf(from) !== 'root' &&
      !(roomOf(from) === roomOf(to) && doors.test(baseOf(from))),
  )
  expect(told(broken)).toEqual([])
})

test('rules know no clock, no chance and no outside', () => {
  const rules = files.filter(
    file =>
      !['root', 'shared', 'demo'].includes(roomOf(file)) && !doors.test(baseOf(file)) && !outside.has(file),
  )
  expect(rules.filter(file => impure.test(textOf.get(file) ?? ''))).toEqual([])
  expect([...outside].filter(file => !impure.test(textOf.get(file) ?? ''))).toEqual([])
})

test('no two files import each other in a circle', () => {
  const next = new Map(files.map(file => [file, imports.filter(i => i.from === file).map(i => i.to)]))
  const done = new Set<string>()
  const circle = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const to of next.get(file) ?? []) {
      const found = circle(to, [...path, file])
      if (found) return found
    }
    done.add(file)
    return undefined
  }
  expect(files.map(file => circle(file, [])).filter(Boolean)).toEqual([])
})

test('the environment is read in one place', () => {
  expect(files.filter(file => file !== 'settings.ts' && /process\.env/.test(textOf.get(file) ?? ''))).toEqual(
    [],
  )
})

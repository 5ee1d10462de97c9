import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * What every version of the content says, as a digest that layout does not change. Whoever changes a number or a sentence gives the file
 * a new version and adds a line; lines that stand here stay, so that a version means the same for ever.
 */
const recorded: readonly string[] = [
  'data/meetings.json 2026.1 4a7a60758d3afbeb',
  'data/meetings.json 2026.2 ae37051202f54c62',
  'data/meetings.json 2026.3 bee4b0f85cc34f41',
  'data/standards.json 2026.1 6472fdf24f35a05f',
  'surveys/inspection.json 2026.1 28ca9434435b1081',
  'surveys/rating.json 2026.1 52b4aa27695f67c8',
  'surveys/satisfaction.json 2026.1 9fc27f8dc27f3a48',
]

const files = ['data', 'surveys'].flatMap(folder =>
  readdirSync(new URL(`../${folder}/`, import.meta.url))
    .filter(name => name.endsWith('.json'))
    .map(name => `${folder}/${name}`),
)

function versionOf(file: string): string {
  const content = JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
  return `${file} ${content.version} ${digest}`
}

test.each(files)('%s says what its version says, or has a new one', file => {
  expect(recorded).toContain(versionOf(file))
})

test('no version is recorded twice', () => {
  const versions = recorded.map(line => line.split(' ').slice(0, 2).join(' '))
  expect(new Set(versions).size).toBe(versions.length)
})

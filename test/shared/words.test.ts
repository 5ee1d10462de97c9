import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { langFor, speaker, type Text } from '../../src/shared/words.ts'

const src = join(import.meta.dirname, '../../src')
const catalogues = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name =>
  /words\.ts$/.test(name),
)

function textsIn(value: unknown, at: string): [string, Text][] {
  if (typeof value !== 'object' || value === null) return []
  if ('zh-CN' in value) return [[at, value as Text]]
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at}.${key}`))
}

const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(found => found[1]))].sort()

test.each(catalogues)('%s says everything in both languages, with the same places to fill', async name => {
  const texts = textsIn(await import(join(src, name)), name)
  for (const [at, text] of texts) {
    expect(text['zh-CN'].trim(), at).not.toBe('')
    expect(text.en.trim(), at).not.toBe('')
    expect(places(text.en), at).toEqual(places(text['zh-CN']))
  }
})

test('a text is said with its values, and with the English plural', () => {
  const text = { 'zh-CN': '{n} 个社区', en: '{n} {n|community|communities}' }
  expect(speaker('zh-CN')(text, { n: 2 })).toBe('2 个社区')
  expect(speaker('en')(text, { n: 1 })).toBe('1 community')
  expect(speaker('en')(text, { n: 2 })).toBe('2 communities')
})

test('a value may be a text of its own', () => {
  const text = { 'zh-CN': '级别：{level}', en: 'Level: {level}' }
  expect(speaker('en')(text, { level: { 'zh-CN': '社区', en: 'community' } })).toBe('Level: community')
})

test.each([
  ['zh-TW,zh;q=0.9', 'zh-CN'],
  ['en-GB,en;q=0.8', 'en'],
  ['fr-FR,en;q=0.5', 'en'],
  ['fr', 'zh-CN'],
  [undefined, 'zh-CN'],
])('a browser that asks for %s is spoken to in %s', (wanted, lang) => {
  expect(langFor(wanted)).toBe(lang)
})

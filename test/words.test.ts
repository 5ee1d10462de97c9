import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name))

/** Every sentence and label of the product: what stands behind `'zh-CN':` and `en:`. */
const said = (lang: "'zh-CN'" | 'en') =>
  files.flatMap(file => {
    const literal = new RegExp(`(?<![\\w'-])${lang}:\\s*(['"\`])((?:\\\\.|(?!\\1).)*)\\1`, 'gsu')
    return [...readFileSync(join(root, file), 'utf8').matchAll(literal)].map(([, , text = '']) => ({
      file,
      text: text.replace(/\$?\{[^}]*\}/g, ''),
    }))
  })

/** Signs of the other language on purpose: formulas, and what stands in the same text in both. */
const exceptions = ['种子:社区代码', 'double:轮次:单位代码:编号', '回执)，节点 = SHA-256', '左 ‖ 右)']

test('Chinese sentences have Chinese punctuation', () => {
  const texts = said("'zh-CN'")
  expect(texts.length).toBeGreaterThan(2000)
  const ascii = /\p{Script=Han}\s?[(),;:!?]|[(),;:!?]\s?\p{Script=Han}/u
  const wrong = texts.filter(({ text }) =>
    ascii.test(exceptions.reduce((rest, known) => rest.replace(known, ''), text)),
  )
  expect(wrong).toEqual([])
})

test('English sentences have English punctuation', () => {
  const texts = said('en')
  expect(texts.length).toBeGreaterThan(2000)
  expect(texts.filter(({ text }) => /[，。；：？！（）【】《》、「」\u3000]/u.test(text))).toEqual([])
})

test('pages take punctuation from the words of the reader’s language', () => {
  const signs = /[，。；：？！（）【】、]/u
  const isRemark = /^\s*(\*|\/\/|\/\*)/
  const wrong = files
    .filter(file => file.endsWith('.tsx') && !file.startsWith('demo/'))
    .flatMap(file =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter(line => signs.test(line) && !isRemark.test(line) && !line.includes("'zh-CN'"))
        .map(line => `${file}: ${line.trim()}`),
    )
  expect(wrong).toEqual([
    "units/web.tsx: .transform(text => text.split(/[\\s,，、;；]+/).filter(code => code !== ''))",
  ])
})

import { readdirSync, readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { paperDocx } from '../../../src/shared/papers/docx.ts'
import type { Paper } from '../../../src/shared/papers/paper.ts'
import { readXml } from '../../helpers/xml.ts'

const paper: Paper = {
  title: '第三次例会会议纪要',
  blocks: [
    { kind: 'fact', label: '时间：', text: '2026-10-13 09:30' },
    { kind: 'heading', text: '一、传达 <上级> 会议精神' },
    { kind: 'text', text: '要求 A & B 落实。' },
    { kind: 'table', head: ['序号', '决定事项'], rows: [['1', '更新名册']], widths: [20, 80] },
  ],
  signature: ['思明区计划生育协会', '2026年10月14日'],
}

/** The parts of a Word file, unpacked and parsed by others than those who wrote it. */
async function opened(of: Paper) {
  const parts = unzipSync(await paperDocx(of))
  const text = (name: string) => Buffer.from(parts[name] ?? new Uint8Array()).toString('utf8')
  return { names: Object.keys(parts), body: readXml(text('word/document.xml')), text }
}

test('every part of it is well-formed, and its text comes back as it was given', async () => {
  const { names, body, text } = await opened(paper)
  for (const name of names.filter(each => /\.(xml|rels)$/.test(each))) readXml(text(name))
  const paragraphs = body.all('w:p').map(each => each.text())
  expect(paragraphs).toEqual([
    '第三次例会会议纪要',
    '时间：2026-10-13 09:30',
    '一、传达 <上级> 会议精神',
    '要求 A & B 落实。',
    ...['序号', '决定事项', '1', '更新名册'],
    ...['思明区计划生育协会', '2026年10月14日'],
  ])
})

test('it is laid out as official papers are: fonts, sizes, spacing, margins and page numbers', async () => {
  const { body, names, text } = await opened(paper)
  const runOf = (text: string) => {
    const run = body.all('w:r').find(each => each.text() === text)
    return [run?.all('w:rFonts')[0]?.attributes['w:eastAsia'], run?.all('w:sz')[0]?.attributes['w:val']]
  }
  // Sizes count half points: 22 pt and 16 pt.
  expect(runOf('第三次例会会议纪要')).toEqual(['方正小标宋简体', '44'])
  expect(runOf('要求 A & B 落实。')).toEqual(['仿宋_GB2312', '32'])
  expect(runOf('一、传达 <上级> 会议精神')).toEqual(['黑体', '32'])
  const spacing = body
    .all('w:p')
    .find(each => each.text().startsWith('要求'))
    ?.all('w:spacing')[0]
  expect(spacing?.attributes).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' })
  // Twentieths of a point; 37, 35, 28 and 26 mm on A4.
  const [margins, size] = [body.all('w:pgMar')[0]?.attributes, body.all('w:pgSz')[0]?.attributes]
  const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4)
  expect(['w:top', 'w:bottom', 'w:left', 'w:right'].map(side => mm(margins?.[side]))).toEqual([
    37, 35, 28, 26,
  ])
  expect([mm(size?.['w:w']), mm(size?.['w:h'])]).toEqual([210, 297])
  const footers = names.filter(name => /^word\/footer\d\.xml$/.test(name))
  expect(footers).toHaveLength(2)
  for (const name of footers) {
    const footer = readXml(text(name))
    expect(footer.text().replace('PAGE', '')).toBe('—  —')
    expect(footer.all('w:instrText')[0]?.text()).toBe('PAGE')
  }
})

test('what no XML can hold spoils no file: it is shown as a sign that something stood there', async () => {
  const hostile = '决\u0000定\u000b\ufffe\ud800'
  const { names, body, text } = await opened({
    ...{ title: hostile, masthead: hostile, number: hostile, issuer: hostile, mark: hostile },
    signature: [hostile],
    blocks: [
      { kind: 'fact', label: hostile, text: hostile },
      { kind: 'heading', text: hostile },
      { kind: 'text', label: hostile, text: hostile },
      { kind: 'table', head: [hostile], rows: [[hostile]], widths: [100] },
    ],
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
  for (const name of names) expect(unwritable.test(text(name))).toBe(false)
  expect(new Set(body.all('w:t').map(each => each.text()))).toEqual(new Set(['决\ufffd定\ufffd\ufffd\ufffd']))
})

test('the library is not read before somebody asks for a file', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.tsx?$/.test(name),
  )
  const early = sources.filter(name =>
    /^import (?!type)[^\n]*from 'docx'/m.test(readFileSync(`src/${name}`, 'utf8')),
  )
  expect(sources.length).toBeGreaterThan(100)
  expect(early).toEqual([])
})

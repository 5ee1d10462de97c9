import { expect, test } from 'vitest'
import type { Content } from '../../src/bulletins/bulletin.ts'
import { bulletinPaper } from '../../src/bulletins/paper.ts'
import { plainDate } from '../../src/shared/time.ts'
import { speaker } from '../../src/shared/words.ts'
import { someContent } from './samples.ts'

const zh = speaker('zh-CN')
const paperOf = (content: Partial<Content> = {}, more: { remark?: string } = {}) =>
  bulletinPaper({ content: { ...someContent, ...content }, remark: '', ...more }, 'zh-CN', zh)
/** Its lines: headings and sentences with what stands before them, tables row by row. */
const linesOf = (...asked: Parameters<typeof paperOf>) =>
  paperOf(...asked).blocks.flatMap(block =>
    block.kind === 'table'
      ? [block.head, ...block.rows].map(row => row.join(' | '))
      : [`${'label' in block && block.label ? block.label : ''}${block.text}`],
  )

test('a draft says so and has no number; an issued one has it, and its day in words', () => {
  const draft = paperOf()
  expect([draft.mark, draft.number]).toEqual(['草稿', undefined])
  const issued = { by: 'd', at: '2026-11-18T02:00:00.000Z' as never, on: plainDate('2026-11-18') }
  const paper = bulletinPaper({ content: someContent, remark: '', year: 2026, no: 3, issued }, 'zh-CN', zh)
  expect([paper.mark, paper.number]).toEqual([undefined, '〔2026〕第 3 期'])
  expect(paper.signature).toEqual(['思明区计划生育协会', '2026年11月18日'])
  expect(paper.title).toBe('关于2026年11月1日至2026年11月17日三联创工作情况的通报')
})

test('targets tell what is missing only where they are not met, and what has no data as that', () => {
  const lines = linesOf()
  expect(lines).toContain('合格以上：80%（8/10），目标 90%，未达标，尚差 1。')
  expect(lines.find(line => line.startsWith('一流：'))).toBe('一流：40%（4/10），目标 40%，达标。')
  expect(lines.find(line => line.startsWith('后进转化：'))).toBe('后进转化：暂无数据')
  expect(lines).toContain('厦港街道 | 7 | 80%')
  expect(lines).toContain('厦港街道 | 1 / 1 | –')
})

test('what reads the same stands once, with how many there are', () => {
  const one = { unit: '鸿山社区', what: '群众满意度调查', due: plainDate('2026-10-13'), days: 36 }
  const lines = linesOf({ overdue: [one, one, { ...one, unit: '福海社区' }, { ...one, what: '补齐台账' }] })
  expect(lines.filter(line => line.includes('2026-10-13'))).toEqual([
    '鸿山社区 | 群众满意度调查（2 项） | 2026-10-13 | 36',
    '福海社区 | 群众满意度调查 | 2026-10-13 | 36',
    '鸿山社区 | 补齐台账 | 2026-10-13 | 36',
  ])
  expect(lines.some(line => line.includes('4 项'))).toBe(true)
})

test('good examples and the own words are sections only where there are some, numbered in order', () => {
  const headings = (...asked: Parameters<typeof paperOf>) =>
    paperOf(...asked).blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : []))
  expect(headings()).toEqual(['一、指标完成情况', '二、例会召开情况', '三、督办超期情况'])
  const full = headings({ highlights: [{ unit: '鸿山社区', title: '活动公开' }] }, { remark: '抓紧' })
  expect(full.slice(3).map(text => text.slice(0, 2))).toEqual(['四、', '五、'])
})

import { expect, test } from 'vitest'
import { deedOf, readNotes } from '../../src/meetings/minutes-notes.ts'

test.each([
  ['更新会员名册，鸿山社区，11月30日', '更新会员名册'],
  ['更新名册，由鸿山社区负责，11月30日前完成。', '更新名册'],
  ['更新名册、公示，责任单位：鸿山社区，完成期限：2026-11-30', '更新名册、公示'],
  ['更新名册，核对人数；鸿山社区；下周五前', '更新名册，核对人数'],
  ['11月30日前由鸿山社区更新名册', '11月30日前由鸿山社区更新名册'],
  ['更新名册，发至鸿山社区，11月30日', '更新名册，发至鸿山社区'],
])('of “%s” what is to be done is “%s”', (line, expected) => {
  expect(deedOf(line, '鸿山社区')).toBe(expected)
})

test('minutes typed into one line are read as in several', () => {
  const notes = readNotes(
    '1、传达精神 要点：年底考核。问题：台账不全；决定：补齐台账，鸿山社区，12月5日',
    () => 'i',
  )
  expect(notes.items).toMatchObject([{ title: '传达精神', points: '年底考核', problems: '台账不全' }])
  expect(notes.resolutions).toEqual(['补齐台账，鸿山社区，12月5日'])
  expect(readNotes('1. 主要内容：年底考核', () => 'i').items).toMatchObject([{ title: '主要内容：年底考核' }])
})

import type { Text } from '../shared/words.ts'

/** What can be wrong with a rubric, each as a sentence for its author. */
export const rubricFaults = {
  badValue: (detail: string): Text => ({
    'zh-CN': `评分设置有误：${detail}`,
    en: `the scoring settings are wrong: ${detail}`,
  }),
  noSectionPoints: (section: string): Text => ({
    'zh-CN': `“${section}”部分没有写明分值。`,
    en: `section ${section} does not say its points.`,
  }),
  looseQuestion: (name: string): Text => ({
    'zh-CN': `问题 ${name} 不在任何条目内。`,
    en: `the question ${name} stands outside every item.`,
  }),
  badScoring: (item: string): Text => ({
    'zh-CN': `条目 ${item} 的评分规则有误：须有 points、value、evidence 和 source。`,
    en: `the scoring of ${item} cannot be read: it needs points, value, evidence and source.`,
  }),
  badGate: (gate: string, text: string): Text => ({
    'zh-CN': `否决条件 ${gate} 的表达式无法识别：${text}`,
    en: `the condition of gate ${gate} cannot be read: ${text}`,
  }),
  sectionSum: (section: string, sum: number, points: number): Text => ({
    'zh-CN': `“${section}”部分各条目合计 ${sum} 分，应为 ${points} 分。`,
    en: `the items of section ${section} add up to ${sum} points, not ${points}.`,
  }),
  totalSum: (sum: number, total: number): Text => ({
    'zh-CN': `各部分合计 ${sum} 分，应为 ${total} 分。`,
    en: `the sections add up to ${sum} points, not ${total}.`,
  }),
  thresholds: (): Text => ({
    'zh-CN': '合格的总分线高于一流的总分线。',
    en: 'qualified needs a higher total than first-class.',
  }),
  unknownName: (where: string, name: string): Text => ({
    'zh-CN': `${where} 用到的“${name}”既不是问题，也不是系统数据。`,
    en: `${where} reads “${name}”, which is neither a question nor a figure.`,
  }),
  unknownItem: (gate: string, item: string): Text => ({
    'zh-CN': `${gate} 指向不存在的条目 ${item}。`,
    en: `gate ${gate} names the item ${item}, which does not exist.`,
  }),
  doubled: (id: string): Text => ({
    'zh-CN': `编号 ${id} 重复。`,
    en: `the id ${id} is used twice.`,
  }),
}

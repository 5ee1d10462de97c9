import type { Text } from '../words.ts'

export const words = {
  verified: {
    'zh-CN': '数据完好：{commands} 条操作、{records} 条记录、{facts} 份答卷已逐一核对。',
    en: 'All is well: {commands} {commands|command|commands}, {records} {records|record|records} and {facts} {facts|answer|answers} were checked one by one.',
  },
} satisfies Record<string, Text>

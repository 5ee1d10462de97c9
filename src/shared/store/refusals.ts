import { refusals } from '../refusal.ts'

export const no = refusals({
  faultyStore: {
    status: 422,
    'zh-CN': '数据文件夹有 {count} 处问题：\n{faults}',
    en: 'The data folder has {count} {count|fault|faults}:\n{faults}',
  },
})

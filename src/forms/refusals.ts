import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  notJson: {
    status: 400,
    'zh-CN': '文件不是 JSON：{reason}',
    en: 'the file is not JSON: {reason}',
  },
  faulty: {
    status: 422,
    'zh-CN': '表单定义有误：\n{faults}',
    en: 'the definition has faults:\n{faults}',
  },
})

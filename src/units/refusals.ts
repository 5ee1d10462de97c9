import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  unknownUnit: {
    status: 404,
    'zh-CN': '没有代码为 {code} 的单位。',
    en: 'There is no unit with the code {code}.',
  },
  notYourUnit: {
    status: 403,
    'zh-CN': '这不在您的管理范围内。',
    en: 'This is outside the units you are responsible for.',
  },
  emptyFile: { status: 422, 'zh-CN': '文件是空的。', en: 'The file is empty.' },
  noFile: { status: 422, 'zh-CN': '请选择一个文件。', en: 'Please choose a file.' },
  unreadableFile: {
    status: 422,
    'zh-CN': '无法读取该文件：需要 CSV 或 XLSX 表格。',
    en: 'This file cannot be read: a CSV or XLSX table is needed.',
  },
  missingColumns: {
    status: 422,
    'zh-CN': '首行缺少列：{columns}。',
    en: 'The first line lacks the columns {columns}.',
  },
  doubledColumns: {
    status: 422,
    'zh-CN': '首行有重复的列：{columns}。',
    en: 'The first line has the columns {columns} more than once.',
  },
  faultyFile: {
    status: 422,
    'zh-CN': '文件有 {count} 处错误，没有导入任何内容：\n{faults}',
    en: 'The file has {count} {count|fault|faults}; nothing was imported:\n{faults}',
  },
  eventNeedsUnits: {
    status: 422,
    'zh-CN': '“{kind}”需要原单位 {from} 个、变更后单位 {to} 个。',
    en: 'A change of the kind “{kind}” needs {from} {from|unit|units} before and {to} {to|unit|units} after.',
  },
  alreadyClosed: {
    status: 409,
    'zh-CN': '{name}已于 {date} 撤销。',
    en: '{name} was closed on {date} already.',
  },
  levelsDiffer: {
    status: 422,
    'zh-CN': '变更前后的单位级别须相同。',
    en: 'The units before and after must be of the same level.',
  },
  hasOpenUnits: {
    status: 409,
    'zh-CN': '{name}尚有 {count} 个下属单位未撤销，请先登记其变更。',
    en: '{name} still has {count} open {count|unit|units} below it; record their change first.',
  },
})

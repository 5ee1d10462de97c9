import { refusals } from '../../shared/refusal.ts'

export const no = refusals({
  notYours: {
    status: 403,
    'zh-CN': '节假日安排由区级工作人员维护；本单位的休息日只能由本单位或上级登记。',
    en: 'The arrangement of holidays is kept by the district; a unit’s own days by its staff or those above.',
  },
  noFile: { status: 422, 'zh-CN': '请选择一个文件。', en: 'Please choose a file.' },
  notACalendar: {
    status: 422,
    'zh-CN': '无法读取这个日历文件（ICS），没有导入任何内容。',
    en: 'This calendar file (ICS) cannot be read; nothing was imported.',
  },
  notAllDay: {
    status: 422,
    'zh-CN': '日历中的“{title}”不是全天事项，没有导入任何内容。',
    en: '“{title}” is no all-day event; nothing was imported.',
  },
  tooLong: {
    status: 422,
    'zh-CN': '日历中的“{title}”超过一个月，没有导入任何内容。',
    en: '“{title}” lasts over a month; nothing was imported.',
  },
  noSuchDate: {
    status: 422,
    'zh-CN': '没有“{date}”这个日期（{where}），没有导入任何内容。',
    en: 'There is no date “{date}” ({where}); nothing was imported.',
  },
  unknownKind: {
    status: 422,
    'zh-CN': '第 {line} 行的类型“{kind}”看不懂：请写“休”或“班”。没有导入任何内容。',
    en: 'Line {line}: the kind “{kind}” is neither holiday nor workday; nothing was imported.',
  },
  nameNeeded: {
    status: 422,
    'zh-CN': '第 {line} 行缺少名称，没有导入任何内容。',
    en: 'Line {line} has no name; nothing was imported.',
  },
  noDays: {
    status: 422,
    'zh-CN': '文件中没有标明“休”或“班”的日期，没有导入任何内容。',
    en: 'The file marks no day as off or worked; nothing was imported.',
  },
  bothWays: {
    status: 422,
    'zh-CN': '{date} 既是放假又是上班，请更正后再导入；没有导入任何内容。',
    en: '{date} is both off and worked; nothing was imported.',
  },
  incomplete: {
    status: 422,
    'zh-CN': '{year} 年的安排不完整，缺少{name}；没有导入任何内容。',
    en: 'The arrangement of {year} is not complete, it lacks {name}; nothing was imported.',
  },
  alreadyKnown: {
    status: 409,
    'zh-CN': '{years} 年的节假日安排已有，没有导入任何内容；确需以本文件为准的，请选择“替换已有安排”。',
    en: 'The holidays of {years} are known already, so nothing was imported; choose to replace them if this file shall count.',
  },
  notImported: {
    status: 404,
    'zh-CN': '没有导入过 {year} 年的节假日安排。',
    en: 'No arrangement of {year} was imported.',
  },
  dayThere: {
    status: 409,
    'zh-CN': '{date} 已登记为“{name}”，请先删除原登记。',
    en: '{date} is down as “{name}” already; remove that first.',
  },
  dayPast: {
    status: 422,
    'zh-CN': '只能登记今天以后的日期。',
    en: 'Only days to come can be put down.',
  },
})

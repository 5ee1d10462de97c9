/** What the home page says of ratings. */
export const taskWords = {
  form: {
    'zh-CN': '{year} 年度自评表：{done}/{all} 条已有得分{date}',
    en: 'Self-assessment {year}: {done} of {all} items have points{date}',
  },
  returned: {
    'zh-CN': '{year} 年度自评已退回，请按意见修改后重新申报{date}',
    en: 'Self-assessment {year} was returned; please change what was asked and submit it again{date}',
  },
  date: { 'zh-CN': '；{what} {due} 前完成', en: '; {what} is due by {due}' },
  dateOverdue: { 'zh-CN': '；{what}应于 {due} 前完成，已逾期', en: '; {what} was due by {due}' },
  state: { 'zh-CN': '{year} 年度三联创评定：{state}', en: 'Rating of {year}: {state}' },
  waits: { 'zh-CN': '{year} 年度评定：{what} {count} 个', en: 'Ratings of {year}: {what} ({count})' },
  waitsOne: { 'zh-CN': '{year} 年度评定：{what}（{name}）', en: 'Ratings of {year}: {what} ({name})' },
  late: {
    'zh-CN': '{what}（{due} 截止）：{count} 个社区未完成',
    en: '{what} (due by {due}): {count} not done',
  },
  lateOverdue: {
    'zh-CN': '{what}（{due} 截止，已逾期）：{count} 个社区未完成',
    en: '{what} (due by {due}, overdue): {count} not done',
  },
} as const

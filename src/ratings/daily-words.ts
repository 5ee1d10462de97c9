/** Reminders of dates, and the one message a day that tells staff what waits for them. */
export const dailyWords = {
  remind: {
    'zh-CN': '{name}：{what}截止日期为 {due}，还有 {days} 天，目前尚未完成。',
    en: '{name}: {what} is due by {due}, in {days} {days|day|days}, and not done yet.',
  },
  remindOverdue: {
    'zh-CN': '{name}：{what}已于 {due} 到期，请尽快完成。',
    en: '{name}: {what} was due by {due}; please do it now.',
  },
  digest: { 'zh-CN': '评定待办（{date}）', en: 'Ratings: what waits for you ({date})' },
  line: { 'zh-CN': '· {what}：{count} 个（{names}）', en: '· {what}: {count} ({names})' },
  names: { 'zh-CN': '{names}等', en: '{names} …' },
  appealDue: { 'zh-CN': '{name}，{due} 前答复', en: '{name}, by {due}' },
  appealOverdue: { 'zh-CN': '{name}，应于 {due} 前答复，已逾期', en: '{name}, overdue since {due}' },
  late: {
    'zh-CN': '· {what}（{due} 截止）：还有 {count} 个未完成',
    en: '· {what} (due by {due}): {count} not done',
  },
  lateOverdue: {
    'zh-CN': '· {what}（{due} 截止，已逾期）：{count} 个未完成',
    en: '· {what} (due by {due}, overdue): {count} not done',
  },
  open: { 'zh-CN': '打开评定', en: 'Open the ratings' },
  objections: { 'zh-CN': '异议待复核', en: 'Objections to re-review' },
  appeals: { 'zh-CN': '申诉待裁定', en: 'Appeals to decide' },
  reReviews: { 'zh-CN': '申诉成立待复核', en: 'Upheld appeals to re-review' },
  submissions: { 'zh-CN': '新申报待验收', en: 'Applications to accept' },
  acceptances: { 'zh-CN': '验收进行中', en: 'Acceptances under way' },
  draws: { 'zh-CN': '待抽查', en: 'To draw the spot check from' },
  checks: { 'zh-CN': '待核查', en: 'To check' },
  verifications: { 'zh-CN': '核查进行中', en: 'Checks under way' },
  proposals: { 'zh-CN': '待拟定等次', en: 'Grades to propose' },
  notices: { 'zh-CN': '拟定等次待公示', en: 'Proposed grades whose notice is to begin' },
  namings: { 'zh-CN': '公示期满待确定等次', en: 'Notice over, grade to be made final' },
  expiries: { 'zh-CN': '证书到期待办', en: 'Expired certificates' },
  yearlyReviews: { 'zh-CN': '年度复核到期', en: 'Yearly reviews due' },
} as const

/** What the home page says of meetings. */
export const taskWords = {
  signIn: { 'zh-CN': '签到：{title}（{when}）', en: 'Sign in: {title} ({when})' },
  report: {
    'zh-CN': '上报例会情况：{title}（{when}）；也可在聊天中回复“已开 12人”',
    en: 'Report how it went: {title} ({when}); in chat “已开 12人” does it as well',
  },
  next: { 'zh-CN': '{title}（{when}）：{what}', en: '{title} ({when}): {what}' },
  leave: {
    'zh-CN': '{title}（{when}）：{count} 人请假待批',
    en: '{title} ({when}): {count} {count|asks|ask} for leave',
  },
  coming: { 'zh-CN': '参加：{title}（{when}）', en: 'Coming: {title} ({when})' },
  comingOwn: {
    'zh-CN': '召开：{title}（{when}）；会后上报开会情况和到会人数',
    en: 'Hold: {title} ({when}); afterwards report how it went and how many came',
  },
} as const

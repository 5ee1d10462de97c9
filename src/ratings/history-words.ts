/** What the history of a rating says. */
export const historyWords = {
  history: { 'zh-CN': '办理记录（{count}）', en: 'History ({count})' },
  none: { 'zh-CN': '还没有办理记录。', en: 'Nothing was done yet.' },
  items: { 'zh-CN': '{count} 项（{items}）', en: '{count} {count|item|items} ({items})' },
  saves: { 'zh-CN': '共保存 {count} 次，逐次查看', en: 'Saved {count} {count|time|times}: look at each' },
} as const

export const words = {
  command: { 'zh-CN': '督办事项', en: 'your follow-ups' },
  none: { 'zh-CN': '现在没有需要您办理或确认的督办事项。', en: 'Nothing waits for you in the follow-ups.' },
  mine: { 'zh-CN': '由您办理 {n} 项：', en: 'To do: {n}' },
  toConfirm: { 'zh-CN': '待您确认 {n} 项：', en: 'To confirm: {n}' },
  line: { 'zh-CN': '· {what}（{state}，期限 {due}{late}）', en: '· {what} ({state}, due {due}{late})' },
  late: { 'zh-CN': '，已超期', en: ', overdue' },
  more: { 'zh-CN': '…… 其余请在网页查看。', en: '… the rest is on the web.' },
  open: { 'zh-CN': '打开督办清单', en: 'Open the list' },
} as const

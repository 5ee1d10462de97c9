/** What the forms say while they are filled in. */
export const formWords = {
  saving: { 'zh-CN': '正在保存…', en: 'Saving…' },
  savedAt: { 'zh-CN': '已保存 {time}', en: 'Saved {time}' },
  unsaved: { 'zh-CN': '未保存，正在重试', en: 'Not saved, trying again' },
  retry: { 'zh-CN': '立即重试', en: 'Try again now' },
  signedOut: {
    'zh-CN': '未保存：登录已失效。请在新页面登录后重试，本页内容不会丢失。',
    en: 'Not saved: you are signed out. Sign in on another page and try again; what you typed stays here.',
  },
  keepMine: { 'zh-CN': '以我填写的为准', en: 'Keep mine' },
  takeTheirs: { 'zh-CN': '采用对方的', en: 'Take theirs' },
  mineKept: { 'zh-CN': '您填写的内容仍在，请选择：', en: 'What you typed is still there. Choose:' },
  savesItself: {
    'zh-CN': '填写后自动保存，可随时离开，换设备继续。',
    en: 'Saved as you type: leave at any time and go on from another device.',
  },
  what: { 'zh-CN': '{item} {field}', en: '{item} {field}' },
  changedLine: { 'zh-CN': '{field}：{from} → {to}', en: '{field}: {from} → {to}' },
  gap: { 'zh-CN': '差距', en: 'Gap' },
  show: { 'zh-CN': '显示', en: 'Show' },
  showAll: { 'zh-CN': '全部条目', en: 'All items' },
  showOpen: { 'zh-CN': '只看未评', en: 'Only unscored' },
  showDiffering: { 'zh-CN': '只看有差异', en: 'Only differing' },
  keyboardHint: {
    'zh-CN': '键盘：↑ ↓ 或回车在各行间移动，直接输入分数，Tab 到原因。',
    en: 'Keyboard: ↑ ↓ or Enter move between rows, digits replace a score, Tab goes on to the reason.',
  },
  newEvidence: { 'zh-CN': '有新佐证', en: 'New evidence' },
} as const

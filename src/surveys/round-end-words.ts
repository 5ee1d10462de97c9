/** How a round ends, and is opened again. */
export const roundEndWords = {
  finishTyping: { 'zh-CN': '录入完毕，公布结果', en: 'All typed: publish the result' },
  finishTypingHint: {
    'zh-CN': '公布后不再录入，公布的数字不再变动。待核对的差异和待决定的剔除请先处理。',
    en: 'Nothing is typed after that, and the published figures stay as they are. Look up open differences and decide on answers to be left out first.',
  },
  close: { 'zh-CN': '结束本轮调查', en: 'Close this survey' },
  closeHint: {
    'zh-CN': '结束后不再接收答卷，链接显示结束日期和公布的结果。',
    en: 'No answers are taken after that; the links tell the date and lead to the published result.',
  },
  undecided: {
    'zh-CN': '{count} 份答卷已被提议剔除，尚未决定；公布后再决定，公开的数字不再变动。',
    en: '{count} {count|answer is|answers are} proposed to be left out, and nobody has decided yet; a decision after the publication changes no public figure.',
  },
  reopen: { 'zh-CN': '重新开放', en: 'Reopen' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  newCloses: { 'zh-CN': '新的截止日期', en: 'New last day' },
  changeOpened: { 'zh-CN': '{on} 发起', en: 'Opened on {on}' },
  changeClosed: { 'zh-CN': '{on} 结束', en: 'Closed on {on}' },
  changeTyped: { 'zh-CN': '{on} 纸质问卷录入完毕', en: 'All paper forms typed on {on}' },
  changeReopened: { 'zh-CN': '{on} 重新开放：{reason}', en: 'Reopened on {on}: {reason}' },
} as const

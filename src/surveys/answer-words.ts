/** What residents read. */
export const words = {
  asker: {
    'zh-CN': '{district}计划生育协会请您评价',
    en: 'The Family Planning Association of {district} asks for your opinion',
  },
  about: { 'zh-CN': '评价对象', en: 'About' },
  anonymous: {
    'zh-CN': '匿名填写：不记录姓名、电话、网络地址和具体时间。',
    en: 'Anonymous: no name, no phone number, no network address and no exact time is kept.',
  },
  until: { 'zh-CN': '请在 {date} 24 时前填写。', en: 'Please answer by the end of {date}.' },
  large: { 'zh-CN': '大字高对比', en: 'Large, high contrast' },
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
  conflict: {
    'zh-CN':
      '这一页的答卷已经提交过，内容与现在不同，原答卷保持不变。如果这是另一位居民的答卷，请再按一次“提交”，将作为新的一份保存。',
    en: 'This page was sent before with other answers; those stay as they are. If this is another person’s answer, press “Send” once more and it is stored as a new one.',
  },
  code: { 'zh-CN': '填写码（见纸条）', en: 'Code (on your slip)' },
  codeUnknown: {
    'zh-CN': '填写码不正确。请核对纸条上的 12 位填写码，并确认是本单位的纸条。',
    en: 'This code is wrong. Please check the 12 signs on your slip, and that the slip is for this unit.',
  },
  codeSpent: {
    'zh-CN': '这个填写码已经用过。每个填写码只能提交一份答卷，先前的答卷保持不变。',
    en: 'This code was used before. Each code sends one answer; the earlier one stays as it is.',
  },
  thanks: { 'zh-CN': '谢谢您的评价', en: 'Thank you' },
  stored: { 'zh-CN': '您的答卷已保存。', en: 'Your answer is stored.' },
  receipt: { 'zh-CN': '回执', en: 'Receipt' },
  receiptHint: {
    'zh-CN': '回执只说明收到了一份答卷，不含您的回答，也不能查出您是谁。',
    en: 'The receipt says that an answer was received. It tells neither what you said nor who you are.',
  },
  receiptUse: {
    'zh-CN': '请记下回执。结果公布后，可在这里核对您的答卷已收到：',
    en: 'Write it down. Once the result is published, you can check here that your answer was received:',
  },
  receiptCheck: { 'zh-CN': '核对回执', en: 'Check a receipt' },
  another: { 'zh-CN': '为另一位居民填写', en: 'Answer for another person' },
  sorry: { 'zh-CN': '现在不能填写', en: 'This cannot be answered now' },
  startAnew: { 'zh-CN': '重新打开问卷', en: 'Open the questionnaire anew' },
  result: { 'zh-CN': '查看本轮结果', en: 'See the result of this round' },
} as const

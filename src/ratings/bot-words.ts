export const words = {
  command: { 'zh-CN': '评定进度和得分', en: 'state and score of the rating' },
  none: {
    'zh-CN': '本年度评定还没有开始，或没有您的单位。',
    en: 'This year’s rating has not begun, or none of your units is in it.',
  },
  one: {
    'zh-CN': '{name}：{state}，得分 {score}，{grade}',
    en: '{name}: {state}, score {score}, {grade}',
  },
  final: { 'zh-CN': '评定等次：{grade}', en: 'grade: {grade}' },
  projected: { 'zh-CN': '按现有得分预计：{grade}', en: 'expected as it stands: {grade}' },
  noGrade: { 'zh-CN': '尚无等次', en: 'no grade yet' },
  count: { 'zh-CN': '· {state}：{n} 个', en: '· {state}: {n}' },
  total: { 'zh-CN': '{year} 年度评定，共 {n} 个协会：', en: 'Rating {year}, {n} associations:' },
  open: { 'zh-CN': '打开评定页面', en: 'Open the rating' },
  evidenceOf: { 'zh-CN': '{name}：补佐证材料', en: '{name}: add evidence' },
  missing: {
    'zh-CN': '还有 {count} 个条目没有佐证材料。点条目编号，再发照片或文件：',
    en: '{count} {count|item shows|items show} no evidence yet. Press one, then send photos or documents:',
  },
  noneMissing: { 'zh-CN': '需要佐证的条目都已有材料。', en: 'Every item that asks for evidence shows some.' },
  ask: {
    'zh-CN':
      '{item} {title}\n佐证：{text}\n请直接发送照片或文件，可一次发多张；也可回复本消息。每个不超过 {limit} MB，支持 JPEG、PNG、WebP、PDF、XLSX、DOCX。',
    en: '{item} {title}\nEvidence: {text}\nSend photos or documents now, several at once if you like, or reply to this message. At most {limit} MB each: JPEG, PNG, WebP, PDF, XLSX, DOCX.',
  },
  received: {
    'zh-CN': '{item} {title}：收到 {count} 个，现共 {all} 个。可继续发送。',
    en: '{item} {title}: {count} received, {all} in all. Send more if you like.',
  },
  refusedFile: { 'zh-CN': '未收：{reason}', en: 'Not taken: {reason}' },
  wrongKind: {
    'zh-CN': '佐证只收照片、PDF、XLSX 和 DOCX，不收语音和视频。',
    en: 'Evidence is photos, PDF, XLSX and DOCX; no voice messages or videos.',
  },
  have: { 'zh-CN': '{item} 已有 {count} 个', en: '{item}: {count}' },
  toList: { 'zh-CN': '其他条目', en: 'Other items' },
} as const

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
} as const

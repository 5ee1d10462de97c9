/** What is said of a result that was published again. */
export const correctionWords = {
  title: { 'zh-CN': '更正说明', en: 'What was corrected' },
  why: {
    'zh-CN': '本轮结果于 {before} 公布后重新开放（原因：{reason}），{now} 再次公布。',
    en: 'After the result had been published on {before}, the survey was reopened (because: {reason}) and published again on {now}.',
  },
  rate: {
    'zh-CN': '合计满意率：{old} → {new}。',
    en: 'Rate of all units: {old} before, {new} now. ',
  },
  valid: {
    'zh-CN': '有效答卷：{old} → {new}。',
    en: 'Valid answers: {old} before, {new} now. ',
  },
  verdict: { 'zh-CN': '判定：{old} → {new}。', en: 'Verdict: “{old}” before, “{new}” now.' },
  noRate: { 'zh-CN': '不公布', en: 'withheld' },
  same: {
    'zh-CN': '合计数字与上次公布的相同。',
    en: 'The figures of all units together are the same as before.',
  },
  lines: {
    'zh-CN': '{count} 个单位的数字有变动',
    en: '{count} {count|unit has|units have} other figures than before',
  },
  publishedBefore: { 'zh-CN': '{before} 公布', en: 'On {before}' },
  now: { 'zh-CN': '现公布', en: 'Now' },
  figure: {
    'zh-CN': '{rate}，有效答卷 {valid}，判定：{verdict}',
    en: '{rate}, {valid} valid, verdict: {verdict}',
  },
  tooFew: { 'zh-CN': '有效答卷不足 {minimum} 份，不公布', en: 'withheld: fewer than {minimum} valid' },
} as const

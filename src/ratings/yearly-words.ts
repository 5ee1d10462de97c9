import type { Text } from '../shared/words.ts'

/** The light review of grades in force, once a year. */
export const yearlyWords = {
  title: { 'zh-CN': '{year} 年度命名：年度复核', en: 'Yearly review of what {year} named' },
  intro: {
    'zh-CN':
      '命名有效期 {years} 年，每年由区级复核一次：看台账、例会和满意率是否保持。累计 {failed} 次未通过即降级；查实弄虚作假的，一票否决。',
    en: 'A grade holds for {years} years. The district looks once a year whether registers, meetings and satisfaction keep up. At {failed} failed reviews it goes down; a proven falsification is a veto.',
  },
  replaced: { 'zh-CN': '已有新等次', en: 'a newer grade holds' },
  due: { 'zh-CN': '到期待复核', en: 'Due now' },
  choose: { 'zh-CN': '选择社区', en: 'Choose' },
  facts: { 'zh-CN': '应于 {date} 起复核', en: 'due since {date}' },
  failedBefore: { 'zh-CN': '此前未通过 {count} 次', en: 'failed {count} {count|time|times} before' },
  finding: { 'zh-CN': '复核情况', en: 'What was found' },
  findingHint: {
    'zh-CN': '写明看了什么、结论依据；对所选社区一并登记。',
    en: 'What was looked at, and why the outcome; it is recorded for every chosen one.',
  },
  pass: { 'zh-CN': '复核通过', en: 'Passed' },
  fail: { 'zh-CN': '复核未通过', en: 'Not passed' },
  noneDue: { 'zh-CN': '目前没有到期的复核。', en: 'No review is due at present.' },
  all: { 'zh-CN': '全部命名', en: 'All that were named' },
  community: { 'zh-CN': '社区', en: 'Community' },
  grade: { 'zh-CN': '等次', en: 'Grade' },
  until: { 'zh-CN': '有效期至', en: 'Valid until' },
  next: { 'zh-CN': '下次复核', en: 'Next review' },
  reviews: { 'zh-CN': '复核记录', en: 'Reviews' },
  passedLine: { 'zh-CN': '{date} 通过（{who}）：{reason}', en: '{date} passed ({who}): {reason}' },
  failedLine: { 'zh-CN': '{date} 未通过（{who}）：{reason}', en: '{date} not passed ({who}): {reason}' },
  link: { 'zh-CN': '年度复核', en: 'Yearly reviews' },
} satisfies Record<string, Text>

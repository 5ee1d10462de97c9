/** What is said where a round is opened. */
export const openingWords = {
  open: { 'zh-CN': '发起调查', en: 'Open a survey' },
  form: { 'zh-CN': '问卷', en: 'Form' },
  allUnits: { 'zh-CN': '全部社区（{count} 个）', en: 'All {count} communities' },
  someUnits: { 'zh-CN': '只选下列单位', en: 'Only the units chosen below' },
  wholeSubdistrict: { 'zh-CN': '{name}全部社区', en: 'All communities of {name}' },
  closesHint: { 'zh-CN': '当天 24 时截止', en: 'Answers are taken until the end of this day' },
  typingDays: { 'zh-CN': '纸质问卷录入期（天）', en: 'Days for typing in paper forms' },
  typingDaysHint: {
    'zh-CN':
      '截止后居民不能再填写，工作人员可在这几天内录入已收回的纸质问卷；录入期满后才公布结果。没有纸质问卷的填 0。',
    en: 'After the last day residents cannot answer any more; for so many days staff may still type the paper forms that were handed in, and the result is published only then. 0 where there is no paper.',
  },
  basis: { 'zh-CN': '满意率口径', en: 'Official rate' },
  basisHint: {
    'zh-CN':
      '口径一经发起即固定，不可更改；两种口径的结果都会列出。第三档为“基本满意”时通常取宽口径，为“一般”时取严口径。',
    en: 'Fixed when the survey opens and never changed; both rates are always shown. Broad is usual where level 3 reads “fairly satisfied”, strict where it reads “neutral”.',
  },
  codedHint: {
    'zh-CN': '填写码印在纸条上分发到户，一码只能用一次。发起后不能更改。不选则任何人凭链接即可填写。',
    en: 'Codes are printed on slips and handed to households; each works once. Fixed when the survey opens. Without it anybody with the link can answer.',
  },
  provable: {
    'zh-CN':
      '样本能说明什么：每单位 {sample} 份有效答卷时，{least}才能判定达标。若实际满意率为 95%，约需 {at95} 份；为 93%，约需 {at93} 份。少于 {minimum} 份不出具满意率。',
    en: 'What a sample can prove: with {sample} valid answers a unit, {least} for a “met”. At a true rate of 95 % it takes about {at95} answers, at 93 % about {at93}. Below {minimum} no rate is stated.',
  },
  provableLeast: { 'zh-CN': '须有 {satisfied} 份满意', en: '{satisfied} of them must be satisfied' },
  provableNever: { 'zh-CN': '即使全部满意也不', en: 'not even all of them satisfied is enough' },
} as const

/** What was decided for good, told to the association, and the appeal against it. */
export const appealWords = {
  final: {
    'zh-CN': '【评定结果】{name} {year} 年度三联创评定等次为{grade}。',
    en: 'Final result of {year}: {name} is rated {grade}.',
  },
  downgraded: {
    'zh-CN': '【等次变动】{name} {year} 年度三联创等次降为{grade}。原因：{reason}',
    en: 'Changed: the grade of {name} for {year} is now {grade}. Reason: {reason}',
  },
  vetoed: {
    'zh-CN': '【一票否决】{name} {year} 年度三联创评定被一票否决，等次为{grade}。原因：{reason}',
    en: 'Veto: {name} is rated {grade} for {year}. Reason: {reason}',
  },
  certificate: {
    'zh-CN': '证书编号 {number}，有效期至 {until}。',
    en: 'Certificate {number}, valid until {until}.',
  },
  mayAppeal: {
    'zh-CN': '对结果有异议的，可在 {date} 前（含当日）申诉一次{unsure}，打开评定页面“申诉”即可提出。',
    en: 'Who disagrees can appeal once, until {date} inclusive{unsure}: open the rating and go to “Appeal”.',
  },
  resultOrAppeal: { 'zh-CN': '查看结果、提出申诉', en: 'See the result, or appeal' },
  settledMessage: {
    'zh-CN': '【申诉答复】{name} {year} 年度三联创等次的申诉：{outcome}。理由：{reason}',
    en: 'Your appeal about {name} for {year}: {outcome}. Reason: {reason}',
  },
  reopened: { 'zh-CN': '申诉成立，进入复核', en: 'upheld, the result is reviewed again' },
  kept: { 'zh-CN': '申诉不成立，维持原等次', en: 'dismissed, the grade stays' },
  onlyAppeal: {
    'zh-CN': '没有必须办理的事项；对结果有异议的，可以申诉，见下。',
    en: 'There is nothing that you have to do here. If you disagree with the result you may appeal, see below.',
  },
  task: {
    'zh-CN': '可以申诉，截止 {date}：{name} {year} 年度等次为{grade}',
    en: 'You may appeal until {date}: {name} is rated {grade} for {year}',
  },
  title: { 'zh-CN': '申诉', en: 'Appeal' },
  hint: {
    'zh-CN': '对结果有异议的可以申诉，截止 {date}（含当日）{unsure}。只能申诉一次，由未参与评分的人员处理。',
    en: 'Who disagrees with the result may appeal once, until {date} inclusive{unsure}. People who did not score decide on it.',
  },
  file: { 'zh-CN': '提出申诉', en: 'File the appeal' },
  due: { 'zh-CN': '应于 {date} 前处理。', en: 'To be decided by {date}.' },
  upheld: { 'zh-CN': '申诉成立', en: 'Upheld' },
  dismissed: { 'zh-CN': '申诉不成立', en: 'Dismissed' },
  uphold: { 'zh-CN': '申诉成立，进入复核', en: 'Uphold and re-review' },
  dismiss: { 'zh-CN': '申诉不成立', en: 'Dismiss' },
} as const

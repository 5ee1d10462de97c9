/** What the public reads: results, as far as they can be told, and each of a round's publications. */
export const publishedWords = {
  targetIs: { 'zh-CN': '目标 {target}', en: 'target {target}' },
  under: { 'zh-CN': '不足 {minimum} 份', en: 'fewer than {minimum}' },
  shareOrMore: { 'zh-CN': '{share} 以上', en: '{share} or more' },
  shareOrLess: { 'zh-CN': '{share} 以下', en: '{share} or less' },
  shareBetween: { 'zh-CN': '{low}–{high}', en: '{low}–{high}' },
  verdictWithheld: { 'zh-CN': '不公布', en: 'Withheld' },
  publishedHow: {
    'zh-CN':
      '为保护填写人，有效答卷不足 {minimum} 份的单位不公布结果；满意或不满意不足 {smallCell} 份的，满意率只公布范围，判定因此不能确定的不公布；个别份数和合计也因此只公布范围。这样，无论怎样推算都得不到这几份答卷的内容。',
    en: 'To protect those who answered, nothing is told of a unit with fewer than {minimum} valid answers, and where fewer than {smallCell} were satisfied or dissatisfied the rate is a range, and a verdict that would depend on it is withheld; some counts and totals are ranges, too. What those few said cannot be worked out.',
  },
  rateOfAll: { 'zh-CN': '满意率（全部调查单位合计）', en: 'Satisfaction rate of all units together' },
  answersOf: { 'zh-CN': '{count} 份', en: '{count}' },
  restsOn: { 'zh-CN': '有效答卷：{valid}。', en: 'Valid answers: {valid}. ' },
  besides: {
    'zh-CN': '另有“不了解” {count} 份，不计入。',
    en: '{count} more said “don’t know” and are not counted. ',
  },
  byChannel: { 'zh-CN': '填写方式：{channels}。', en: 'Answered by: {channels}.' },
  strictRate: { 'zh-CN': '严口径满意率 {rate}。', en: 'Strict rate: {rate}. ' },
  broadRate: { 'zh-CN': '宽口径满意率 {rate}。', en: 'Broad rate: {rate}. ' },
  indexIs: { 'zh-CN': '满意度指数 {index}。', en: 'Index: {index}.' },
  intervalIs: { 'zh-CN': '95% 置信区间 {interval}。', en: '95 % interval: {interval}.' },
  saidMet: {
    'zh-CN': '达标：95% 置信区间为 {low} 至 {high}，下限不低于目标 {target}。',
    en: 'Met: the 95 % interval is {low} to {high}, and its lower end reaches the target of {target}.',
  },
  saidNotMet: {
    'zh-CN': '未达标：95% 置信区间为 {low} 至 {high}，上限低于目标 {target}。',
    en: 'Not met: the 95 % interval is {low} to {high}, and its upper end stays below the target of {target}.',
  },
  saidUndecided: {
    'zh-CN': '尚不能判定：95% 置信区间为 {low} 至 {high}，目标 {target} 在区间之内。',
    en: 'Cannot tell yet: the 95 % interval is {low} to {high}, and the target of {target} lies within.',
  },
  saidTooFew: {
    'zh-CN': '有效答卷不足 {minimum} 份，不公布满意率。',
    en: 'With fewer than {minimum} valid answers, no rate is published.',
  },
  saidNothing: {
    'zh-CN': '为保护填写人，不公布判定。',
    en: 'The verdict is withheld, to protect those who answered.',
  },
  noResultYet: { 'zh-CN': '结果尚未公布', en: 'No result yet' },
  publishedOn: { 'zh-CN': '{date} 公布', en: 'published on {date}' },
  stands: {
    'zh-CN': '（重新开放后数字不变）',
    en: ' (unchanged since it was reopened)',
  },
  themeWithheld: { 'zh-CN': '有效答卷不足，不公布', en: 'Withheld: too few answers' },
  interval95: { 'zh-CN': '95% 区间', en: '95 % interval' },
  publicTrend: { 'zh-CN': '历轮对比（同一问卷）', en: 'Round after round (same form)' },
  publicTrendHow: {
    'zh-CN': '各轮数字均为该轮公布的合计，不另作推算；调查单位不同的轮次不宜直接比较。',
    en: 'Each round stands with the total that it published itself; rounds that asked about other units cannot be compared directly.',
  },
  otherUnits: { 'zh-CN': '（与本轮不同）', en: ' (not those of this round)' },
  endings: { 'zh-CN': '历次公布', en: 'All publications' },
  endingLine: {
    'zh-CN': '第 {ending} 次：{closes} 结束，{date} 公布，收到答卷 {count} 份',
    en: 'No. {ending}: ended on {closes}, published on {date}, {count} {count|answer|answers} received',
  },
  endingReason: { 'zh-CN': '（重新开放原因：{reason}）', en: ' (reopened because: {reason})' },
  olderEnding: {
    'zh-CN': '这是本轮第 {ending} 次结束时公布的结果。',
    en: 'This is the result as it was published when the round ended for time no. {ending}.',
  },
  newestEnding: { 'zh-CN': '查看最新公布的结果', en: 'See the newest result' },
  openAgain: {
    'zh-CN': '本轮调查已重新开放。以下是上次结束时公布的结果，再次结束后另行公布。',
    en: 'The survey is open again. This is the result as it was published when it ended last; another one follows when it ends again.',
  },
  reopenedHow: {
    'zh-CN':
      '本轮调查曾重新开放。为保护填写人，重新开放后新增有效答卷不足 {minimum} 份、或新增部分只能公布很宽范围的，公开数字不变（已注明）；新增不满意（或满意）很少的，数字只公布范围。回执计入全部答卷。',
    en: 'The survey was open again. To protect those who answered, figures stay as they were, and are marked so, where fewer than {minimum} valid answers were new or where these could only be told as a wide range; where few of them were dissatisfied (or satisfied), figures are ranges. All answers have their receipts.',
  },
  reopenedFew: {
    'zh-CN': '重新开放后新增有效答卷不足 {minimum} 份，为保护填写人，公开数字不变。回执计入全部答卷。',
    en: 'Fewer than {minimum} valid answers came after the survey was reopened; to protect those who answered, the figures are unchanged. All answers have their receipts.',
  },
  excludedLater: {
    'zh-CN': '公布后至 {until}，另有 {count} 份答卷经两人复核决定剔除；为保护填写人，已公布的数字不变。',
    en: 'After the publication, until {until}, two people decided to leave out {count} more {count|answer|answers}; to protect those who answered, the published figures are unchanged.',
  },
  openThemes: { 'zh-CN': '各主题（CSV）', en: 'Themes (CSV)' },
  openTrend: { 'zh-CN': '历轮对比（CSV）', en: 'Round after round (CSV)' },
  levelLine: { 'zh-CN': '{name} {count} 份（{share}）', en: '{name}: {count} ({share})' },
  together: { 'zh-CN': '{names}合计', en: '{names} together' },
  byUnit: { 'zh-CN': '各单位', en: 'Unit by unit' },
  bySubdistrict: { 'zh-CN': '各街道和社区', en: 'By subdistrict and unit' },
  openData: { 'zh-CN': '公开数据', en: 'Open data' },
  openCsv: { 'zh-CN': '公布的数据（CSV）', en: 'The published figures (CSV)' },
  openJson: { 'zh-CN': '公布的数据（JSON）', en: 'The published figures (JSON)' },
  rateFrom: { 'zh-CN': '满意率下限', en: 'Rate from' },
  rateTo: { 'zh-CN': '满意率上限', en: 'Rate to' },
  validFrom: { 'zh-CN': '有效答卷下限', en: 'Valid from' },
  validTo: { 'zh-CN': '有效答卷上限', en: 'Valid to' },
  excludedPublic: {
    'zh-CN': '经两人复核决定，{count} 份答卷未计入结果。',
    en: '{count} {count|answer was|answers were} left out after review, by decision of two people. ',
  },
  rateWithAll: {
    'zh-CN': '若全部计入，合计满意率为 {rate}。',
    en: 'With every answer the rate of all units would be {rate}.',
  },
} as const

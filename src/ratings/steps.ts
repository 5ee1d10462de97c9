import type { Text } from '../shared/words.ts'

/** Where a rating stands in its year. */
export const states = [
  'draft',
  'selfSubmitted',
  'subdistrictReview',
  'returned',
  'subdistrictAccepted',
  'districtCheck',
  'proposed',
  'publicNotice',
  'reReview',
  'final',
  'downgraded',
  'expired',
  'vetoed',
] as const
export type State = (typeof states)[number]

export const actions = [
  'save',
  'selfCheck',
  'midYear',
  'submit',
  'startReview',
  'score',
  'accept',
  'return',
  'recall',
  'startCheck',
  'check',
  'sendBack',
  'verify',
  'propose',
  'announce',
  'object',
  'dismissObjection',
  'upholdObjection',
  'finalise',
  'review',
  'downgrade',
  'expire',
  'upholdAppeal',
  'keepGrade',
  'checkAgain',
  'veto',
] as const
export type Action = (typeof actions)[number]

const stateWords: Readonly<Record<State, Text>> = {
  draft: { 'zh-CN': '自评中', en: 'Self-assessment' },
  selfSubmitted: { 'zh-CN': '已申报', en: 'Submitted' },
  subdistrictReview: { 'zh-CN': '街道验收中', en: 'Subdistrict acceptance under way' },
  returned: { 'zh-CN': '已退回', en: 'Returned' },
  subdistrictAccepted: { 'zh-CN': '街道已验收', en: 'Accepted by the subdistrict' },
  districtCheck: { 'zh-CN': '区级核查中', en: 'District check under way' },
  proposed: { 'zh-CN': '拟定等次', en: 'Proposed' },
  publicNotice: { 'zh-CN': '公示中', en: 'Public notice' },
  reReview: { 'zh-CN': '复核中', en: 'Under re-review' },
  final: { 'zh-CN': '已定等次', en: 'Final' },
  downgraded: { 'zh-CN': '已降级', en: 'Downgraded' },
  expired: { 'zh-CN': '已到期', en: 'Expired' },
  vetoed: { 'zh-CN': '一票否决', en: 'Vetoed' },
}

const actionWords: Readonly<Record<Action, Text>> = {
  save: { 'zh-CN': '填写自评', en: 'Fill in the self-assessment' },
  selfCheck: { 'zh-CN': '完成季度自查', en: 'Report the quarterly self-check' },
  midYear: { 'zh-CN': '登记年中督查', en: 'Record the mid-year inspection' },
  submit: { 'zh-CN': '提交申报', en: 'Submit the application' },
  startReview: { 'zh-CN': '开始验收', en: 'Begin the acceptance' },
  score: { 'zh-CN': '验收评分', en: 'Score for acceptance' },
  accept: { 'zh-CN': '通过验收', en: 'Accept' },
  return: { 'zh-CN': '退回社区', en: 'Return to the community' },
  recall: { 'zh-CN': '发回街道重新验收', en: 'Send back for a new acceptance' },
  startCheck: { 'zh-CN': '开始核查', en: 'Begin the check' },
  check: { 'zh-CN': '核查评分', en: 'Score for the check' },
  sendBack: { 'zh-CN': '退回社区整改', en: 'Return for rectification' },
  verify: { 'zh-CN': '核定', en: 'Verify' },
  propose: { 'zh-CN': '拟定等次', en: 'Propose the grade' },
  announce: { 'zh-CN': '公示', en: 'Put on public notice' },
  object: { 'zh-CN': '登记异议', en: 'Record an objection' },
  dismissObjection: { 'zh-CN': '异议不成立', en: 'Dismiss the objection' },
  upholdObjection: { 'zh-CN': '异议成立，重新核查', en: 'Uphold the objection and check again' },
  finalise: { 'zh-CN': '确定等次', en: 'Make final' },
  review: { 'zh-CN': '年度复核', en: 'Yearly review' },
  downgrade: { 'zh-CN': '降级', en: 'Downgrade' },
  expire: { 'zh-CN': '到期', en: 'Let expire' },
  upholdAppeal: { 'zh-CN': '申诉成立，进入复核', en: 'Uphold the appeal' },
  keepGrade: { 'zh-CN': '复核后维持原评定', en: 'Keep the result after the re-review' },
  checkAgain: { 'zh-CN': '复核后重新核查', en: 'Check again after the re-review' },
  veto: { 'zh-CN': '一票否决', en: 'Veto' },
}

export function stateName(state: State): Text {
  return stateWords[state]
}

export function actionName(action: Action): Text {
  return actionWords[action]
}

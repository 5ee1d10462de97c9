import type { Text } from '../shared/words.ts'
import type { Exclusion } from './exclusion.ts'
import type { Signal } from './signal.ts'

/** What is said where answers with signals are looked at and two people decide about them. */
export const reviewWords = {
  review: { 'zh-CN': '异常答卷复核', en: 'Review of unusual answers' },
  reviewHint: {
    'zh-CN':
      '下列答卷提交时出现异常信号。信号不等于作假：会场集中填写也会短时密集，满意的居民也会全选同一档。剔除须一人提议、另一人同意，理由留档；答卷不删除，剔除前后的结果都会显示。',
    en: 'These answers showed a signal when they were sent. A signal proves nothing: a meeting that answers together is a burst, and content residents choose one level throughout. Leaving answers out takes one person who proposes and another who agrees, with reasons on record; no answer is deleted, and both figures are shown.',
  },
  waitingTitle: { 'zh-CN': '待决定的提议', en: 'Proposals not decided yet' },
  queueTitle: { 'zh-CN': '待复核（{count} 份）', en: 'To be reviewed ({count})' },
  noFlagged: { 'zh-CN': '没有待复核的答卷。', en: 'There is nothing to review.' },
  choose: { 'zh-CN': '选择', en: 'Choose' },
  signal: { 'zh-CN': '信号', en: 'Signal' },
  answers: { 'zh-CN': '答卷', en: 'Answers' },
  overall: { 'zh-CN': '总体评价', en: 'Overall rating' },
  hour: { 'zh-CN': '时段', en: 'Hour' },
  burst: { 'zh-CN': '短时密集', en: 'burst' },
  identical: { 'zh-CN': '多份相同', en: 'many alike' },
  straight: { 'zh-CN': '全选同一档', en: 'one level throughout' },
  fast: { 'zh-CN': '填写过快', en: 'too fast' },
  groupsTitle: { 'zh-CN': '按单位和信号成组提议', en: 'Propose by unit and signal' },
  groupsHint: {
    'zh-CN':
      '每组是一个单位带同一信号的全部待复核答卷，每组一条提议记录。一份答卷有几个信号就在几组中，只提议一次。本页打开后收到的答卷不在提议之内，留待另行复核。',
    en: 'A group holds all answers about a unit with one signal; each becomes a proposal on record. An answer with several signals is in several groups and proposed once. What arrives after this page was opened is no part of it and stays to be reviewed.',
  },
  groupsShown: {
    'zh-CN': '列出最大的 {shown} 组，共 {count} 组。',
    en: 'The {shown} largest of {count} groups.',
  },
  look: { 'zh-CN': '查看', en: 'Look' },
  see: { 'zh-CN': '逐份查看', en: 'See them' },
  groupsPropose: { 'zh-CN': '提议剔除所选各组', en: 'Propose to leave out these groups' },
  oneByOne: { 'zh-CN': '逐份提议', en: 'Propose one by one' },
  ofGroup: { 'zh-CN': '只列出：{name}', en: 'Only those of {name}' },
  allGroups: { 'zh-CN': '列出全部待复核答卷', en: 'List all that wait' },
  flaggedCount: { 'zh-CN': '列出 {shown} 份，共 {count} 份。', en: '{shown} of {count} are listed.' },
  exclusionReason: { 'zh-CN': '提议剔除的理由', en: 'Reason for leaving them out' },
  propose: { 'zh-CN': '提议剔除所选答卷', en: 'Propose to leave out these answers' },
  decisions: { 'zh-CN': '已有决定', en: 'Decided' },
  proposedLine: {
    'zh-CN': '{on} {by} 提议剔除 {count} 份：{reason}',
    en: 'Proposed on {on} by {by}, {count} {count|answer|answers}: {reason}',
  },
  decidedLine: { 'zh-CN': '{on} {by} 决定。{note}', en: 'Decided on {on} by {by}. {note}' },
  units: { 'zh-CN': '{count} 组', en: '{count} {count|group|groups}' },
  chosenSingly: { 'zh-CN': '逐份选出', en: 'chosen one by one' },
  ofAnswers: { 'zh-CN': '{count} 份，该单位共 {of} 份', en: '{count} of {of} about this unit' },
  moreWaiting: {
    'zh-CN': '另有 {count} 份同类答卷不在提议之内',
    en: '{count} more like these {count|is|are} no part of it',
  },
  rate: { 'zh-CN': '满意率', en: 'Rate' },
  rateThen: { 'zh-CN': '{now}，剔除后 {without}', en: '{now}; without them {without}' },
  waitsForSecond: { 'zh-CN': '等待另一人决定。', en: 'Another person has to decide.' },
  decisionNote: { 'zh-CN': '意见', en: 'Remark' },
  decisionNoteHint: {
    'zh-CN': '不同意时必填。未勾选的提议仍待决定。',
    en: 'Needed to reject. Proposals that are not ticked stay to be decided.',
  },
  agree: { 'zh-CN': '同意剔除', en: 'Agree' },
  reject: { 'zh-CN': '不同意', en: 'Reject' },
  stateProposed: { 'zh-CN': '待决定', en: 'Waiting' },
  stateAgreed: { 'zh-CN': '已剔除', en: 'Left out' },
  stateRejected: { 'zh-CN': '未剔除', en: 'Kept' },
  proposalTitle: { 'zh-CN': '提议剔除的答卷', en: 'Answers proposed to be left out' },
  toReview: { 'zh-CN': '返回异常答卷复核', en: 'Back to the review' },
  task: {
    'zh-CN': '《{title}》有 {count} 份异常答卷被提议剔除，待您决定',
    en: '“{title}”: {count} unusual {count|answer is|answers are} proposed to be left out; please decide',
  },
} as const

export function signalWord(signal: Signal): Text {
  return reviewWords[signal]
}

export function stateWord(state: Exclusion['state']): Text {
  switch (state) {
    case 'proposed':
      return reviewWords.stateProposed
    case 'agreed':
      return reviewWords.stateAgreed
    case 'rejected':
      return reviewWords.stateRejected
  }
}

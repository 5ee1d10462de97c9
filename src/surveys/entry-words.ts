import type { PlainDate } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { type Round, stateOn } from './round.ts'

/** What is said where staff type what came on paper or by telephone. */
export const entryWords = {
  title: { 'zh-CN': '录入纸质或电话问卷', en: 'Enter paper or telephone answers' },
  titlePaper: { 'zh-CN': '录入纸质问卷', en: 'Enter paper answers' },
  hint: {
    'zh-CN': '纸质问卷先编号再录入；同一编号只计一份。电话问卷不记录号码和姓名。',
    en: 'Number paper forms before entering them: a number counts once. Of a call neither number nor name is kept.',
  },
  hintPaper: {
    'zh-CN': '纸质问卷先编号再录入；同一编号只计一份。',
    en: 'Number paper forms before entering them: a number counts once.',
  },
  typingUntil: {
    'zh-CN': '居民填写已于 {date} 截止，现在只录入纸质问卷，{until} 截止。',
    en: 'Residents’ answers ended on {date}; only paper forms are typed now, until {until}.',
  },
  overHow: {
    'zh-CN': '漏录的纸质问卷须在本轮重新开放后补录：由区计生协在本轮页面重新开放，并说明原因。',
    en: 'Paper forms that were missed can be entered when the survey is open again: the district reopens it on the round’s page, with a reason.',
  },
  keys: {
    'zh-CN':
      '可只用键盘：数字键选择并跳到下一题（键位见选项前），退格键返回上一题，回车保存并换下一份（编号自动加一）；意见栏内换行用 Shift+回车。',
    en: 'The keyboard alone will do: a digit chooses and goes on to the next question (the key stands before each choice), Backspace goes back, Enter stores and gives the next form with its number counted up; Shift+Enter begins a new line in a text.',
  },
  channel: { 'zh-CN': '方式', en: 'Channel' },
  number: { 'zh-CN': '问卷编号', en: 'Form number' },
  numberHint: { 'zh-CN': '纸质问卷必填，电话问卷不填', en: 'Needed for paper, left out for calls' },
  unitNeeded: { 'zh-CN': '请选择单位。', en: 'Please choose the unit.' },
  numberNeeded: {
    'zh-CN': '请填写问卷编号（1 至 999999）。',
    en: 'Please give the form’s number (1 to 999999).',
  },
  entered: { 'zh-CN': '已录入，回执 {receipt}。', en: 'Entered; receipt {receipt}.' },
  enteredBefore: {
    'zh-CN': '这份问卷此前已录入，没有重复计数。',
    en: 'This form was entered before; it counts once.',
  },
  numberTaken: {
    'zh-CN': '编号 {number} 已录入，内容与这次不同，原答卷保持不变。请核对编号。',
    en: 'Number {number} was entered before with other answers, which stay as they are. Please check the number.',
  },
  codeUnknown: {
    'zh-CN': '填写码不正确，或不属于该单位。请核对纸条。',
    en: 'This code is wrong, or belongs to another unit. Please check the slip.',
  },
  codeSpent: {
    'zh-CN': '这个填写码已经用过，没有重复计数。',
    en: 'This code was used before; nothing was stored.',
  },
} as const

/** What is typed today: calls end with the round. */
export function entryTitle(round: Round, today: PlainDate): Text {
  return stateOn(round, today) === 'typing' ? entryWords.titlePaper : entryWords.title
}

import { speaker, type Text, type Values } from '../shared/words.ts'
import type { AnswerErrorType } from './verdict.ts'

/** What is said of a definition that is not taken. */
export const faultWords = {
  person: {
    'zh-CN': '含有“{word}”：只评协会和服务，不问个人情况',
    en: 'contains “{word}”: associations and services are assessed, never persons',
  },
  unknownKey: { 'zh-CN': '不支持“{key}”', en: '“{key}” is not supported' },
  unknownType: { 'zh-CN': '不支持这种类型', en: 'this type is not supported' },
  missing: { 'zh-CN': '缺少这一项', en: 'is missing' },
  badValue: { 'zh-CN': '值不符合要求（{detail}）', en: 'is not what is expected here ({detail})' },
  regex: {
    'zh-CN': '不接受自写的正则表达式：有的会让服务器停顿',
    en: 'regular expressions of authors are not taken: some can stall the server',
  },
  deep: { 'zh-CN': '嵌套太深', en: 'is nested too deeply' },
  noQuestions: { 'zh-CN': '没有题目', en: 'has no questions' },
  doubleName: {
    'zh-CN': '名称“{name}”重复（不分大小写）',
    en: 'the name “{name}” is used twice (case does not count)',
  },
  doubleChoice: { 'zh-CN': '选项值“{value}”重复', en: 'the choice value “{value}” is used twice' },
  emptyRange: { 'zh-CN': '下限大于上限', en: 'the least is more than the most' },
  tooManySteps: { 'zh-CN': '分级超过 50 档', en: 'has more than 50 steps' },
  boundKind: {
    'zh-CN': '只有数字和日期题可设上下限，且须为同类值',
    en: 'limits are for numbers and dates, of the same kind',
  },
  markup: {
    'zh-CN': '只可用 p br b strong em i u ul ol li h2 h3 h4 small，且不带属性',
    en: 'only p br b strong em i u ul ol li h2 h3 h4 small may be used, without attributes',
  },
  syntax: {
    'zh-CN': '表达式在第 {at} 个字符处读不懂',
    en: 'the expression cannot be read at character {at}',
  },
  unknownFunction: { 'zh-CN': '不支持函数“{word}”', en: 'the function “{word}” is not supported' },
  unsupportedName: { 'zh-CN': '不支持“{word}”这种引用', en: 'a reference such as “{word}” is not supported' },
  tooLong: { 'zh-CN': '表达式太长', en: 'the expression is too long' },
  unknownName: {
    'zh-CN': '表达式引用了不存在的“{word}”',
    en: 'the expression names “{word}”, which does not exist',
  },
  circle: { 'zh-CN': '“{name}”的计算绕回了自己', en: '“{name}” is worked out from itself' },
  commentAndOther: {
    'zh-CN': '有“其他”的题不能另设补充说明',
    en: 'a question with “other” cannot have a comment as well',
  },
  noEffect: { 'zh-CN': '在这里不起作用', en: 'has no effect here' },
  twoOveralls: { 'zh-CN': '总体题只能有一道', en: 'only one question can be the overall one' },
  overallScale: { 'zh-CN': '总体题须为 1 至 5 五级', en: 'the overall question needs the levels 1 to 5' },
} as const satisfies Readonly<Record<string, Text>>

/** What a person reads beside a question. */
export const errorWords: Readonly<Record<AnswerErrorType, Text>> = {
  required: { 'zh-CN': '请填写此题', en: 'Please answer this question' },
  requireoneanswer: {
    'zh-CN': '这一部分请至少填写一题',
    en: 'Please answer at least one question of this part',
  },
  requirenumeric: { 'zh-CN': '请填写数字', en: 'Please enter a number' },
  requiredinallrowserror: { 'zh-CN': '请填写所有行', en: 'Please answer every row' },
  eachrowuniqueeerror: { 'zh-CN': '各行不能选相同的答案', en: 'Each row needs a different answer' },
  otherempty: { 'zh-CN': '请写明“其他”的内容', en: 'Please say what “other” is' },
  custom: { 'zh-CN': '此题的答案不符合要求', en: 'This answer does not meet the requirement' },
  notanobject: { 'zh-CN': '答卷不是一份表单', en: 'The answers are not a form' },
  unknownquestion: { 'zh-CN': '没有“{name}”这道题', en: 'There is no question “{name}”' },
  unknowncomment: { 'zh-CN': '“{name}”没有补充说明栏', en: '“{name}” takes no comment' },
  nottext: { 'zh-CN': '请填写文字', en: 'Please enter text' },
  toolong: { 'zh-CN': '最多 {max} 个字', en: 'At most {max} characters' },
  notanumber: { 'zh-CN': '请填写数字', en: 'Please enter a number' },
  notadate: { 'zh-CN': '请填写存在的日期或时间', en: 'Please enter a date or time that exists' },
  notachoice: { 'zh-CN': '请选一个选项', en: 'Please choose one option' },
  notalist: { 'zh-CN': '请从选项中勾选', en: 'Please choose from the options' },
  unknownchoice: { 'zh-CN': '没有这个选项', en: 'There is no such option' },
  doubledchoice: { 'zh-CN': '同一选项选了两次', en: 'An option was chosen twice' },
  exclusivechoice: {
    'zh-CN': '“{choice}”不能与其他选项同选',
    en: '“{choice}” cannot be chosen together with others',
  },
  toomanychoices: { 'zh-CN': '最多选 {max} 项', en: 'At most {max} may be chosen' },
  offscale: { 'zh-CN': '不在评分范围内', en: 'This is not on the scale' },
  notaboolean: { 'zh-CN': '请选“是”或“否”', en: 'Please choose yes or no' },
  notamatrix: { 'zh-CN': '请逐行选择', en: 'Please answer row by row' },
  unknownrow: { 'zh-CN': '没有“{row}”这一行', en: 'There is no row “{row}”' },
  unknowncolumn: { 'zh-CN': '没有这个选项', en: 'There is no such option' },
  incompleteranking: { 'zh-CN': '请给所有选项排序', en: 'Please put all options in order' },
  severalanswers: { 'zh-CN': '此题只收一个答案', en: 'This question takes one answer' },
}

/** Sentences of checks that an author set up without a text of their own. */
export const checkWords = {
  minSelected: { 'zh-CN': '最少选 {min} 项', en: 'Please choose at least {min}' },
  maxSelected: { 'zh-CN': '最多选 {max} 项', en: 'Please choose at most {max}' },
  least: { 'zh-CN': '不能小于 {min}', en: 'It cannot be less than {min}' },
  most: { 'zh-CN': '不能大于 {max}', en: 'It cannot be more than {max}' },
  step: { 'zh-CN': '须为 {step} 的倍数', en: 'It has to be a multiple of {step}' },
  email: { 'zh-CN': '请填写电子邮箱', en: 'Please enter an e-mail address' },
  shortest: { 'zh-CN': '至少 {min} 个字', en: 'At least {min} characters' },
  longest: { 'zh-CN': '最多 {max} 个字', en: 'At most {max} characters' },
  noDigits: { 'zh-CN': '末尾不能是数字', en: 'It cannot end with a digit' },
} as const satisfies Readonly<Record<string, Text>>

/** What is said of an item's scoring that is not taken. */
export const scoreWords = {
  overMost: { 'zh-CN': '得分超过本条满分 {most} 分', en: 'gives more than the {most} points of the item' },
  overlap: { 'zh-CN': '与前一档的下限相同', en: 'starts where the band before it starts' },
  unordered: {
    'zh-CN': '分档须按下限依次排列',
    en: 'the bands have to stand in the order of their lower bounds',
  },
  day: {
    'zh-CN': '计分不能取决于当天日期',
    en: 'a score cannot depend on the day on which it is worked out',
  },
} as const satisfies Readonly<Record<string, Text>>

/** Labels of a form's page, where the author gave none. */
export const formWords = {
  untitled: { 'zh-CN': '问卷', en: 'Questionnaire' },
  other: { 'zh-CN': '其他（请写明）', en: 'Other (please say)' },
  none: { 'zh-CN': '无', en: 'None' },
  refused: { 'zh-CN': '不愿回答', en: 'I would rather not say' },
  dontknow: { 'zh-CN': '不了解', en: 'I do not know' },
  yes: { 'zh-CN': '是', en: 'Yes' },
  no: { 'zh-CN': '否', en: 'No' },
  comment: { 'zh-CN': '补充说明', en: 'Comment' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  required: { 'zh-CN': '必填', en: 'required' },
  progress: { 'zh-CN': '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  next: { 'zh-CN': '下一页', en: 'Next' },
  back: { 'zh-CN': '上一页', en: 'Back' },
  errors: { 'zh-CN': '请检查以下内容', en: 'Please look at these again' },
  send: { 'zh-CN': '提交', en: 'Send' },
  rankHint: { 'zh-CN': '第几位', en: 'Place' },
  onlyIf: { 'zh-CN': '（如适用）', en: '(where it applies)' },
  upTo: { 'zh-CN': '最多 {max} 个字', en: 'At most {max} characters' },
} as const satisfies Readonly<Record<string, Text>>

/** Puts values into a text in every language at once, for sentences that are kept rather than said. */
export function filled(text: Text, values: Values): Text {
  return { 'zh-CN': speaker('zh-CN')(text, values), en: speaker('en')(text, values) }
}

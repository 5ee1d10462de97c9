import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  tooManyBoards: {
    status: 429,
    'zh-CN': '同时打开的实时看板太多，请稍后再试；刷新页面可看到最新进度。',
    en: 'Too many live boards are open; reload the page to see how it stands.',
  },
  unknownRound: {
    status: 404,
    'zh-CN': '没有编号为 {id} 的调查轮次。',
    en: 'There is no round with the id {id}.',
  },
  unknownLink: {
    status: 404,
    'zh-CN': '没有这个问卷。链接可能不完整，请核对海报上的网址，或重新扫描二维码。',
    en: 'There is no such questionnaire. The link may be incomplete: please check the address on the poster, or scan its code again.',
  },
  notYetOpen: {
    status: 410,
    'zh-CN': '本轮调查自 {date} 起开放填写。',
    en: 'This survey takes answers from {date} on.',
  },
  roundClosed: {
    status: 410,
    'zh-CN': '本轮调查已于 {date} 结束，感谢您的关注。',
    en: 'This survey ended on {date}. Thank you for your interest.',
  },
  callsEnded: {
    status: 409,
    'zh-CN': '本轮调查已于 {date} 结束，现在只录入纸质问卷，不再录入电话问卷。',
    en: 'This survey ended on {date}; only paper forms are typed now, and no calls.',
  },
  entryOver: {
    status: 410,
    'zh-CN': '本轮调查已于 {date} 结束，不再录入问卷。',
    en: 'This survey ended on {date}; no answers are entered any more.',
  },
  typingOver: {
    status: 410,
    'zh-CN': '本轮调查已于 {date} 结束，纸质问卷录入也已于 {until} 结束，不再录入问卷。',
    en: 'This survey ended on {date}, and the typing of its paper forms on {until}; no answers are entered any more.',
  },
  codesOver: {
    status: 410,
    'zh-CN': '本轮调查已于 {date} 结束，不再生成填写码。',
    en: 'This survey ended on {date}; no more codes are made.',
  },
  notTyping: {
    status: 409,
    'zh-CN': '本轮调查不在纸质问卷录入期。',
    en: 'Paper forms of this survey are not being typed now.',
  },
  resultsLater: {
    status: 404,
    'zh-CN': '本轮调查已于 {date} 结束，正在录入纸质问卷。结果在 {until} 之后公布。',
    en: 'This survey ended on {date}, and its paper forms are being typed. The result is published after {until}.',
  },
  malformed: {
    status: 400,
    'zh-CN': '提交的内容无法识别，没有保存。请返回问卷重新提交。',
    en: 'What was sent could not be read; nothing was stored. Please go back to the questionnaire and send it again.',
  },
  allAndSome: {
    status: 422,
    'zh-CN': '已勾选单位，但范围选的是“全部社区”。请改选“只选下列单位”，或取消勾选。',
    en: 'Units are ticked, but “All communities” is chosen. Choose “Only the units chosen below”, or untick them.',
  },
  unknownForm: { status: 422, 'zh-CN': '没有名为 {form} 的问卷。', en: 'There is no form called {form}.' },
  notASurvey: {
    status: 422,
    'zh-CN': '问卷 {form} 没有标明总体满意度问题，不能用于满意度调查。',
    en: 'The form {form} marks no question as the overall one, so it cannot be used for a satisfaction survey.',
  },
  noStandard: {
    status: 422,
    'zh-CN':
      '问卷 {form} 的 scoring 缺少或写错了评判标准：target（目标值）、minimum（最少有效答卷）、sample（目标样本）、smallCell（小单元）。',
    en: 'The form {form} lacks its standard, or has it wrong: “scoring” with target, minimum, sample and smallCell.',
  },
  unknownUnits: { status: 422, 'zh-CN': '没有这些单位：{codes}。', en: 'There are no such units: {codes}.' },
  noUnits: {
    status: 422,
    'zh-CN': '请至少选择一个社区或服务窗口。',
    en: 'Please choose at least one community or service window.',
  },
  closesBeforeOpens: {
    status: 422,
    'zh-CN': '截止日期 {closes} 早于开始日期 {opens}。',
    en: 'The closing date {closes} is before the opening date {opens}.',
  },
  closesInPast: {
    status: 422,
    'zh-CN': '截止日期 {closes} 已过（今天是 {today}）。',
    en: 'The closing date {closes} has passed (today is {today}).',
  },
  alreadyClosed: {
    status: 409,
    'zh-CN': '本轮调查已于 {date} 结束。',
    en: 'This round ended on {date} already.',
  },
  notClosed: {
    status: 409,
    'zh-CN': '本轮调查尚未结束，无需重新开放。',
    en: 'This round has not ended, so there is nothing to reopen.',
  },
  reasonNeeded: {
    status: 422,
    'zh-CN': '重新开放须说明原因。',
    en: 'Reopening a round needs a reason.',
  },
  unknownReceipt: {
    status: 404,
    'zh-CN': '本轮调查的答卷中没有这个回执。',
    en: 'This receipt is not among those of this survey.',
  },
  notEnded: {
    status: 409,
    'zh-CN': '回执在调查结束（{date}）后公布。',
    en: 'Receipts are published when the survey has ended ({date}).',
  },
  alreadyDecided: { status: 409, 'zh-CN': '这项提议已有决定。', en: 'This proposal was decided already.' },
  alreadyProposed: {
    status: 409,
    'zh-CN': '所选答卷中有已提议剔除的，请刷新后重新选择。',
    en: 'One of these answers was proposed before. Please load the page again and choose anew.',
  },
  decisionNeedsReason: { status: 422, 'zh-CN': '不同意须说明理由。', en: 'A rejection needs its reason.' },
  exclusionNeedsReason: { status: 422, 'zh-CN': '提议剔除须说明理由。', en: 'A proposal needs its reason.' },
  nothingChosen: { status: 422, 'zh-CN': '请至少选择一份答卷。', en: 'Please choose at least one answer.' },
  noGroupChosen: {
    status: 422,
    'zh-CN': '请至少选择一组答卷。',
    en: 'Please choose at least one group of answers.',
  },
  groupChanged: {
    status: 409,
    'zh-CN': '您查看之后，{unit}“{signal}”的待复核答卷有变化，没有提议。请核对后重新提议。',
    en: 'Since you looked, other answers about {unit} wait with the signal “{signal}”; nothing was proposed. Please look again and propose anew.',
  },
  noProposalChosen: {
    status: 422,
    'zh-CN': '请至少选择一项提议。',
    en: 'Please choose at least one proposal.',
  },
  notFlagged: {
    status: 422,
    'zh-CN': '只能提议剔除有异常信号的答卷。',
    en: 'Only answers with a signal can be proposed.',
  },
  unknownExclusion: { status: 404, 'zh-CN': '没有这项提议。', en: 'There is no such proposal.' },
  notCoded: {
    status: 409,
    'zh-CN': '本轮调查不使用一次性填写码。',
    en: 'This survey is not answered with one-time codes.',
  },
  alreadyPrinted: {
    status: 409,
    'zh-CN': '这一页填写码已经生成过，只显示一次。如未打印成功，请重新生成。',
    en: 'The codes of this sheet were made before and are shown once. If the print was lost, make new ones.',
  },
  tooManyCodes: {
    status: 422,
    'zh-CN': '一户一码：该单位共 {households} 户，已生成 {before} 个填写码。',
    en: 'One code a household: this unit has {households} households, and {before} codes were made before.',
  },
  notChosen: {
    status: 409,
    'zh-CN': '编号 {number} 的问卷不在待二次录入之列。',
    en: 'The form with number {number} is not among those to be entered a second time.',
  },
  otherTypistNeeded: {
    status: 403,
    'zh-CN': '编号 {number} 的问卷由您首次录入，二次录入须由另一人完成。',
    en: 'You entered the form with number {number} the first time; another person has to enter it again.',
  },
  enteredAgain: {
    status: 409,
    'zh-CN': '编号 {number} 的问卷已二次录入，没有再保存。',
    en: 'The form with number {number} was entered a second time before; nothing was stored.',
  },
  noDifference: {
    status: 404,
    'zh-CN': '编号 {number} 的问卷没有待核对的差异。',
    en: 'There is no difference to look up for the form with number {number}.',
  },
  alreadySettled: {
    status: 409,
    'zh-CN': '编号 {number} 的问卷已核对过。',
    en: 'The form with number {number} was looked up before.',
  },
  nameEvery: {
    status: 422,
    'zh-CN': '请对照纸质问卷，逐项指出哪一次录入正确。',
    en: 'Please look at the paper and name the right entry for every difference.',
  },
  notAnAnswer: {
    status: 422,
    'zh-CN': '这样改正后的答卷不符合问卷的要求，请再核对。',
    en: 'Put together like this the answer does not meet the form; please look at the paper again.',
  },
  codedByHand: {
    status: 409,
    'zh-CN': '本轮调查凭一次性填写码作答，纸质问卷须逐份录入：表格会把填写码和答卷一直对应保存在一起。',
    en: 'This survey is answered with one-time codes, so paper forms are entered one by one: a table would keep codes and answers side by side for good.',
  },
  missingQuestions: {
    status: 422,
    'zh-CN': '首行缺少列：{columns}。请使用本轮调查的空白表格。',
    en: 'The first line lacks the columns {columns}. Please use the empty table of this survey.',
  },
  noFile: { status: 422, 'zh-CN': '请选择一个文件。', en: 'Please choose a file.' },
  faultyFile: {
    status: 422,
    'zh-CN': '文件有 {count} 处错误，没有导入任何内容：\n{faults}',
    en: 'The file has {count} {count|fault|faults}; nothing was imported:\n{faults}',
  },
  notYours: {
    status: 403,
    'zh-CN': '这不在您的管理范围内。',
    en: 'This is outside the units you are responsible for.',
  },
  notPublished: {
    status: 404,
    'zh-CN': '这里没有已公布的结果。结果在调查结束后公布。',
    en: 'No result is published here. Results are published when the survey has ended.',
  },
})

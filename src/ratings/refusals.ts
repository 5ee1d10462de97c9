import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  outOfOrder: {
    status: 409,
    'zh-CN': '当前状态为“{state}”，不能“{action}”。',
    en: '“{action}” is out of order: the state is “{state}”.',
  },
  notYourLevel: {
    status: 403,
    'zh-CN': '“{action}”不在您的权限范围内。',
    en: '“{action}” is not for you to do here.',
  },
  reasonNeeded: {
    status: 422,
    'zh-CN': '“{action}”须写明原因。',
    en: '“{action}” needs a reason.',
  },
  itemsNeeded: {
    status: 422,
    'zh-CN': '退回须指明涉及的条目。',
    en: 'A return must name the items it is about.',
  },
  unknownItem: { status: 422, 'zh-CN': '评估表中没有条目 {item}。', en: 'The rubric has no item {item}.' },
  unknownSection: {
    status: 404,
    'zh-CN': '评估表中没有“{section}”部分。',
    en: 'The rubric has no section “{section}”.',
  },
  notScored: {
    status: 409,
    'zh-CN': '还有条目未评分，请先评完全部条目。',
    en: 'Some items are not scored yet; score them all first.',
  },
  notSampled: {
    status: 409,
    'zh-CN': '该社区未被抽中，也未申报一流，不需要区级核查。',
    en: 'This community was neither drawn nor is it a first-class application, so the district does not check it.',
  },
  checkFirst: {
    status: 409,
    'zh-CN': '须先经区级核查：一流逐个核定，合格按抽样核查。',
    en: 'The district must check it first: every first-class one, and those drawn.',
  },
  sampleFirst: {
    status: 409,
    'zh-CN': '请先抽取合格社区的核查样本。',
    en: 'Draw the spot check of the qualified communities first.',
  },
  noticeRuns: {
    status: 409,
    'zh-CN': '公示期至 {date}，期满后方可命名。',
    en: 'The public notice runs until {date}; the grade becomes final after it.',
  },
  objectToMissing: {
    status: 409,
    'zh-CN': '公示须写明异议受理方式，请先在评定周期页面的“异议受理方式”中填写。',
    en: 'A notice must say where to object. Fill it in first: the page of the cycle, “Where to object”.',
  },
  noticeOver: {
    status: 409,
    'zh-CN': '已发布的公示均已期满，异议受理方式现在不能修改；再有社区拟定等次后可以修改。',
    en: 'Every notice so far has ended; where to object can be changed again once further grades are proposed.',
  },
  badPhone: {
    status: 422,
    'zh-CN': '请填写办公电话，例如：区号-号码 转 分机。',
    en: 'Give an office telephone, such as area-number ext. 8.',
  },
  mobilePhone: {
    status: 422,
    'zh-CN': '请填写办公电话，不要填写个人手机号。',
    en: 'Give the telephone of an office, not somebody’s mobile.',
  },
  notDue: {
    status: 409,
    'zh-CN': '所选社区的年度复核尚未到期。',
    en: 'No yearly review of these is due.',
  },
  stillValid: { status: 409, 'zh-CN': '有效期至 {date}，尚未到期。', en: 'It is valid until {date}.' },
  nothingFilled: {
    status: 409,
    'zh-CN': '自评尚未填写，不能提交。',
    en: 'Nothing of the self-assessment is filled in yet.',
  },
  ownApplication: {
    status: 403,
    'zh-CN': '申报人不能评定自己提交的申报。',
    en: 'Whoever handed an application in does not decide on it.',
  },
  faultyAnswers: {
    status: 422,
    'zh-CN': '有内容填写不正确，未保存。',
    en: 'Some answers are not right; nothing was saved.',
  },
  noteTooLong: {
    status: 422,
    'zh-CN': '说明最多 {limit} 字。',
    en: 'A note has at most {limit} characters.',
  },
  changedMeanwhile: {
    status: 409,
    'zh-CN': '您填写期间有其他人改过同样的内容，未保存。请核对后再保存。',
    en: 'Somebody else changed the same while you were filling it in; nothing was saved. Check it and save again.',
  },
  overMaximum: {
    status: 422,
    'zh-CN': '{item} 的得分应在 0 至 {points} 之间，最多 {decimals} 位小数。',
    en: 'The score of {item} must be between 0 and {points}, with at most {decimals} decimals.',
  },
  measureNeeded: {
    status: 422,
    'zh-CN': '{item} 写了整改期限，请写明整改措施。',
    en: 'Rectification of {item} has a date; say what is to be done.',
  },
  dueNeeded: {
    status: 422,
    'zh-CN': '{item} 写了整改措施，请填整改期限。',
    en: 'Rectification of {item} needs a date.',
  },
  dueInPast: {
    status: 422,
    'zh-CN': '{item} 的整改期限已过，请改为今天或以后。',
    en: 'The date for the rectification of {item} is past.',
  },
  notHeld: {
    status: 422,
    'zh-CN': '{item} 的数据已齐，不能暂缓评分。',
    en: 'What {item} needs is known, so it cannot be held.',
  },
  scoreReason: {
    status: 422,
    'zh-CN': '{item} 的得分与下级评分不同，请写明原因。',
    en: 'The score of {item} differs from the one below; say why.',
  },
  gateReason: {
    status: 422,
    'zh-CN': '{gate} 的判定与现状不同，请写明原因。',
    en: '{gate} is judged otherwise than the present state says; say why.',
  },
  vetoApart: {
    status: 422,
    'zh-CN': '弄虚作假须通过“一票否决”认定。',
    en: 'Falsification is established by a veto, not here.',
  },
  itemFull: {
    status: 409,
    'zh-CN': '{item} 最多 {limit} 个文件，请先撤回不需要的。',
    en: '{item} shows {limit} files at most; take back what is not needed.',
  },
  quotaFull: {
    status: 409,
    'zh-CN': '本社区本年度的佐证已达 {limit} MB 上限，请先撤回不需要的。',
    en: 'The evidence of this association has reached {limit} MB for the year; take back what is not needed.',
  },
  evidenceClosed: {
    status: 409,
    'zh-CN': '当前不能增减佐证。',
    en: 'Evidence can be neither added nor taken back now.',
  },
  unknownFileId: {
    status: 404,
    'zh-CN': '没有这个文件，或已撤回。',
    en: 'There is no such file, or it was taken back.',
  },
  notYourFile: {
    status: 403,
    'zh-CN': '只能撤回本级上传的文件。',
    en: 'Only the level that added a file takes it back.',
  },
  noCommunities: {
    status: 409,
    'zh-CN': '还没有社区，请先导入单位。',
    en: 'There are no communities yet; import the units first.',
  },
  cycleOpen: {
    status: 409,
    'zh-CN': '{year} 年度已经开启。',
    en: 'The cycle of {year} is open already.',
  },
  badYear: { status: 422, 'zh-CN': '请填写年度，如 2026。', en: 'Enter a year such as 2026.' },
  unknownCycle: { status: 404, 'zh-CN': '没有 {cycle} 年度的评定。', en: 'There is no cycle {cycle}.' },
  unknownRating: {
    status: 404,
    'zh-CN': '{cycle} 年度没有这个社区的评定。',
    en: 'The cycle {cycle} has no rating of this community.',
  },
  outOfScope: {
    status: 403,
    'zh-CN': '这不在您的管理范围内。',
    en: 'This is outside the units you are responsible for.',
  },
  districtOnly: { status: 403, 'zh-CN': '由区级办理。', en: 'This is done by the district.' },
  unknownStep: { status: 422, 'zh-CN': '不能这样办理。', en: 'This cannot be done here.' },
  noTarget: { status: 422, 'zh-CN': '请选择申报等次。', en: 'Choose the grade you apply for.' },
  badSeed: { status: 422, 'zh-CN': '种子最多 100 字。', en: 'A seed has at most 100 characters.' },
  appealByLead: {
    status: 403,
    'zh-CN': '申诉由社区协会负责人提出。',
    en: 'An appeal is filed by the lead of the association.',
  },
  appealOnce: { status: 409, 'zh-CN': '每个周期只能申诉一次。', en: 'There is one appeal in a cycle.' },
  nothingToAppeal: {
    status: 409,
    'zh-CN': '结果尚未公布，不能申诉。',
    en: 'There is no decision yet to appeal against.',
  },
  appealTooLate: {
    status: 409,
    'zh-CN': '申诉期限为 {date}，已过期。',
    en: 'An appeal could be filed until {date}.',
  },
  appealReason: { status: 422, 'zh-CN': '请写明理由。', en: 'Say why.' },
  appealDecided: { status: 409, 'zh-CN': '该申诉已处理。', en: 'The appeal was decided already.' },
  noAppeal: { status: 404, 'zh-CN': '没有申诉。', en: 'There is no appeal.' },
  recused: {
    status: 403,
    'zh-CN': '参与过评分、决定或与本社区有关的人员应当回避。',
    en: 'Whoever scored, decided or belongs to the association does not decide on its appeal.',
  },
  nothingToDraw: {
    status: 409,
    'zh-CN': '没有待抽查的合格社区。',
    en: 'There are no qualified communities to draw from.',
  },
  seedUsed: {
    status: 409,
    'zh-CN': '种子“{seed}”已用过，请换一个。',
    en: 'The seed “{seed}” was used already; take another one.',
  },
  brokenRubric: {
    status: 422,
    'zh-CN': '评估表有误，不能使用：\n{faults}',
    en: 'The rubric cannot be used:\n{faults}',
  },
})

import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  notARule: {
    status: 422,
    'zh-CN': '看不懂重复规则中的“{part}”。示例：FREQ=MONTHLY;BYDAY=1TU（每月第一个星期二）。',
    en: 'The rule cannot be read at “{part}”. An example: FREQ=MONTHLY;BYDAY=1TU (the first Tuesday of each month).',
  },
  neverFires: {
    status: 422,
    'zh-CN': '按此规则永远没有会期，请更正。',
    en: 'This rule never comes to a day. Please correct it.',
  },
  tooOften: {
    status: 422,
    'zh-CN': '例会最多每天一次；会议时间请填在时间栏。',
    en: 'A meeting is at most once a day; its time goes into the field of its own.',
  },
  noSuchTime: {
    status: 422,
    'zh-CN': '没有“{time}”这个时间，请写成 09:30。',
    en: 'There is no time “{time}”; write it as 09:30.',
  },
  nothingAbove: {
    status: 422,
    'zh-CN': '区级例会之上没有会议，不能随上级例会安排。',
    en: 'There is no meeting above the district’s that it could follow.',
  },
  unknownUnit: {
    status: 404,
    'zh-CN': '没有代码为 {code} 的单位。',
    en: 'There is no unit with the code {code}.',
  },
  wrongLevel: {
    status: 422,
    'zh-CN': '{name}及其下没有可安排{level}例会的单位。',
    en: '{name} has no {level} within it for which such a meeting could be planned.',
  },
  mayNotPlan: {
    status: 403,
    'zh-CN': '您不能为{name}安排这一级例会。',
    en: 'You may not plan meetings of this level for {name}.',
  },
  notYours: {
    status: 403,
    'zh-CN': '这次会议不在您的管理范围内。',
    en: 'This meeting is outside the units you are responsible for.',
  },
  noMeeting: { status: 404, 'zh-CN': '没有这次会议。', en: 'There is no such meeting.' },
  noneComing: {
    status: 404,
    'zh-CN': '近期没有需要您参加的会议。',
    en: 'No meeting is coming up in which you are expected.',
  },
  notExpected: {
    status: 403,
    'zh-CN': '您不在这次会议的应到名单中。',
    en: 'You are not among those expected at this meeting.',
  },
  countedOnly: {
    status: 409,
    'zh-CN': '社区例会不逐人签到，会后报到会人数即可。',
    en: 'At a community meeting people are counted, not signed in; report the number afterwards.',
  },
  tooEarly: {
    status: 409,
    'zh-CN': '签到 {opens} 开始，到时再签。',
    en: 'Sign-in opens at {opens}; please sign in then.',
  },
  tooLate: {
    status: 409,
    'zh-CN': '签到已于 {ends} 截止，不能补签；确有出席的，请联系召集单位更正。',
    en: 'Sign-in closed at {ends} and cannot be made up for. If you were there, ask the convening office to correct it.',
  },
  cancelled: {
    status: 409,
    'zh-CN': '这次会议已取消：{reason}',
    en: 'This meeting was cancelled: {reason}',
  },
  notHeld: { status: 409, 'zh-CN': '这次会议没有召开。', en: 'This meeting was not held.' },
  alreadyIn: {
    status: 409,
    'zh-CN': '您已于 {at} 签到，不能再改为请假或代会；如有误，请联系召集单位更正。',
    en: 'You signed in at {at}, so this cannot become leave or a deputy. Ask the convening office to correct it.',
  },
  leaveTooLate: {
    status: 409,
    'zh-CN': '会议已于 {starts} 开始，请假须在会前提出。',
    en: 'The meeting began at {starts}; leave has to be asked for before.',
  },
  leaveDeclined: {
    status: 409,
    'zh-CN': '这次请假未获批准，请到会或安排代会。',
    en: 'This leave was declined; please come, or send a deputy.',
  },
  noLeaveAsked: {
    status: 404,
    'zh-CN': '没有待批的请假：可能已签到或已改为代会。',
    en: 'There is no leave to decide on; they may have come, or sent a deputy.',
  },
  otherLeaveAsked: {
    status: 409,
    'zh-CN': '对方已改报其他类别的请假，请按最新一条消息审批。',
    en: 'Another kind of leave was asked for since; please decide by the newer message.',
  },
  mayNotDecide: {
    status: 403,
    'zh-CN': '请假由召集单位或其上级批准。',
    en: 'Leave is approved by the convening office or the level above.',
  },
  mayNotDecideOwn: {
    status: 403,
    'zh-CN': '不能批准自己的请假。',
    en: 'Nobody decides on their own leave.',
  },
  expectedHere: {
    status: 409,
    'zh-CN': '您在应到名单中，请直接签到。',
    en: 'You are expected at this meeting; please sign in.',
  },
  mayNotObserve: {
    status: 403,
    'zh-CN': '只有召集单位、其上级和下属单位的人员可以列席。',
    en: 'Observers are people of the convening unit, of those above and of those below it.',
  },
  postNeeded: {
    status: 422,
    'zh-CN': '请写明代会人的职务，例如：代会 副会长。',
    en: 'Please give the post of the person who comes instead, such as: deputy vice president.',
  },
  notThereYet: {
    status: 409,
    'zh-CN': '尚未签到，不能登记早退。',
    en: 'There is no sign-in, so leaving early cannot be recorded.',
  },
  reasonNeeded: { status: 422, 'zh-CN': '请写明原因。', en: 'Please give the reason.' },
  mayNotCorrect: {
    status: 403,
    'zh-CN': '只有召集单位或其上级可以更正，本人不能更正自己的签到。',
    en: 'Only the convening office or the level above may correct this, and nobody their own sign-in.',
  },
  notOver: {
    status: 409,
    'zh-CN': '会议 {starts} 才开始，会后再报。',
    en: 'The meeting begins at {starts}; report it afterwards.',
  },
  finished: {
    status: 409,
    'zh-CN': '这次会议已有结果（{status}），不能再改。',
    en: 'This meeting has come to its end ({status}) and cannot be changed.',
  },
  moveToPast: {
    status: 422,
    'zh-CN': '新的时间须在现在之后。',
    en: 'The new time has to be in the future.',
  },
  extraInPast: {
    status: 422,
    'zh-CN': '这个时间已过，临时会议须在召开前通知；请改用今后的日期和时间。',
    en: 'This time is past. An extra meeting is called before it begins; please give a later day and time.',
  },
  whenNeeded: {
    status: 422,
    'zh-CN': '请写明新的日期和时间，例如：改到周五下午3点。',
    en: 'Please give the new day and time, such as: moved to Friday 3 pm.',
  },
  countNeeded: {
    status: 422,
    'zh-CN': '请报到会人数，例如：12人。',
    en: 'Please give how many came, such as: 12 people.',
  },
  impossibleCount: {
    status: 422,
    'zh-CN': '到会人数须为 0 至 {most} 的整数。',
    en: 'How many came has to be a whole number from 0 to {most}.',
  },
  notCommunity: {
    status: 409,
    'zh-CN': '只有社区例会用快报；这次会议以签到为准。',
    en: 'Only community meetings are reported by number; this one goes by its sign-ins.',
  },
  minutesNeeded: { status: 422, 'zh-CN': '请填写会议记录。', en: 'Please write the minutes.' },
  feedNotYours: {
    status: 403,
    'zh-CN': '只能订阅自己管理范围内单位的日历。',
    en: 'You can subscribe to the calendar of units within your own scope only.',
  },
  tooManyBoards: {
    status: 429,
    'zh-CN': '同时打开的实时看板太多，请稍后再试；刷新会议页面可看到最新情况。',
    en: 'Too many live boards are open; reload the meeting’s page to see how it stands.',
  },
  noFeed: {
    status: 404,
    'zh-CN': '这个日历地址不存在或已停用。',
    en: 'There is no such calendar address, or it was ended.',
  },
  notProposed: {
    status: 404,
    'zh-CN': '没有这个提请事项，可能已办结或已由其他会议处理。',
    en: 'There is no such point any more; it was closed, or another meeting took it up.',
  },
  notToConvey: {
    status: 404,
    'zh-CN': '没有这项待传达的决定，可能已在其他会议上传达。',
    en: 'There is no such decision to convey; another meeting may have conveyed it.',
  },
  nobodyAbove: {
    status: 409,
    'zh-CN': '区级例会之上没有可提交的会议。',
    en: 'There is no meeting above the district’s to hand this on to.',
  },
  notBegun: {
    status: 409,
    'zh-CN': '会议还没有开始，开始后再登记。',
    en: 'The meeting has not begun; record this from its start on.',
  },
  nothingToUrge: {
    status: 409,
    'zh-CN': '现在不能催办：会前通知发出后可以催答复，签到开始后可以催签到，社区例会时间过后可以催报告。',
    en: 'There is nothing to urge to now: people can be urged to answer once the reminder is out, to sign in once sign-in is open, and to report once a community’s meeting is over.',
  },
  nobodyToUrge: {
    status: 409,
    'zh-CN': '没有需要催办的人。',
    en: 'There is nobody who would have to be urged.',
  },
  urgedJustNow: {
    status: 409,
    'zh-CN': '{last} 刚提醒过，请在 {again} 以后再催。',
    en: 'They were reminded at {last}; please wait until {again}.',
  },
  staleCode: {
    status: 409,
    'zh-CN': '二维码已更新，请重新扫描会场屏幕上的二维码。',
    en: 'The code has changed; please scan the one on the screen again.',
  },
  minutesFinal: {
    status: 409,
    'zh-CN': '会议记录已定稿，不能再改；需要更正的，请作补充说明。',
    en: 'The minutes are final and stand as they are; what has to be set right is added below them.',
  },
  minutesOpen: {
    status: 409,
    'zh-CN': '会议记录尚未定稿，直接修改即可。',
    en: 'The minutes are not final yet; just change them.',
  },
  minutesFinalSignIn: {
    status: 409,
    'zh-CN': '会议记录已定稿，不能再签到、请假或代会；确有出席的，请联系召集单位更正。',
    en: 'The minutes are final, so signing in, leave and deputies are closed. If you were there, ask the convening office to correct it.',
  },
  minutesTooLong: {
    status: 422,
    'zh-CN': '这一处超过 {limit} 字，请精简或分开填写。',
    en: 'This is longer than {limit} characters; shorten it or put it into several items.',
  },
  tooManyItems: {
    status: 422,
    'zh-CN': '议题最多 {limit} 项。',
    en: 'There can be {limit} items at most.',
  },
  noFile: {
    status: 404,
    'zh-CN': '没有这个文件，或已撤回。',
    en: 'There is no such file, or it was taken back.',
  },
  filesFull: {
    status: 409,
    'zh-CN': '每次会议最多 {limit} 个文件，请先撤回不需要的。',
    en: 'A meeting shows {limit} files at most; take back what is not needed.',
  },
  quotaFull: {
    status: 409,
    'zh-CN': '本单位本年度的会议文件已达 {limit} MB 上限，请先撤回不需要的。',
    en: 'The files of this unit’s meetings have reached {limit} MB for the year; take back what is not needed.',
  },
  noOwner: {
    status: 422,
    'zh-CN': '每项决定须有责任单位和完成期限。',
    en: 'Every resolution needs a responsible unit and a due date.',
  },
  ownerOutside: {
    status: 422,
    'zh-CN': '责任单位须是召集单位或其下属单位。',
    en: 'The responsible unit has to be the convening unit or one below it.',
  },
  dueInPast: {
    status: 422,
    'zh-CN': '完成期限不能早于今天。',
    en: 'The due date cannot be before today.',
  },
})

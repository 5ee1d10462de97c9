/** Coming, staying away, and being reminded of it. */
export const attendanceRefusals = {
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
  mayNotCorrect: {
    status: 403,
    'zh-CN': '只有召集单位或其上级可以更正，本人不能更正自己的签到。',
    en: 'Only the convening office or the level above may correct this, and nobody their own sign-in.',
  },
  staleCode: {
    status: 409,
    'zh-CN': '二维码已更新，请重新扫描会场屏幕上的二维码。',
    en: 'The code has changed; please scan the one on the screen again.',
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
} as const

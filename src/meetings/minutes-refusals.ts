/** What is written of a meeting, decided there, handed on and kept beside it. */
export const minutesRefusals = {
  minutesNeeded: { status: 422, 'zh-CN': '请填写会议记录。', en: 'Please write the minutes.' },
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
} as const

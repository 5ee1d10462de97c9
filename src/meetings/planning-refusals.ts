/** Planning a series or one meeting, and when it is. */
export const planningRefusals = {
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
} as const

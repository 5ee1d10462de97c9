import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  unknown: { status: 404, 'zh-CN': '没有这件督办事项。', en: 'There is no such follow-up.' },
  notYours: {
    status: 403,
    'zh-CN': '这件督办事项不由您办理。',
    en: 'This follow-up is not yours to act on.',
  },
  notNow: {
    status: 409,
    'zh-CN': '事项现为“{state}”，不能这样办理。',
    en: 'The follow-up is “{state}” now, so this cannot be done.',
  },
  movedOn: {
    status: 409,
    'zh-CN': '事项已有新的进展，请重新查看后办理。',
    en: 'There is news of this follow-up. Look at it again before acting on it.',
  },
  resultNeeded: {
    status: 422,
    'zh-CN': '请写明办理结果。',
    en: 'Please say what was done.',
  },
  reasonNeeded: { status: 422, 'zh-CN': '请写明原因。', en: 'Please give the reason.' },
  extensionTooLate: {
    status: 409,
    'zh-CN': '期限 {due} 已过，延期须在期限前申请。',
    en: 'The due date {due} is past; an extension has to be asked for before it.',
  },
  laterDateNeeded: {
    status: 422,
    'zh-CN': '新的期限须晚于 {due}。',
    en: 'The new date has to be later than {due}.',
  },
  noSuchDay: {
    status: 422,
    'zh-CN': '没有这一天，请重新写明新的期限（晚于 {due}）。',
    en: 'There is no such day. Please write another date after {due}.',
  },
  nothingToExtend: {
    status: 409,
    'zh-CN':
      '现在没有可以申请延期的督办事项：延期须在期限前申请，已过期限的请尽快报办理结果。发送 /tasks 查看。',
    en: 'There is no follow-up to ask an extension for: it has to be asked for before the due date, and what is overdue needs its result. Send /tasks to see yours.',
  },
  ownerNeeded: {
    status: 422,
    'zh-CN': '须有责任单位。',
    en: 'A responsible unit is needed.',
  },
  dueInPast: {
    status: 422,
    'zh-CN': '完成期限不能早于今天。',
    en: 'The due date cannot be before today.',
  },
})

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

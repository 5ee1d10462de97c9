import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  noMeeting: { status: 404, 'zh-CN': '没有这次会议。', en: 'There is no such meeting.' },
  noInspection: {
    status: 404,
    'zh-CN': '这次会议还没有检查记录。',
    en: 'This meeting has not been inspected.',
  },
  notYours: {
    status: 403,
    'zh-CN': '检查由上一级进行，您不能检查这个单位的例会。',
    en: 'Inspections are made by the level above; you may not inspect this unit’s meetings.',
  },
  notSeen: {
    status: 403,
    'zh-CN': '这次检查不在您的管理范围内，或者尚未作出结论。',
    en: 'This inspection is outside your units, or has not been concluded yet.',
  },
  notBegun: {
    status: 409,
    'zh-CN': '会议 {starts} 才开始，开始后再检查。',
    en: 'The meeting begins at {starts}; it can be inspected from then on.',
  },
  nothingHeld: {
    status: 409,
    'zh-CN': '这次会议没有召开，无从检查。',
    en: 'This meeting did not take place, so there is nothing to inspect.',
  },
  concluded: {
    status: 409,
    'zh-CN': '检查已作出结论，不能再改；新的情况请用复查登记。',
    en: 'The inspection has been concluded and stands as it is; record what is new as a re-check.',
  },
  notConcluded: {
    status: 409,
    'zh-CN': '检查尚未作出结论。',
    en: 'The inspection has not been concluded yet.',
  },
  noSheet: {
    status: 409,
    'zh-CN': '还没有人填写检查表，不能作出结论。',
    en: 'Nobody has filled a sheet yet, so there is no result to conclude.',
  },
  faultIncomplete: {
    status: 422,
    'zh-CN': '每个问题须写明整改建议和完成期限。',
    en: 'Every fault needs its advice and a due date.',
  },
  dueInPast: {
    status: 422,
    'zh-CN': '完成期限不能早于今天。',
    en: 'The due date cannot be before today.',
  },
  replyNeeded: { status: 422, 'zh-CN': '请填写回复。', en: 'Please write the reply.' },
  notYourReply: {
    status: 403,
    'zh-CN': '只有被检查单位可以回复。',
    en: 'Only the inspected association may reply.',
  },
  findingNeeded: {
    status: 422,
    'zh-CN': '请写明复查情况。',
    en: 'Please write what the re-check found.',
  },
  nothingSubmitted: {
    status: 409,
    'zh-CN': '被检查单位还没有报整改结果，暂无可复查的问题。',
    en: 'The association has not submitted any result yet, so there is nothing to re-check.',
  },
})

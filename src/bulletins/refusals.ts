import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  districtOnly: {
    status: 403,
    'zh-CN': '通报由区级印发。',
    en: 'Bulletins are issued by the district.',
  },
  unknown: { status: 404, 'zh-CN': '没有这期通报。', en: 'There is no such bulletin.' },
  periodReversed: {
    status: 422,
    'zh-CN': '起始日期不能晚于截止日期。',
    en: 'The period cannot begin after its end.',
  },
  periodAhead: {
    status: 422,
    'zh-CN': '截止日期不能晚于今天（{today}）。',
    en: 'The period cannot end after today ({today}).',
  },
  periodTooLong: {
    status: 422,
    'zh-CN': '一期通报最多跨两个年度。',
    en: 'A bulletin covers two calendar years at most.',
  },
  otherIssued: {
    status: 409,
    'zh-CN': '第 {no} 期刚刚已印发，请核对后再印发。',
    en: 'No. {no} was issued meanwhile; please look at it before issuing another.',
  },
})

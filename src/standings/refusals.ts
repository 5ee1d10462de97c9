import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  districtOnly: { status: 403, 'zh-CN': '由区级办理。', en: 'This is the district’s to do.' },
  staffOnly: {
    status: 403,
    'zh-CN': '由街道或区级办理。',
    en: 'This is for the subdistrict or the district.',
  },
  notYours: {
    status: 403,
    'zh-CN': '这不在您的管理范围内。',
    en: 'This is outside the units you are responsible for.',
  },
  noCycle: { status: 404, 'zh-CN': '尚未开启评定周期。', en: 'No rating cycle has been opened.' },
  unknown: { status: 404, 'zh-CN': '没有这条记录。', en: 'There is no such record.' },
  noDate: { status: 422, 'zh-CN': '请填写日期。', en: 'Please give the date.' },
  futureDate: { status: 422, 'zh-CN': '{date} 还没有到。', en: '{date} is still to come.' },
  pastDate: { status: 422, 'zh-CN': '{date} 已经过去。', en: '{date} is past.' },
  tooEarly: { status: 422, 'zh-CN': '不能早于 {date}。', en: 'It cannot be before {date}.' },
  reasonNeeded: { status: 422, 'zh-CN': '请写明理由。', en: 'Please give the reason.' },
  textNeeded: { status: 422, 'zh-CN': '请填写“{field}”。', en: 'Please fill in “{field}”.' },
  textTooLong: {
    status: 422,
    'zh-CN': '“{field}”最多 {most} 字。',
    en: '“{field}” has at most {most} characters.',
  },
  aboutPersons: {
    status: 422,
    'zh-CN': '只写协会的工作，不写居民个人情况。',
    en: 'This is about the work of associations, never about residents.',
  },
  // Plaques
  nothingChosen: {
    status: 422,
    'zh-CN': '请至少选择一个社区。',
    en: 'Please choose at least one community.',
  },
  noPlaqueDue: {
    status: 409,
    'zh-CN': '{name}没有待授的牌匾。',
    en: 'No plaque of {name} is to be handed over.',
  },
  alreadyOff: {
    status: 409,
    'zh-CN': '该牌匾已于 {date} 摘牌。',
    en: 'The plaque was taken off on {date} already.',
  },
  // Lagging communities
  notLagging: {
    status: 409,
    'zh-CN': '{name}不是未达标社区，不列为后进社区。',
    en: '{name} is not below 合格, so it is no lagging community.',
  },
  listed: {
    status: 409,
    'zh-CN': '{name}已列为后进社区。',
    en: '{name} is listed as a lagging community already.',
  },
  unknownHelper: { status: 422, 'zh-CN': '请选择帮扶单位。', en: 'Please choose the unit that helps.' },
  selfHelp: { status: 422, 'zh-CN': '社区不能帮扶自己。', en: 'A community cannot be its own helper.' },
  alreadyLifted: { status: 409, 'zh-CN': '已于 {date} 解除。', en: 'It was lifted on {date} already.' },
  noSuchCheck: {
    status: 409,
    'zh-CN': '{date} 没有待办的检查。',
    en: 'There is no check to be done of {date}.',
  },
  checkExists: { status: 422, 'zh-CN': '{date} 已安排检查。', en: 'There is a check on {date} already.' },
  // Highlights
  tooManyHighlights: {
    status: 409,
    'zh-CN': '每个街道每年最多 {most} 个亮点。',
    en: 'A subdistrict has at most {most} highlights a year.',
  },
  // Advanced subdistricts
  unknownSubdistrict: { status: 404, 'zh-CN': '没有这个街道。', en: 'There is no such subdistrict.' },
})

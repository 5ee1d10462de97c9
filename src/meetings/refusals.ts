import { refusals } from '../shared/refusal.ts'
import { attendanceRefusals } from './attendance-refusals.ts'
import { minutesRefusals } from './minutes-refusals.ts'
import { planningRefusals } from './planning-refusals.ts'

export const no = refusals({
  notYours: {
    status: 403,
    'zh-CN': '这次会议不在您的管理范围内。',
    en: 'This meeting is outside the units you are responsible for.',
  },
  noMeeting: { status: 404, 'zh-CN': '没有这次会议。', en: 'There is no such meeting.' },
  reasonNeeded: { status: 422, 'zh-CN': '请写明原因。', en: 'Please give the reason.' },
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
  notBegun: {
    status: 409,
    'zh-CN': '会议还没有开始，开始后再登记。',
    en: 'The meeting has not begun; record this from its start on.',
  },
  ...planningRefusals,
  ...attendanceRefusals,
  ...minutesRefusals,
})

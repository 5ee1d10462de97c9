import type { MeetingLevel } from './meeting.ts'

/** With what the minutes of a meeting begin where its series has no agenda of its own. */
export const usualAgenda: Readonly<Record<MeetingLevel, readonly string[]>> = {
  district: ['检查上次会议决定事项办理情况', '各街道协会汇报工作', '研究下级提请事项', '部署下阶段工作'],
  subdistrict: [
    '传达上级会议精神',
    '检查上次会议决定事项办理情况',
    '各社区协会汇报工作',
    '业务学习',
    '部署下月工作',
  ],
  community: [
    '传达上级会议精神',
    '检查上次会议决定事项办理情况',
    '各会员小组长汇报工作',
    '业务学习',
    '安排下月工作',
  ],
}

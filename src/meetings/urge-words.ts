import type { Text } from '../shared/words.ts'
import type { UrgeStage } from './urge-shape.ts'

/** Urging those who have not answered, on the page and in chat. */
export const urgeWords = {
  urgeTitle: { 'zh-CN': '催办', en: 'Urging' },
  urgeBefore: { 'zh-CN': '再次通知未答复的人', en: 'Remind those who have not answered' },
  urgeSignIn: { 'zh-CN': '催未签到的人签到', en: 'Urge those who have not signed in' },
  urgeReport: { 'zh-CN': '催报会议情况', en: 'Urge the lead to report' },
  urgeButton: { 'zh-CN': '{what}：{day} {title}', en: '{what}: {title}, {day}' },
  urgeRest: {
    'zh-CN': '上次提醒 {last}，{again} 后可以再催。',
    en: 'They were last reminded at {last}; you can urge them again from {again} on.',
  },
  urgeLine: {
    'zh-CN': '{at} {by}催办 {n} 人：{names}',
    en: '{at}, {by} urged {n} {n|person|people}: {names}',
  },
  urgeDone: {
    'zh-CN': '已催办 {n} 人：{names}。{title} {when}',
    en: '{n} {n|person was|people were} urged: {names}. {title}, {when}',
  },
  urgeWhich: { 'zh-CN': '要催办哪一次会议？', en: 'For which meeting?' },
} as const

/** What the button says that urges. */
export function urgeName(stage: UrgeStage): Text {
  switch (stage) {
    case 'before':
      return urgeWords.urgeBefore
    case 'urge':
      return urgeWords.urgeSignIn
    case 'report':
      return urgeWords.urgeReport
  }
}

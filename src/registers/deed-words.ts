import type { Text } from '../shared/words.ts'

/** The history of member groups. */
export const deedWords = {
  added: { 'zh-CN': '登记小组：{names}', en: 'added: {names}' },
  carried: { 'zh-CN': '沿用 {year} 年度小组：{names}', en: 'taken over from {year}: {names}' },
  changed: { 'zh-CN': '{group}：{changes}', en: '{group}: {changes}' },
  unconfirmed: { 'zh-CN': '五好小组确认失效', en: 'no longer confirmed as five-good' },
  counted: {
    'zh-CN': '填报 {month}：{groups} 个小组，活动 {activities} 次，宣传 {publicity} 次',
    en: '{month} entered: {groups} {groups|group|groups}, {activities} {activities|activity|activities}, {publicity} publicity',
  },
  countedSums: {
    'zh-CN': '填报 {month}：活动 {activities} 次，宣传 {publicity} 次',
    en: '{month} entered: {activities} {activities|activity|activities}, {publicity} publicity',
  },
  marked: { 'zh-CN': '{group}：自评具备 {marks}', en: '{group}: marked as having {marks}' },
  unmarked: { 'zh-CN': '{group}：取消自评', en: '{group}: marks taken away' },
  confirmed: { 'zh-CN': '{group}：确认为五好小组', en: '{group}: confirmed as five-good' },
  declined: {
    'zh-CN': '{group}：未确认为五好小组，理由：{reason}',
    en: '{group}: not confirmed as five-good: {reason}',
  },
  renamed: { 'zh-CN': '更名为“{to}”', en: 'renamed “{to}”' },
  covers: { 'zh-CN': '覆盖范围改为“{to}”', en: 'now covers “{to}”' },
  coversNone: { 'zh-CN': '删去覆盖范围', en: 'what it covers was taken out' },
  leaderFilled: { 'zh-CN': '组长到岗', en: 'leader’s post filled' },
  leaderGone: { 'zh-CN': '组长空缺', en: 'leader’s post vacant' },
  closed: { 'zh-CN': '撤销', en: 'given up' },
  reopened: { 'zh-CN': '恢复', en: 'taken up again' },
  comma: { 'zh-CN': '、', en: ', ' },
  semicolon: { 'zh-CN': '；', en: '; ' },
  line: { 'zh-CN': '{at} {who}：{deed}', en: '{at} {who}: {deed}' },
} satisfies Record<string, Text>

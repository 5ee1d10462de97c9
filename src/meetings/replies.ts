import { asksForExtension } from '../followups/extension.ts'
import { readCount, readMissing } from '../shared/bot/chinese/counts.ts'
import { normalize } from '../shared/bot/chinese/plain.ts'
import { readWhen, type When } from '../shared/bot/chinese/when.ts'
import type { PlainDate } from '../shared/time.ts'
import type { LeaveKind } from './attendance.ts'

/** What a plain sentence about a meeting means; `none` is not about one, and others may take it. */
export type Intent =
  | { readonly kind: 'signIn' }
  /** 收到: read; within the sign-in window it signs in. */
  | { readonly kind: 'received' }
  /** The kind is told by the words; the story itself is not kept. */
  | { readonly kind: 'leave'; readonly leave: LeaveKind | undefined }
  | { readonly kind: 'deputy'; readonly post: string | undefined }
  | { readonly kind: 'leaveEarly' }
  /** 列席: there without being expected. */
  | { readonly kind: 'observe' }
  | { readonly kind: 'forOther' }
  /** 催一下: those who have not answered are to be urged. */
  | { readonly kind: 'urge' }
  | { readonly kind: 'held'; readonly present: number | undefined; readonly missing: number | undefined }
  /** A number of people and nothing else. */
  | { readonly kind: 'count'; readonly present: number; readonly missing: number | undefined }
  | { readonly kind: 'moved'; readonly when: When | undefined }
  | { readonly kind: 'notHeld'; readonly reason: string }
  /** A question about when and where. */
  | { readonly kind: 'meetings' }
  | { readonly kind: 'none' }

const question = /[?？]|吗|么$|几点|几号|什么时候|何时|哪里|在哪|哪儿|怎么|\b(when|where|how)\b/i
const aboutMeetings = /会|签到|开|meeting|sign|check/i

const forOther = /(?:帮|替|代|给)[^ ,]{1,10}?(?:签到|签个到|签一下|打卡)|代签/
const notHeld =
  /没有?开(?!完|始)|没能开|未开|没召开|未召开|没有召开|不开了|开不了|开不成|没开成|取消了?$|停开|not held|did ?n[o']t (?:meet|happen)/
const moved = /改到|改在|改成|改期|推迟|延期|延到|延后|顺延|提前到|挪到|调到|调整到|moved|postponed/
const held =
  /已经?开|开了|开过|开完|已召开|召开了|开好了|会议结束|开会了|到会|实到|应到|出席|参会|\bheld\b|\bmet\b/
const notYet = /还没|还未|尚未|没有?开始/
const deputy =
  /代会|代我|替我|代开|代替|代为|(?:派|由|让|请)[^ ]{1,12}(?:参加|来开|去开|来会|代)|^(?:我)?(?:派|由|让)(?!大家|他们|他$)[^ ]{2,8}[来去]$|deputy|instead of me/
const leave =
  /请假|请个?假|告假|来不了|去不了|到不了|参加不了|不能(?:来|去|到|参加)|无法(?:来|去|到|参加)|事假|病假|公假|缺席|\bleave\b|can(?:no|')?t (?:come|make)/
const leaveEarly = /早退|先走|提前(?:走|离开|离会|退)|left early|leaving early/
const observe = /^(?:我|本人)?(?:来)?列席(?:签到|会议)?(?:了|的)?$|^observ(?:e|er|ing)$/
const urge =
  /^(?:请|帮我|再|麻烦)*(?:催办|催促|催报|催|提醒)(?:一下|一催|下)?(?:大家|还?没|未|尚未)?(?:签到|到会|来|到|报告|报|答复)?(?:的)?(?:人员|人|单位|社区)?(?:签到|报告)?$|^(?:urge|remind)(?: them| the others| the rest)?$/
const noSignIn = /不签|没签|未签|签不|没到|未到|不到|还没/
const signIn =
  /^(?:我|本人)?(?:已经?|刚刚?|马上)?(?:签到|签个到|签一下|签|到|到了|到会|到场|到达|来了|报到|打卡|在场|在)(?:了|啦|哈|咯|呀)?$|^签到[ ,:].{1,20}$|^.{1,20}[ ,:]签到$|^(?:check(?:ed)?[ -]?in|here|present|i am here|i'm here|sign(?:ed)? in)$/
const received =
  /^(?:已)?(?:收到|知道|明白|了解|好|好的|行|可以|ok|okay|嗯|谢谢|thanks?|got it|received)(?:了|啦|!|,? ?谢谢)?$/

/** Looked for in this order: somebody of the family who is ill is a private matter of one's own. */
const leaveWords: readonly (readonly [RegExp, LeaveKind])[] = [
  [/病假|sick leave/, 'sick'],
  [/事假/, 'personal'],
  [
    /公假|公务|出差|开会|有会|培训|学习|上级|区里|市里|街道|检查|值班|业务|on duty|business|training/,
    'official',
  ],
  [
    /孩子|小孩|儿子|女儿|宝宝|老人|父亲|母亲|爸|妈|公公|婆婆|爱人|家人|家里|家中|丈夫|妻子|child|mother|father|family/,
    'personal',
  ],
  [/病|发烧|发热|感冒|住院|医院|体检|不舒服|受伤|手术|看医生|sick|ill|fever|hospital/, 'sick'],
  [/私事|有事|急事|家事|搬家|婚礼|丧|personal/, 'personal'],
]

/** Only the post is taken out of what is typed about a deputy. The longer names come first. */
export const posts = [
  '专职副会长',
  '常务副会长',
  '副会长',
  '秘书长',
  '会长',
  '小组长',
  '副主任',
  '副书记',
  '主任',
  '书记',
  '委员',
  '理事',
  '专干',
  '干事',
] as const
const englishPosts: readonly (readonly [RegExp, string])[] = [
  [/vice[ -]?president/, '副会长'],
  [/president/, '会长'],
  [/secretary/, '秘书长'],
  [/group leader/, '小组长'],
]

/** Reads a sentence as a lead types it. Total: whatever is typed has a meaning or is `none`. */
export function understand(text: string, { today }: { readonly today: PlainDate }): Intent {
  // 到了到了 and 收到收到 say it twice.
  const plain = normalize(text).replace(/^([^\d]{1,4}?)\1+$/u, '$1')
  // More time for a follow-up is nothing that a meeting could be moved by.
  if (plain === '' || asksForExtension(text)) return { kind: 'none' }
  if (question.test(text)) return { kind: aboutMeetings.test(plain) ? 'meetings' : 'none' }
  if (urge.test(plain)) return { kind: 'urge' }
  if (forOther.test(plain)) return { kind: 'forOther' }
  if (notHeld.test(plain) && !notYet.test(plain)) return { kind: 'notHeld', reason: reasonIn(plain) }
  if (moved.test(plain)) return { kind: 'moved', when: readWhen(plain, { today }) }
  if (held.test(plain) && !notYet.test(plain) && !isPlainSignIn(plain))
    return { kind: 'held', ...counts(plain) }
  if (deputy.test(plain)) return { kind: 'deputy', post: postIn(plain) }
  if (leave.test(plain)) return { kind: 'leave', leave: leaveIn(plain) }
  if (leaveEarly.test(plain)) return { kind: 'leaveEarly' }
  if (observe.test(plain)) return { kind: 'observe' }
  if (isPlainSignIn(plain)) return { kind: 'signIn' }
  if (received.test(plain)) return { kind: 'received' }
  const { present, missing } = counts(plain)
  return present === undefined || !isCount(plain) ? { kind: 'none' } : { kind: 'count', present, missing }
}

/**
 * Whether a sentence is short and about coming to a meeting, or how many came: then it answers no question that another feature
 * has asked.
 */
export function isAboutComing(text: string, day: { readonly today: PlainDate }): boolean {
  if (text.trim().length > 8) return false
  const intent = understand(text, day)
  switch (intent.kind) {
    case 'signIn':
    case 'received':
    case 'leave':
    case 'deputy':
    case 'leaveEarly':
    case 'observe':
    case 'forOther':
    case 'urge':
    case 'meetings':
    case 'count':
      return true
    case 'held':
      return intent.present !== undefined
    case 'moved':
    case 'notHeld':
    case 'none':
      return false
  }
}

/** How many came and how many were missing; of 应到20人实到18人 the difference. */
export function counts(text: string): {
  readonly present: number | undefined
  readonly missing: number | undefined
} {
  const plain = normalize(text)
  const present = readCount(plain)
  const expected = /应到|应来/.test(plain) ? readCount(plain.replace(/.*?(?:应到|应来)/, '到会')) : undefined
  const difference =
    expected !== undefined && present !== undefined && expected >= present ? expected - present : undefined
  return { present, missing: difference ?? readMissing(plain) }
}

/** Names of relatives, illnesses and the like only choose the kind. */
export function leaveIn(plain: string): LeaveKind | undefined {
  const kind = leaveWords.find(([pattern]) => pattern.test(plain))?.[1]
  if (kind) return kind
  const more = plain.replace(leave, '').replace(/[我今天明天因为, .了要想]/g, '')
  return more === '' ? undefined : 'other'
}

export function postIn(plain: string): string | undefined {
  return (
    posts.find(post => plain.includes(post)) ?? englishPosts.find(([pattern]) => pattern.test(plain))?.[1]
  )
}

function isPlainSignIn(plain: string): boolean {
  return signIn.test(plain) && !noSignIn.test(plain)
}

function isCount(plain: string): boolean {
  return (
    plain.length <= 24 &&
    /^(?:共|一共|总共|大概|约|来了)? ?[\d零〇一二两三四五六七八九十百]+ ?(?:个人|人|位|名|个|people)?(?:[, ].*)?$/.test(
      plain,
    )
  )
}

/** What stands beside the words that say it was not held. */
function reasonIn(plain: string): string {
  return plain
    .replace(notHeld, ' ')
    .replace(/^(?:本月|这个?月|这次|今天|因为|由于|例会|会议|会|的|了|[ ,.:])+|[ ,.:了]+$/g, '')
    .trim()
    .slice(0, 100)
}

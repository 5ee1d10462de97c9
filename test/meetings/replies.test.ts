import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Intent, understand } from '../../src/meetings/replies.ts'
import { plainDate } from '../../src/shared/time.ts'

/** A Tuesday. */
const today = plainDate('2026-10-13')

/** The meaning in short: `leave personal`, `held 18/3`, `moved 2026-10-16 15:00`. */
const meaning = (intent: Intent): string => {
  switch (intent.kind) {
    case 'leave':
      return `leave ${intent.leave ?? '?'}`
    case 'deputy':
      return `deputy ${intent.post ?? '?'}`
    case 'held':
    case 'count':
      return `${intent.kind} ${intent.present ?? '?'}${intent.missing === undefined ? '' : `/${intent.missing}`}`
    case 'moved':
      return `moved ${intent.when?.date ?? '?'} ${intent.when?.time ?? '?'}`
    case 'notHeld':
      return `notHeld ${intent.reason}`.trim()
    default:
      return intent.kind
  }
}

test.each([
  ['签到', 'signIn'],
  ['签到！', 'signIn'],
  ['签', 'signIn'],
  ['到', 'signIn'],
  ['到了', 'signIn'],
  ['我到了', 'signIn'],
  ['已到', 'signIn'],
  ['已签到', 'signIn'],
  ['报到', 'signIn'],
  ['签到 鸿山社区', 'signIn'],
  ['鸿山社区，签到', 'signIn'],
  ['here', 'signIn'],
  ['Check in', 'signIn'],
  ['收到', 'received'],
  ['收到，谢谢', 'received'],
  ['好的', 'received'],
  ['OK', 'received'],
  ['请假', 'leave ?'],
  ['今天请假', 'leave ?'],
  ['请假 孩子生病', 'leave personal'],
  ['请假，母亲住院', 'leave personal'],
  ['请假 发烧', 'leave sick'],
  ['病假', 'leave sick'],
  ['请事假', 'leave personal'],
  ['请假 家里有事', 'leave personal'],
  ['请假 出差', 'leave official'],
  ['来不了，区里开会', 'leave official'],
  ['到不了，感冒了', 'leave sick'],
  ['请假 下大雨路上堵', 'leave other'],
  ["I can't come, my child is sick", 'leave personal'],
  ['代会 副会长', 'deputy 副会长'],
  ['代会 专职副会长', 'deputy 专职副会长'],
  ['由秘书长参加', 'deputy 秘书长'],
  ['派王某某副会长参加', 'deputy 副会长'],
  ['代会', 'deputy ?'],
  ['deputy vice president', 'deputy 副会长'],
  ['早退', 'leaveEarly'],
  ['有事先走了', 'leaveEarly'],
  ['帮李主任签到', 'forOther'],
  ['代签', 'forOther'],
  ['已开 12人', 'held 12'],
  ['已开，十二人', 'held 12'],
  ['已开１２人', 'held 12'],
  ['已开', 'held ?'],
  ['开了', 'held ?'],
  ['开完了，来了15个人', 'held 15'],
  ['到会18人缺3', 'held 18/3'],
  ['应到20人实到18人', 'held 18/2'],
  ['应到二十人，实到十八人，请假2人', 'held 18/2'],
  ['出席18人', 'held 18'],
  ['12人', 'count 12'],
  ['十八个人', 'count 18'],
  ['12', 'count 12'],
  ['改到周五下午3点', 'moved 2026-10-16 15:00'],
  ['改到25号下午三点', 'moved 2026-10-25 15:00'],
  ['推迟到下周二上午九点半', 'moved 2026-10-20 09:30'],
  ['改到 10月20日 9:30', 'moved 2026-10-20 09:30'],
  ['改期', 'moved ? ?'],
  ['申请延期 12月10日 人手不足', 'none'],
  ['催一下', 'urge'],
  ['催未签到的人', 'urge'],
  ['提醒大家签到', 'urge'],
  ['提醒：明天交表', 'none'],
  ['没开 下雨', 'notHeld 下雨'],
  ['没开，因为台风', 'notHeld 台风'],
  ['本月没开', 'notHeld'],
  ['没有开', 'notHeld'],
  ['到了到了', 'signIn'],
  ['收到收到！', 'received'],
  ['让副会长去', 'deputy 副会长'],
  ['我让王老师去', 'deputy ?'],
  ['不开了', 'notHeld'],
  ['几点开会？', 'meetings'],
  ['什么时候签到', 'meetings'],
  ['今天开会吗', 'meetings'],
  ['在哪开会', 'meetings'],
  ['会还没开', 'none'],
  ['还没签到', 'none'],
  ['不签到', 'none'],
  ['天气不错', 'none'],
  ['你好', 'none'],
  ['3月的表格在附件里', 'none'],
  ['', 'none'],
  ['。。。', 'none'],
])('“%s” means %s', (text, expected) => {
  expect(meaning(understand(text, { today }))).toBe(expected)
})

test('whatever is typed is read without a fault and comes to one of the meanings', () => {
  const pieces = fc.constantFrom(
    '签到',
    '到',
    '请假',
    '已开',
    '12',
    '人',
    '改到',
    '周五',
    '没',
    '开',
    '三点',
    ' ',
    '，',
    '99',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(typed, text => {
      expect(meaning(understand(text, { today }))).not.toBe('')
    }),
  )
})

test('the story told with a leave is not in what was understood', () => {
  expect(understand('请假 孩子生病', { today })).toEqual({ kind: 'leave', leave: 'personal' })
  expect(understand('派王某某副会长参加', { today })).toEqual({ kind: 'deputy', post: '副会长' })
})

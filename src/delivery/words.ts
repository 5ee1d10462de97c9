import type { Text } from '../shared/words.ts'
import type { Standing } from './standing.ts'

export const words = {
  resent: { 'zh-CN': '（重发）{text}', en: '(resent) {text}' },
  inbox: { 'zh-CN': '我的消息', en: 'My messages' },
  inboxCount: { 'zh-CN': '我的消息（{n}）', en: 'My messages ({n})' },
  inboxEmpty: {
    'zh-CN': '还没有消息。会议提醒、退回和整改通知都会发到这里，同时发到已绑定的聊天账号。',
    en: 'No messages yet. Reminders, returns and notices arrive here, and in your chat once it is linked.',
  },
  unread: { 'zh-CN': '未读', en: 'new' },
  markRead: { 'zh-CN': '全部标为已读', en: 'Mark all as read' },
  open: { 'zh-CN': '打开', en: 'Open' },
  deliveries: { 'zh-CN': '消息送达', en: 'Deliveries' },
  deliveriesLead: {
    'zh-CN': '系统发出的每条消息及其结果。未送达的，请电话通知；结果不明的，由您决定是否重发。',
    en: 'Every message the system sent and what became of it. Telephone those who were not reached; for unknown ones, decide whether to send again.',
  },
  deliveriesEmpty: {
    'zh-CN': '还没有发出过消息。建立例会后，到时会自动提醒。',
    en: 'Nothing has been sent yet. Plan a meeting series and reminders go out by themselves.',
  },
  chatOff: {
    'zh-CN':
      '聊天功能未开启：消息只进入网页收件箱。开启方法：在 Telegram 向 @BotFather 申请机器人，把令牌写入环境变量 BOT_TOKEN，然后重新启动。',
    en: 'Chat is off: messages only go to the web inbox. To switch it on, get a bot from @BotFather in Telegram, put its token into the environment variable BOT_TOKEN and start again.',
  },
  all: { 'zh-CN': '全部', en: 'All' },
  person: { 'zh-CN': '收件人', en: 'To' },
  message: { 'zh-CN': '消息', en: 'Message' },
  outcome: { 'zh-CN': '结果', en: 'Result' },
  when: { 'zh-CN': '时间', en: 'When' },
  sendAgain: { 'zh-CN': '重发', en: 'Send again' },
  cancel: { 'zh-CN': '撤回', en: 'Cancel' },
  readOnWeb: { 'zh-CN': '已在网页查看', en: 'read on the web' },
  failures: { 'zh-CN': '未能处理的聊天消息', en: 'Chat messages that could not be handled' },
  failuresMore: {
    'zh-CN': '只记录时间和出错位置，不保留消息内容。对方已收到提示。',
    en: 'Only the time and the place of the fault are kept, never what was written. The person was told.',
  },
  noneSuch: { 'zh-CN': '没有这类消息。', en: 'There are no such messages.' },
  notReachedLead: {
    'zh-CN': '以下人员没有收到消息，请电话通知。',
    en: 'These people did not get the message. Please telephone them.',
  },
  unreachableNotice: {
    'zh-CN': '{name}（{units}）的聊天账号已收不到消息，请电话联系，并提醒其重新打开机器人。',
    en: 'The chat of {name} ({units}) no longer receives messages. Please telephone, and ask them to open the bot again.',
  },
  former: { 'zh-CN': '已离任人员', en: 'a former colleague' },
  bindCommand: { 'zh-CN': '把本群绑定到单位', en: 'bind this group to a unit' },
  unbindCommand: { 'zh-CN': '解除本群绑定', en: 'end the binding of this group' },
  bindWhich: { 'zh-CN': '请选择本群所属单位', en: 'Choose the unit of this group' },
  groupJoined: {
    'zh-CN': '已加入本群。发送 /bind 把本群绑定到您的单位；绑定其他单位请写明，如：/bind 单位全称。',
    en: 'I have joined. Send /bind to bind this group to your unit, or /bind with the full name of another one.',
  },
  groupBound: {
    'zh-CN':
      '本群已绑定：{unit}。该单位召集的每次会议在本群发一条消息，到会情况随时更新；请假、代会请与机器人单独对话。解除绑定：/unbind',
    en: 'This group is bound to {unit}. Each meeting it convenes has one message here, kept up to date; ask for leave or name a deputy in your own chat with the bot. To end it: /unbind',
  },
  groupUnbound: { 'zh-CN': '已解除本群绑定。', en: 'This group is no longer bound.' },
  groupWasFree: { 'zh-CN': '本群没有绑定单位。', en: 'This group is not bound to a unit.' },
  group: { 'zh-CN': '群聊', en: 'group chat' },
  robot: { 'zh-CN': '企业微信群', en: 'WeCom group' },
  groups: { 'zh-CN': '群聊与群机器人', en: 'Groups' },
  groupsLead: {
    'zh-CN': '单位召集的会议，除逐人提醒外，还会发到该单位绑定的群里。',
    en: 'Meetings that a unit convenes are also announced in the group bound to it.',
  },
  groupsTelegram: { 'zh-CN': 'Telegram 群聊', en: 'Telegram groups' },
  groupsTelegramHow: {
    'zh-CN': '把机器人拉进群后，由单位工作人员在群里发送 /bind 即可绑定。',
    en: 'Add the bot to a group; staff of the unit then send /bind there.',
  },
  groupsRobots: { 'zh-CN': '企业微信群机器人', en: 'Group robots of WeCom' },
  groupsRobotsHow: {
    'zh-CN': '在企业微信群设置中添加“群机器人”，复制其 Webhook 地址填到这里。会议通知和到会情况各发一条。',
    en: 'Add a robot in the settings of the WeCom group and enter its webhook address here. The notice and the attendance of each meeting are sent to it.',
  },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  robotAddress: { 'zh-CN': 'Webhook 地址', en: 'Webhook address' },
  bind: { 'zh-CN': '绑定', en: 'Bind' },
  unbind: { 'zh-CN': '解除绑定', en: 'End' },
  none: { 'zh-CN': '还没有绑定。', en: 'None yet.' },
  robotTest: {
    'zh-CN': '本群已绑定到{unit}，会议通知将发到这里。',
    en: 'This group is bound to {unit}. Notices of its meetings will come here.',
  },
  settings: { 'zh-CN': '消息设置', en: 'Message settings' },
  quietMore: {
    'zh-CN':
      '静默时段内不向聊天发送提醒，时段结束后再发；届时已过时的（如夜间正在召开的会议）立即发送。答复不受影响，网页收件箱随时可见。两项都留空即不设静默时段。',
    en: 'Within the quiet hours reminders are not sent to chats but wait for their end; only what would be too late by then, such as a reminder of a meeting that is on, goes at once. Replies are never held, and the web inbox has everything at once. Leave both empty for no quiet hours.',
  },
  quietFrom: { 'zh-CN': '静默开始', en: 'Quiet from' },
  quietTo: { 'zh-CN': '静默结束', en: 'Quiet until' },
  quietBoth: { 'zh-CN': '开始和结束须同时填写或同时留空。', en: 'Give both times, or neither.' },
  keepMessages: { 'zh-CN': '消息记录保留天数（30–3650）', en: 'Days to keep messages (30–3650)' },
  keepFailures: {
    'zh-CN': '未能处理的聊天消息记录保留天数（7–3650）',
    en: 'Days to keep what could not be handled (7–3650)',
  },
  saveSettings: { 'zh-CN': '保存', en: 'Save' },
  older: {
    'zh-CN': '仅显示最近 {n} 条。',
    en: 'Only the latest {n} are shown.',
  },
} as const

export const standingWords: Readonly<Record<Standing, Text>> = {
  waiting: { 'zh-CN': '待发', en: 'waiting' },
  reached: { 'zh-CN': '已送达', en: 'reached' },
  notReached: { 'zh-CN': '未送达', en: 'not reached' },
  unknown: { 'zh-CN': '结果不明', en: 'unknown' },
  dropped: { 'zh-CN': '未发（已撤回或过时）', en: 'not sent (cancelled or too late)' },
}

/** Why a message was not delivered; other causes are the channel's own words. */
export const causeWords: Readonly<Record<string, Text>> = {
  noChat: { 'zh-CN': '未绑定聊天账号', en: 'no chat account is linked' },
  muted: { 'zh-CN': '本人已关闭聊天提醒', en: 'the person turned reminders in chat off' },
  blocked: { 'zh-CN': '对方屏蔽了机器人', en: 'the person blocked the bot' },
  deactivated: { 'zh-CN': '聊天账号已注销', en: 'the chat account no longer exists' },
  noRobot: { 'zh-CN': '群机器人已被删除', en: 'the group robot no longer exists' },
  busy: { 'zh-CN': '对方系统繁忙', en: 'the other side was busy' },
  chatOff: { 'zh-CN': '聊天功能未开启', en: 'chat is off' },
  stopped: { 'zh-CN': '发送时系统中断', en: 'the program stopped while sending' },
  slower: { 'zh-CN': '发送过快，稍后继续', en: 'too fast, continues shortly' },
  timeout: { 'zh-CN': '网络超时', en: 'the network timed out' },
  network: { 'zh-CN': '网络中断', en: 'the connection broke' },
  token: { 'zh-CN': '机器人令牌无效', en: 'the bot’s token is not valid' },
}

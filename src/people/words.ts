export const words = {
  title: { 'zh-CN': '人员', en: 'People' },
  district: { 'zh-CN': '区工作人员', en: 'district officer' },
  subdistrict: { 'zh-CN': '街道工作人员', en: 'subdistrict officer' },
  lead: { 'zh-CN': '社区协会负责人', en: 'association lead' },
  wholeDistrict: { 'zh-CN': '全区', en: 'the whole district' },
  firstAccount: { 'zh-CN': '区管理员', en: 'District office' },

  running: { 'zh-CN': '平台已启动：{url}', en: 'Running at {url}' },
  firstLink: {
    'zh-CN': '首次登录链接（15 分钟内有效，只能使用一次；过期后重新启动即可再得）：\n{url}',
    en: 'Sign in for the first time here (good once, for 15 minutes; start again for a new one):\n{url}',
  },

  signIn: { 'zh-CN': '登录', en: 'Sign in' },
  signInHow: {
    'zh-CN': '本平台不用密码，凭一次性链接登录。',
    en: 'There are no passwords here: you sign in with a one-time link.',
  },
  signInChat: {
    'zh-CN': '已绑定聊天账号的，向机器人发送 /signin，即可收到登录链接，15 分钟内有效。',
    en: 'If your chat account is bound, send /signin to the bot. The link it returns is good for 15 minutes.',
  },
  signInAsk: {
    'zh-CN': '没有绑定的，请向区计生协会办公室（系统管理员）索取登录链接。',
    en: 'Otherwise ask the district office, which administers this site, for a sign-in link.',
  },
  signInInvited: {
    'zh-CN': '首次使用的，请打开收到的邀请链接。',
    en: 'If this is your first time, open the invitation that was sent to you.',
  },
  signInAs: { 'zh-CN': '以“{name}”的身份登录', en: 'Sign in as {name}' },
  signInOnce: {
    'zh-CN': '点击下面的按钮后链接即失效，只能使用一次。如果您不是{name}，请关闭本页。',
    en: 'The link works once and is used up by the button below. If you are not {name}, close this page.',
  },
  invitation: { 'zh-CN': '邀请', en: 'Invitation' },
  welcome: { 'zh-CN': '{name}，您好！', en: 'Welcome, {name}' },
  invitedAs: { 'zh-CN': '邀请您以下列身份使用本平台：', en: 'You are invited to use this site as:' },
  accept: { 'zh-CN': '接受邀请并登录', en: 'Accept and sign in' },
  openChat: { 'zh-CN': '绑定聊天账号', en: 'Bind your chat account' },
  openChatMore: {
    'zh-CN': '绑定后可在聊天中收到会议提醒、签到和上报。网页和聊天各可使用一次本邀请。',
    en: 'Reminders, check-in and quick reports then come to your chat. The web and the chat can each use this invitation once.',
  },
  signInCommand: { 'zh-CN': '获取网页登录链接', en: 'a sign-in link for the web' },
  signInHere: {
    'zh-CN': '点击登录网页，15 分钟内有效，只能使用一次，请勿转发：\n{link}',
    en: 'Sign in on the web with this link. It is good for 15 minutes, works once, and is yours alone:\n{link}',
  },
  stopCommand: { 'zh-CN': '不再接收聊天提醒', en: 'no more reminders in this chat' },
  remindersOff: {
    'zh-CN':
      '已关闭：会议提醒和通知不再发到这里，仍可在网页“我的消息”中查看。您发来的消息照常答复。恢复提醒请点下面的按钮，或发送 /start。',
    en: 'Done: reminders and notices no longer come here. You still find them on the web under My messages, and I still answer what you send. To get them here again press the button or send /start.',
  },
  remindersAgain: { 'zh-CN': '恢复提醒', en: 'Remind me again' },
  remindersOn: {
    'zh-CN': '已恢复：会议提醒和通知会再发到这里。不再需要时发送 /stop。',
    en: 'Done: reminders and notices come here again. Send /stop whenever you do not want them.',
  },

  name: { 'zh-CN': '姓名', en: 'Name' },
  post: { 'zh-CN': '职务', en: 'Post' },
  duties: { 'zh-CN': '职责', en: 'Duties' },
  state: { 'zh-CN': '状态', en: 'State' },
  chat: { 'zh-CN': '聊天账号', en: 'Chat' },
  joined: { 'zh-CN': '已加入', en: 'joined' },
  notJoined: { 'zh-CN': '已邀请，未加入', en: 'invited, not yet joined' },
  left: { 'zh-CN': '职责已结束', en: 'left' },
  chatBound: { 'zh-CN': '已绑定', en: 'bound' },
  chatLost: { 'zh-CN': '已绑定，但消息送不到', en: 'bound, but messages do not arrive' },
  chatMuted: { 'zh-CN': '已绑定，本人关闭了提醒', en: 'bound, reminders turned off' },
  chatNone: { 'zh-CN': '未绑定', en: 'not bound' },
  none: { 'zh-CN': '您的范围内还没有人员', en: 'There is nobody within your units yet' },
  noneMore: {
    'zh-CN': '请逐个邀请，或用表格一次邀请多人。',
    en: 'Invite people one by one, or many at once with a list.',
  },
  counted: {
    'zh-CN': '共 {count} 人，其中 {joined} 人已加入，{bound} 人已绑定聊天账号。',
    en: '{count} {count|person|people}, of whom {joined} joined and {bound} bound a chat account.',
  },
  vacant: {
    'zh-CN': '还有 {count} 个街道、社区没有人员。',
    en: '{count} {count|subdistrict or community has|subdistricts and communities have} nobody yet.',
  },
  vacantList: {
    'zh-CN': '下载待填名单（CSV）',
    en: 'Download a list to fill in (CSV)',
  },
  vacantHint: {
    'zh-CN': '名单已列出这些单位，填写姓名（未填的行请删除）后用“用表格邀请”导入即可。',
    en: 'It names these units. Write the names in, delete the lines you leave empty, and use “Invite a list”.',
  },
  formerPeople: { 'zh-CN': '职责已结束的人员（{count}）', en: 'People whose duties have ended ({count})' },

  invite: { 'zh-CN': '邀请', en: 'Invite' },
  invitePerson: { 'zh-CN': '邀请人员', en: 'Invite a person' },
  inviteList: { 'zh-CN': '用表格邀请', en: 'Invite a list' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  role: { 'zh-CN': '角色', en: 'Role' },
  unitHint: {
    'zh-CN': '角色随单位而定：区、街道为工作人员，社区为协会负责人。',
    en: 'The role follows from the unit: an officer of the district or a subdistrict, the association’s lead in a community.',
  },
  postHint: { 'zh-CN': '例如：专职副会长、秘书长', en: 'For instance vice president or secretary-general' },
  fileHint: {
    'zh-CN':
      'CSV 或 XLSX，首行为：姓名、角色、单位；可另有：职务。角色填区、街道或负责人；单位填代码或全称。',
    en: 'CSV or XLSX with the headings name, role, unit and optionally post. The role is district, subdistrict or lead; the unit is its code or exact name.',
  },
  checkedMore: {
    'zh-CN': '可邀请 {count} 人。以上只是检查，尚未邀请。',
    en: '{count} {count|person|people} would be invited. This was only a check; nobody has been invited yet.',
  },
  refusedFile: {
    'zh-CN': '文件有 {count} 处错误，没有邀请任何人：',
    en: 'The file has {count} {count|fault|faults}; nobody was invited:',
  },
  faultAt: { 'zh-CN': '第 {line} 行：{text}', en: 'line {line}: {text}' },
  invited: { 'zh-CN': '已邀请 {count} 人', en: '{count} {count|person|people} invited' },
  invitedOne: { 'zh-CN': '已邀请{name}', en: '{name} is invited' },
  shownOnce: {
    'zh-CN': '链接只显示这一次，请现在转发给本人，不要公开。邀请 7 天内有效，网页和聊天各可使用一次。',
    en: 'The links are shown this once: pass them on now, to the person only. An invitation lives 7 days; the web and the chat can each use it once.',
  },
  download: { 'zh-CN': '下载链接表（CSV）', en: 'Download the links (CSV)' },
  webLink: { 'zh-CN': '网页链接', en: 'Link for the web' },
  chatLink: { 'zh-CN': '聊天链接', en: 'Link for the chat' },
  code: { 'zh-CN': '邀请码', en: 'Code' },
  codeMore: {
    'zh-CN': '也可在聊天中向机器人发送：/start {code}',
    en: 'Or send this to the bot in chat: /start {code}',
  },
  scanWeb: { 'zh-CN': '扫码打开网页', en: 'Scan to open the web page' },
  scanChat: { 'zh-CN': '扫码打开聊天', en: 'Scan to open the chat' },
  linkReady: { 'zh-CN': '{name}的登录链接', en: 'A sign-in link for {name}' },
  linkShownOnce: {
    'zh-CN': '链接只显示这一次，15 分钟内有效，只能使用一次。请只转发给本人。',
    en: 'The link is shown this once, lives 15 minutes and works once. Pass it on to the person only.',
  },
  linkNew: { 'zh-CN': '生成登录链接', en: 'Make a sign-in link' },
  inviteAgain: { 'zh-CN': '重新邀请', en: 'Invite again' },
  inviteAgainMore: {
    'zh-CN': '原邀请随即作废。',
    en: 'The earlier invitation becomes void.',
  },
  backToPeople: { 'zh-CN': '返回人员列表', en: 'Back to the people' },

  since: { 'zh-CN': '{date} 起', en: 'since {date}' },
  period: { 'zh-CN': '{from} 至 {until}', en: '{from} to {until}' },
  passedTo: { 'zh-CN': '移交给{name}', en: 'handed over to {name}' },
  history: { 'zh-CN': '历任职责', en: 'Former duties' },
  noDuties: { 'zh-CN': '目前没有职责。', en: 'No duties at present.' },
  endDuty: { 'zh-CN': '结束职责', en: 'End this duty' },
  addDuty: { 'zh-CN': '增加职责', en: 'Add a duty' },
  handOver: { 'zh-CN': '移交', en: 'Hand over' },
  handOverTitle: { 'zh-CN': '移交给接任者', en: 'Hand over to a successor' },
  handOverMore: {
    'zh-CN': '移交后，此职责立即由接任者承担；没有其他职责的，将立即退出登录。历史记录予以保留。',
    en: 'The duty passes to the successor at once. Whoever has no other duty left is signed out right away. The history is kept.',
  },
  successorName: { 'zh-CN': '接任者姓名（新人员）', en: 'Name of the successor, if new here' },
  successorPerson: { 'zh-CN': '或选择已有人员', en: 'Or somebody who is here already' },
  successorNone: { 'zh-CN': '（新人员）', en: '(somebody new)' },
  handedOver: { 'zh-CN': '已移交给{name}', en: 'Handed over to {name}' },
  handedOverMore: {
    'zh-CN': '{name}已在使用本平台，无需邀请。',
    en: '{name} uses this site already and needs no invitation.',
  },
  needSuccessor: { 'zh-CN': '请填写接任者姓名，或选择已有人员。', en: 'Give a name, or choose a person.' },
  amend: { 'zh-CN': '更正姓名、职务', en: 'Correct the name or the post' },
  save: { 'zh-CN': '保存', en: 'Save' },
  unbind: { 'zh-CN': '解除绑定', en: 'Unbind' },

  account: { 'zh-CN': '我的账号', en: 'My account' },
  language: { 'zh-CN': '语言', en: 'Language' },
  languageHint: {
    'zh-CN': '网页和聊天消息使用的语言。',
    en: 'The language of pages and of messages in chat.',
  },
  sessions: { 'zh-CN': '已登录的设备', en: 'Where you are signed in' },
  phone: { 'zh-CN': '手机', en: 'phone' },
  computer: { 'zh-CN': '电脑', en: 'computer' },
  thisOne: { 'zh-CN': '本设备', en: 'this one' },
  session: {
    'zh-CN': '{device}，{since} 登录，最近使用 {seen}',
    en: '{device}, signed in {since}, last used {seen}',
  },
  endSession: { 'zh-CN': '退出', en: 'Sign out there' },
  bindMore: {
    'zh-CN': '绑定后可在聊天中收到会议提醒、签到和上报。',
    en: 'Reminders, check-in and quick reports then come to your chat.',
  },
  rebindMore: {
    'zh-CN': '聊天账号已绑定。更换手机或账号时，可重新绑定，原账号随即失效。',
    en: 'Your chat account is bound. If it changed, bind the new one; the old one then stops working here.',
  },
  getCode: { 'zh-CN': '获取绑定码', en: 'Get a code' },
  codeShownOnce: {
    'zh-CN': '绑定码只显示这一次，7 天内有效，只能使用一次。请勿转给他人。',
    en: 'The code is shown this once, lives 7 days and works once. Keep it to yourself.',
  },
  chatOff: {
    'zh-CN': '聊天机器人尚未启用，启用后即可使用此码。',
    en: 'The chat bot is not running yet; the code works once it is.',
  },

  dutyOf: { 'zh-CN': '{unit} · {role}', en: '{role}, {unit}' },
} as const

export const words = {
  title: { 'zh-CN': '人员', en: 'People' },
  district: { 'zh-CN': '区工作人员', en: 'district staff' },
  subdistrict: { 'zh-CN': '街道工作人员', en: 'subdistrict staff' },
  lead: { 'zh-CN': '社区协会负责人', en: 'community association lead' },
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
  signInAlone: {
    'zh-CN': '登录链接只能本人查看，请在与机器人的单独对话中发送 /signin。',
    en: 'Sign-in links are private. Please send /signin in your own chat with the bot.',
  },
  dutyOf: { 'zh-CN': '{unit} · {role}', en: '{role}, {unit}' },
} as const

export const words = {
  stranger: {
    'zh-CN':
      '您好，这里是三联创工作平台的机器人。本账号尚未绑定，请向所在街道或区计生协会索取邀请链接，用链接打开本对话即可绑定。如已在网页登录，也可以在网页上直接办理。',
    en: 'Hello, this is the bot of the Sanlianchuang platform. This account is not linked yet. Ask your subdistrict or the district association for an invitation and open this chat through its link. Everything can also be done on the web.',
  },
  strangerPress: {
    'zh-CN': '您的账号尚未绑定，请先用邀请链接与机器人单独对话。',
    en: 'Your account is not linked yet. Open your own chat with the bot through your invitation first.',
  },
  openWeb: { 'zh-CN': '打开平台', en: 'Open' },
  bound: {
    'zh-CN': '{name}，您好！聊天账号已绑定，例会提醒会发到这里。发送 /help 查看可以办理的事项。',
    en: 'Welcome, {name}. This chat is linked now and reminders will come here. Send /help to see what you can do.',
  },
  hello: { 'zh-CN': '{name}，您好！', en: 'Hello {name}.' },
  help: {
    'zh-CN': '可以这样使用：\n{commands}\n也可以直接回复文字或点按钮。网页：{url}',
    en: 'What you can send:\n{commands}\nYou can also answer in plain words or press buttons. On the web: {url}',
  },
  notUnderstood: {
    'zh-CN': '没有看懂这条消息，未作任何处理。发送 /help 查看可以办理的事项。',
    en: 'I did not understand this, and nothing was changed. Send /help to see what you can do.',
  },
  aloneOnly: {
    'zh-CN': '请在与机器人的单独对话中发送这条指令。',
    en: 'Please send this in your own chat with the bot.',
  },
  groupOnly: { 'zh-CN': '请在群里发送这条指令。', en: 'Please send this in a group.' },
  notText: {
    'zh-CN': '暂不处理这类消息，未作任何处理。请用文字回复，或发送 /help。',
    en: 'I cannot use this kind of message, and nothing was changed. Please answer in words, or send /help.',
  },
  unasked: {
    'zh-CN': '没有说明这是哪一项的材料，文件未保存。请先发送 /rating 或 /report 选好事项，再发送照片或文件。',
    en: 'It is not clear what this belongs to, and the file was not kept. Send /rating or /report, choose, and send it again.',
  },
  oldButton: {
    'zh-CN': '这个按钮已失效，未作任何处理。发送 /help 查看可以办理的事项。',
    en: 'This button no longer works, and nothing was changed. Send /help to see what you can do.',
  },
  failed: {
    'zh-CN': '刚才的消息没有处理成功，已经记录。请稍后再试，或在网页上办理。',
    en: 'Your last message could not be handled; this has been recorded. Please try again later, or use the web.',
  },
  chooseLanguage: { 'zh-CN': '请选择语言', en: 'Choose a language' },
  languageSet: { 'zh-CN': '已切换为中文。', en: 'I speak English with you from now on.' },
  helpCommand: { 'zh-CN': '使用说明', en: 'what you can do here' },
  languageCommand: { 'zh-CN': '切换语言 / Language', en: 'language / 切换语言' },
  chinese: { 'zh-CN': '中文', en: '中文' },
  english: { 'zh-CN': 'English', en: 'English' },
} as const

export const words = {
  title: { 'zh-CN': '三联创 · 演示', en: 'Sanlianchuang · demo' },
  sample: {
    'zh-CN': '示例数据：单位真实，人员、答卷和得分均为虚构；聊天在本机模拟，不连接 Telegram。',
    en: 'Sample data: the units are real; people, answers and scores are made up. The chat runs on this machine, without Telegram.',
  },
  personas: { 'zh-CN': '以谁的身份', en: 'Play as' },
  chat: { 'zh-CN': '聊天', en: 'Chat' },
  web: { 'zh-CN': '网页（已登录：{name}）', en: 'Web, signed in as {name}' },
  ownTab: { 'zh-CN': '在新标签页打开', en: 'Open in a tab of its own' },
  type: { 'zh-CN': '输入消息', en: 'Type a message' },
  send: { 'zh-CN': '发送', en: 'Send' },
  photo: { 'zh-CN': '发照片', en: 'Send a photo' },
  picture: { 'zh-CN': '照片', en: 'Photo' },
  file: { 'zh-CN': '文件 {name}', en: 'File {name}' },
  quiet: { 'zh-CN': '还没有消息。', en: 'No messages yet.' },
  edited: { 'zh-CN': '已更新', en: 'edited' },
  clock: { 'zh-CN': '演示时间', en: 'Demo clock' },
  moving: { 'zh-CN': '时间正在推进…', en: 'Time is passing…' },
  hour: { 'zh-CN': '1 小时后', en: '+1 hour' },
  day: { 'zh-CN': '1 天后', en: '+1 day' },
  week: { 'zh-CN': '1 周后', en: '+1 week' },
  meeting: { 'zh-CN': '到下次例会', en: 'To the next meeting' },
  lead: { 'zh-CN': '社区', en: 'community' },
  subdistrict: { 'zh-CN': '街道', en: 'subdistrict' },
  district: { 'zh-CN': '区', en: 'district' },
  tryTitle: { 'zh-CN': '可以试试', en: 'What to try' },
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
  tryThese: {
    'zh-CN': [
      '社区负责人：在聊天里按“签到”，或输入“请假 身体不舒服”；旁边网页上的签到表随即更新。',
      '推进时间到社区例会结束，再输入“已开 12人”，或按“已开”一步步报。',
      '街道干部：会后收到到会情况；在网页上验收自评、填写会议记录、布置督办。',
      '区级干部：在网页上看汇总、满意率和评定进度，抽查、核定一流社区，办理到期的年度复核；申诉由没有参与评分的第二位区级干部裁定。',
      '任何人：输入 /help 看命令，/meetings 看例会；听不懂的话也会得到回答。',
    ].join('\n'),
    en: [
      'A lead: press 签到 (sign in) in the chat, or type 请假 身体不舒服; the attendance board on the web changes by itself.',
      'Move the clock past the community meeting, then type 已开 12人, or press the button and answer step by step.',
      'Subdistrict staff: get the digest after the meeting; accept self-assessments and write minutes on the web.',
      'District staff: see the summary, the satisfaction rates and the ratings; draw the spot check, verify, do the yearly reviews that are due. The second one, who did not score, decides on the appeal.',
      'Anyone: type /help or /meetings; what is not understood is answered too.',
    ].join('\n'),
  },
  ready: {
    'zh-CN': `三联创演示已启动（示例数据，关闭即删除）：

  演示页面  {url}
  产品网页  {product}

试试：
{tips}

按 Ctrl+C 结束。`,
    en: `The demo of Sanlianchuang is running (sample data, deleted when it stops):

  demo page   {url}
  the product {product}

What to try:
{tips}

Ctrl+C ends it.`,
  },
} as const

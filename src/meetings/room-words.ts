/** The feed, the screen of the room, and the sign-in sheet. */
export const roomWords = {
  feedTitle: { 'zh-CN': '订阅到日历', en: 'Meetings in your calendar' },
  feedIntro: {
    'zh-CN':
      '生成一个只属于您的地址，填入手机或电脑的日历，会议改期、取消会自动更新。知道地址的人都能看到会期，请勿转发；外传后请停用。',
    en: 'Make an address of your own and put it into the calendar of your phone or computer; changes then follow by themselves. Whoever knows it sees the meetings, so do not pass it on, and end it when it got out.',
  },
  feedMade: { 'zh-CN': '日历地址（仅显示这一次）：', en: 'The address, shown this once:' },
  feedMake: { 'zh-CN': '生成日历地址', en: 'Make an address' },
  feedList: { 'zh-CN': '使用中的地址', en: 'Addresses in use' },
  feedRevoke: { 'zh-CN': '停用', en: 'End it' },
  roomScreen: { 'zh-CN': '会场屏幕（签到码）', en: 'Screen for the room (sign-in code)' },
  roomScan: {
    'zh-CN': '请用手机扫码签到，二维码每 {n} 秒更新',
    en: 'Scan to sign in; the code changes every {n} seconds',
  },
  scanAs: {
    'zh-CN': '以 {name} 的身份签到，不能替他人签到。',
    en: 'You sign in as {name}; nobody signs in for others.',
  },
  sheet: { 'zh-CN': '签到表（可打印）', en: 'Sign-in sheet to print' },
  sheetOf: { 'zh-CN': '{title}签到表', en: 'Sign-in sheet: {title}' },
  number: { 'zh-CN': '序号', en: 'No.' },
  signature: { 'zh-CN': '签名', en: 'Signature' },
} as const

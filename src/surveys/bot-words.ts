export const words = {
  command: { 'zh-CN': '本单位调查链接和二维码', en: 'survey link and QR code of your unit' },
  none: {
    'zh-CN': '您的单位现在没有正在进行的满意度调查。',
    en: 'No survey about your units is open now.',
  },
  poster: {
    'zh-CN': '{title} · {unit}\n{url}\n截止 {date}。请转发给居民，或打印二维码张贴。',
    en: '{title} · {unit}\n{url}\nOpen until {date}. Pass it on to residents, or print the code.',
  },
  many: {
    'zh-CN': '{title}：{n} 个单位，截止 {date}。各单位的链接和二维码：{url}',
    en: '{title}: {n} units, open until {date}. Their links and codes: {url}',
  },
} as const

import type { Text } from '../shared/words.ts'

/** The public notice: what is proposed, and where one objects. */
export const noticeWords = {
  hint: {
    'zh-CN': '对以下拟定等次有异议的，请在公示期内以书面、电话或来访方式向下列单位反映。反映人信息予以保密。',
    en: 'Who objects to one of these proposed grades may say so in writing, by telephone or in person during the notice. Who objects is kept confidential.',
  },
  objectTo: { 'zh-CN': '异议受理', en: 'Where to object' },
  office: { 'zh-CN': '受理单位', en: 'Office' },
  phone: { 'zh-CN': '联系电话', en: 'Telephone' },
  address: { 'zh-CN': '地址', en: 'Address' },
  hours: { 'zh-CN': '受理时间', en: 'Hours' },
  inEnglish: { 'zh-CN': '{what}（英文）', en: '{what} in English' },
  phoneHint: {
    'zh-CN': '只填办公电话，不填个人手机号；例如：区号-号码 转 分机。',
    en: 'An office telephone, never somebody’s own mobile; for example area-number ext. 8.',
  },
  hoursHint: {
    'zh-CN': '例如：工作日 9:00–12:00，15:00–18:00',
    en: 'for example: workdays 9:00–12:00, 15:00–18:00',
  },
  title: { 'zh-CN': '{year} 年度公示：异议受理', en: 'Public notice {year}: where to object' },
  intro: {
    'zh-CN': '公示页、公示文件和聊天中都会写明。公示期内可以修改，修改留痕。',
    en: 'It stands on the public notice, on its printed page and in chat. It can be changed until the notice ends; every version is kept.',
  },
  offered: {
    'zh-CN': '以下沿用 {year} 年度的内容，请核对后保存。',
    en: 'This is what {year} said; check it before saving.',
  },
  save: { 'zh-CN': '保存', en: 'Save' },
  saveAndAnnounce: { 'zh-CN': '保存并统一公示（{count}）', en: 'Save and put {count} on public notice' },
  fillFirst: {
    'zh-CN': '填写异议受理方式并公示（{count}）',
    en: 'Say where to object, and put {count} on public notice',
  },
  link: { 'zh-CN': '异议受理方式', en: 'Where to object' },
  over: { 'zh-CN': '公示已结束，不能再修改。', en: 'The notice has ended; this can no longer be changed.' },
  versions: { 'zh-CN': '修改记录', en: 'Versions' },
  versionLine: { 'zh-CN': '{time} {who}：', en: '{time} {who}: ' },
  print: { 'zh-CN': '打印版', en: 'To print' },
  download: { 'zh-CN': '下载名单', en: 'Download the list' },
  paperText: {
    'zh-CN':
      '根据 {year} 年度三联创评定结果，现将拟命名的社区计划生育协会予以公示，公示期 {from} 至 {until}。',
    en: 'The community associations below are proposed for these grades by the ratings of {year}; on notice from {from} to {until}.',
  },
  paperObject: {
    'zh-CN': '公示期内对公示内容有异议的，可以书面、电话或来访方式反映：',
    en: 'Objections during the notice, in writing, by telephone or in person:',
  },
  issuer: { 'zh-CN': '{district}计划生育协会', en: '{district} association' },
  label: { 'zh-CN': '{what}：', en: '{what}: ' },
  from: { 'zh-CN': '公示起', en: 'On notice from' },
  until: { 'zh-CN': '公示止', en: 'until' },
  list: { 'zh-CN': '拟命名名单', en: 'Proposed grades' },
  message: {
    'zh-CN':
      '【公示】{name} 拟评定为{grade}，公示期 {from} 至 {until}，请在社区公开栏张贴公示。异议受理：{contact}',
    en: 'On public notice from {from} to {until}: {name}, proposed grade {grade}. Please post the notice in the community. Where to object: {contact}',
  },
  messagePlain: {
    'zh-CN': '【公示】{name} 拟评定为{grade}，公示期 {from} 至 {until}，请在社区公开栏张贴公示。',
    en: 'On public notice from {from} to {until}: {name}, proposed grade {grade}. Please post the notice in the community.',
  },
  chatUntil: {
    'zh-CN': '公示至 {until}。异议受理：{contact}',
    en: 'On public notice until {until}. Where to object: {contact}',
  },
  chatUntilPlain: { 'zh-CN': '公示至 {until}。', en: 'On public notice until {until}.' },
  comma: { 'zh-CN': '，', en: ', ' },
  draws: {
    'zh-CN': '合格社区抽查：抽签结果和核对方法',
    en: 'Spot check: what was drawn, and how to check it',
  },
  drawsHow: {
    'zh-CN':
      '各街道内，把每个社区写成“种子，半角冒号，12 位代码”，求 SHA-256（UTF-8，小写十六进制），从小到大排列，取前若干个。候选名单和各街道抽取数见下方文件，任何人都可以用哈希工具重抽。',
    en: 'Within each subdistrict every community is written as seed, colon, 12-digit code; the SHA-256 of that (UTF-8, lower-case hexadecimal) is its lot, and the lowest are drawn. The file has the lists drawn from, so that anybody can do it over with a hash tool.',
  },
  drawLine: {
    'zh-CN': '种子“{seed}”，从 {from} 个中抽取 {drawn} 个：',
    en: 'Seed “{seed}”, {drawn} drawn from {from}: ',
  },
  drawsFile: { 'zh-CN': '抽签数据（JSON）', en: 'The draws as JSON' },
  openNotice: { 'zh-CN': '查看公示', en: 'The public notice' },
} satisfies Record<string, Text>

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
  over: {
    'zh-CN': '已发布的公示均已期满，现在不能修改。',
    en: 'Every notice so far has ended; this cannot be changed now.',
  },
  overNotYet: {
    'zh-CN': '尚未拟定等次的社区拟定后，可再修改。',
    en: 'Once one of those that are not yet proposed is, it can be changed again.',
  },
  stages: { 'zh-CN': '本年度社区：{list}。', en: 'The communities of this year: {list}.' },
  notYet: { 'zh-CN': '尚未拟定等次 {count} 个', en: '{count} not yet proposed' },
  ready: { 'zh-CN': '拟定等次待公示 {count} 个', en: '{count} proposed and not yet on notice' },
  running: { 'zh-CN': '公示中 {count} 个', en: '{count} on notice' },
  reReview: { 'zh-CN': '复核中 {count} 个', en: '{count} under re-review' },
  stageOver: { 'zh-CN': '公示期满 {count} 个', en: '{count} whose notice has ended' },
  below: {
    'zh-CN': '公示只列拟评合格、一流的社区。另有 {count} 个拟为未达标，不列名，与公示同期，期满一并认定。',
    en: 'The notice lists only proposed 合格 and 一流. {count} more would be below 合格: they are not listed, and are decided when its period ends.',
  },
  announceBelow: {
    'zh-CN': '未达标进入公示期，不列名（{count}）',
    en: 'Begin the period of {count} below 合格, not listed',
  },
  announceOneBelow: {
    'zh-CN': '进入公示期（未达标，不列名）',
    en: 'Begin the period of the notice (below 合格, not listed)',
  },
  unlisted: { 'zh-CN': '未达标不列名 {count} 个', en: '{count} below 合格 and not listed' },
  unlistedHere: { 'zh-CN': '未达标不列入公示名单', en: 'not listed in public, as it is below 合格' },
  finaliseBelow: { 'zh-CN': '认定未达标（{count}）', en: 'Decide on {count} below 合格' },
  notNamed: {
    'zh-CN': '另有 {count} 个认定为未达标，不命名。',
    en: '{count} more are decided to be below 合格, which names nobody.',
  },
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

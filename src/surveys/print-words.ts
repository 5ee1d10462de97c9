/** What is printed: posters, slips with codes, questionnaires on paper; and what is said where they are made. */
export const printWords = {
  posterCall: { 'zh-CN': '请您评一评', en: 'Tell us how we do' },
  posterWhy: {
    'zh-CN': '{unit}计划生育协会的服务，您满意吗？',
    en: 'Are you satisfied with the service of the association in {unit}?',
  },
  posterWindow: {
    'zh-CN': '{unit}的服务，您满意吗？',
    en: 'Are you satisfied with {unit}?',
  },
  posterScan: { 'zh-CN': '扫一扫，一分钟，匿名填写。', en: 'Scan, one minute, anonymous.' },
  posterLink: { 'zh-CN': '或在浏览器中打开', en: 'Or open in a browser' },
  posterUntil: { 'zh-CN': '截止 {date}', en: 'Until {date}' },
  posterAsker: { 'zh-CN': '{district}计划生育协会', en: 'Family Planning Association of {district}' },
  slipsHint: {
    'zh-CN':
      '填写码只在打印页上显示一次，系统只保存其摘要，不能再次查看，也不能得知哪一户收到哪个码、哪份答卷用了哪个码。',
    en: 'Codes are shown once, on the page to be printed. Only their hashes are kept: nobody can look them up again, or tell which household got which code and which answer used it.',
  },
  slipCount: { 'zh-CN': '数量', en: 'How many' },
  slipCountHint: { 'zh-CN': '1 至 500，每张 A4 纸 10 条', en: '1 to 500; ten on an A4 sheet' },
  slipsPrint: { 'zh-CN': '生成并打印', en: 'Make and print' },
  slipsOnce: {
    'zh-CN': '请立即打印：离开本页后填写码不再显示。',
    en: 'Print now: the codes are not shown again after you leave this page.',
  },
  slipHow: {
    'zh-CN': '扫码，或打开网址输入填写码。限用一次，{date} 截止。',
    en: 'Scan, or open the address and type the code. Works once, until {date}.',
  },
  slipAnonymous: {
    'zh-CN': '匿名：填写码不登记姓名、住址，不与答卷对应保存。',
    en: 'Anonymous: no name or address belongs to the code, and it is not kept with your answer.',
  },
  code1: { 'zh-CN': '填写码', en: 'Code' },
  paperHow: {
    'zh-CN': '请在所选项前打“√”。匿名填写，请勿写姓名和电话。{date} 前交回。',
    en: 'Please tick your choice. Anonymous: write no name and no phone number. To be handed in by {date}.',
  },
  whereItApplies: { 'zh-CN': '（如适用）', en: '(where it applies)' },
  rankByNumber: {
    'zh-CN': '请按先后填写序号（1 为最先）。',
    en: 'Please number them in your order, 1 first.',
  },
  qrOf: { 'zh-CN': '{name}问卷二维码', en: 'QR code of the questionnaire for {name}' },
} as const

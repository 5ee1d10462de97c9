/** What those read whose units lack answers. */
export const remindWords = {
  lead: {
    'zh-CN':
      '《{title}》{date} 截止。{unit}已收有效答卷 {valid} 份，目标 {sample} 份，还差 {missing} 份。请把问卷链接转发给居民，或张贴海报：{url}',
    en: '“{title}” ends on {date}. {unit} has {valid} valid {valid|answer|answers} of {sample}; {missing} {missing|is|are} missing. Please pass the link on to residents or put up the poster: {url}',
  },
  leadCoded: {
    'zh-CN':
      '《{title}》{date} 截止。{unit}已收有效答卷 {valid} 份，目标 {sample} 份，还差 {missing} 份。请把填写码纸条发到户，并请居民凭码填写。',
    en: '“{title}” ends on {date}. {unit} has {valid} valid {valid|answer|answers} of {sample}; {missing} {missing|is|are} missing. Please hand out the slips with codes and ask residents to answer with them.',
  },
  above: {
    'zh-CN':
      '《{title}》{date} 截止，还有 {days} 天。{subdistrict}有 {count} 个单位未达目标样本（{sample} 份）：{list}。',
    en: '“{title}” ends on {date}, in {days} {days|day|days}. In {subdistrict} {count} {count|unit is|units are} below the target of {sample}: {list}.',
  },
  task: {
    'zh-CN':
      '《{title}》{date} 截止：{unit}已收有效答卷 {valid} 份，还差 {missing} 份；打开可取链接、二维码和海报',
    en: '“{title}” ends on {date}: {unit} has {valid} valid {valid|answer|answers}, {missing} {missing|is|are} missing; link, QR code and poster are there',
  },
  taskReached: {
    'zh-CN': '《{title}》{date} 截止：{unit}已收有效答卷 {valid} 份，已达目标样本',
    en: '“{title}” ends on {date}: {unit} has {valid} valid {valid|answer|answers} and has reached the target',
  },
  taskUnits: {
    'zh-CN': '《{title}》{date} 截止：{count} 个单位未达目标样本（{sample} 份）',
    en: '“{title}” ends on {date}: {count} {count|unit is|units are} below the target of {sample}',
  },
  between: { 'zh-CN': '、', en: ', ' },
  more: { 'zh-CN': '，另有 {more} 个', en: ' and {more} more' },
  open: { 'zh-CN': '查看进度', en: 'See the progress' },
  progress: { 'zh-CN': '收卷进度', en: 'Progress' },
  live: { 'zh-CN': '自动更新，差得最多的在前。', en: 'Updates by itself; those that lack most come first.' },
  over: {
    'zh-CN': '本轮已结束；差得最多的在前。',
    en: 'This survey has ended; those that lack most come first.',
  },
  reachedOf: { 'zh-CN': '（{units} 个单位中 {reached} 个已达）', en: '({reached} of {units} units there)' },
  reached: {
    'zh-CN': '{units} 个单位中 {reached} 个已达目标（每单位 {sample} 份有效答卷）；合计有效 {valid} 份。',
    en: '{reached} of {units} {units|unit has|units have} reached the target of {sample} valid answers; {valid} valid in all.',
  },
  missing: { 'zh-CN': '还差', en: 'Missing' },
  valid: { 'zh-CN': '有效 / 目标', en: 'Valid / target' },
  steps: {
    'zh-CN': '未达目标的单位按以下日期收到提醒：{days}。',
    en: 'Units below the target are reminded on {days}.',
  },
  stepAbove: { 'zh-CN': '{on}（街道汇总）', en: '{on} (digest to the subdistrict)' },
} as const

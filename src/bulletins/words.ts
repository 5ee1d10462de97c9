export const words = {
  title: { 'zh-CN': '通报', en: 'Bulletins' },
  none: { 'zh-CN': '还没有印发过通报。', en: 'No bulletin has been issued yet.' },
  noneMore: {
    'zh-CN': '区级印发后，各级都能在这里查看。',
    en: 'Bulletins of the district stand here for everybody once they are issued.',
  },
  draftTitle: { 'zh-CN': '拟发通报', en: 'Draft a bulletin' },
  from: { 'zh-CN': '起始日期', en: 'From' },
  to: { 'zh-CN': '截止日期', en: 'To' },
  draftButton: { 'zh-CN': '生成草稿', en: 'Make the draft' },
  remark: { 'zh-CN': '工作要求', en: 'What is asked of all' },
  remarkHint: {
    'zh-CN': '印在通报末尾，可不填。请勿写个人信息。',
    en: 'Stands at its end and may be left empty. No personal data, please.',
  },
  issueTitle: { 'zh-CN': '印发第 {no} 期', en: 'Issue as no. {no}' },
  issueHint: {
    'zh-CN': '印发后内容不再变动，并通知全区工作人员和社区协会负责人。',
    en: 'Once issued nothing of it changes, and all staff and leads are told.',
  },
  issueButton: { 'zh-CN': '印发', en: 'Issue' },
  back: { 'zh-CN': '返回通报', en: 'Back to the bulletins' },
  line: { 'zh-CN': '第 {no} 期（{from} 至 {to}）', en: 'No. {no} ({from} to {to})' },
  issuedOn: { 'zh-CN': '{date} 印发', en: 'issued on {date}' },
  openPage: { 'zh-CN': '查看通报', en: 'Open the bulletin' },
  noteIssued: {
    'zh-CN':
      '【通报】{district}计划生育协会工作通报〔{year}〕第 {no} 期已印发（{from} 至 {to}），请查阅。{yours}',
    en: 'Bulletin no. {no} of {year} of the {district} association ({from} to {to}) is issued. {yours}',
  },
  noteYours: {
    'zh-CN': '您单位有 {n} 项督办超期被通报，请尽快办理。',
    en: 'It names {n} overdue {n|follow-up|follow-ups} of your unit; please see to {n|it|them}.',
  },
  // what stands on the paper
  draft: { 'zh-CN': '草稿', en: 'draft' },
  masthead: { 'zh-CN': '{district}计划生育协会工作通报', en: 'Bulletin of the {district} association' },
  number: { 'zh-CN': '〔{year}〕第 {no} 期', en: 'No. {no} of {year}' },
  issuer: { 'zh-CN': '{district}计划生育协会', en: '{district} association' },
  paperTitle: {
    'zh-CN': '关于{from}至{to}三联创工作情况的通报',
    en: 'The work of the associations from {from} to {to}',
  },
  opening: {
    'zh-CN': '现将本期三联创工作情况通报如下。等次、满意率和督办数据截至{asOf}。',
    en: 'The figures of grades, satisfaction and follow-ups are those of {asOf}.',
  },
  targetsTitle: { 'zh-CN': '指标完成情况', en: 'Targets' },
  reached: {
    'zh-CN': '{value}（{count}/{base}），目标 {target}，{status}。',
    en: '{value} ({count} of {base}), target {target}: {status}.',
  },
  reachedMissing: {
    'zh-CN': '{value}（{count}/{base}），目标 {target}，{status}，尚差 {missing}。',
    en: '{value} ({count} of {base}), target {target}: {status}, {missing} missing.',
  },
  subdistrict: { 'zh-CN': '街道', en: 'Subdistrict' },
  communities: { 'zh-CN': '社区数', en: 'Communities' },
  meetingsTitle: { 'zh-CN': '例会召开情况', en: 'Meetings' },
  heldOfDue: { 'zh-CN': '应开 {due} 次、已开 {held} 次', en: '{held} held of {due} due' },
  meetingsText: {
    'zh-CN': '区级例会{district}；街道例会{subdistricts}；社区例会{communities}。',
    en: 'District: {district}; subdistricts: {subdistricts}; communities: {communities}.',
  },
  ownMeetings: { 'zh-CN': '街道例会（已开/应开）', en: 'Own, held / due' },
  communityMeetings: { 'zh-CN': '社区例会（已开/应开）', en: 'Communities, held / due' },
  overdueTitle: { 'zh-CN': '督办超期情况', en: 'Overdue follow-ups' },
  overdueNone: {
    'zh-CN': '没有超过完成期限 {days} 个工作日仍未办结的事项。',
    en: 'Nothing is more than {days} workdays overdue.',
  },
  overdueText: {
    'zh-CN': '以下 {n} 项超过完成期限 {days} 个工作日仍未报办理结果，请责任单位尽快办理。',
    en: 'These {n} {n|is|are} more than {days} workdays overdue; the responsible units are asked to see to {n|it|them}.',
  },
  unit: { 'zh-CN': '责任单位', en: 'Unit' },
  what: { 'zh-CN': '事项', en: 'What' },
  due: { 'zh-CN': '完成期限', en: 'Due' },
  days: { 'zh-CN': '超期天数', en: 'Days' },
  highlightsTitle: { 'zh-CN': '工作亮点', en: 'Good examples' },
  remarkTitle: { 'zh-CN': '工作要求', en: 'What is asked of all' },
  colon: { 'zh-CN': '：', en: ': ' },
} as const

/** What staff read who enter a share of the paper forms a second time. */
export const doubleWords = {
  title: { 'zh-CN': '二次录入与录入差错', en: 'Second entry and typing errors' },
  how: {
    'zh-CN':
      '每个单位的纸质问卷按编号的哈希值抽取 {share}（至少 {least} 份），由未录入该份的另一人再录一次；两次不一致的，对照纸质问卷指出哪一次正确，结果随即更正；最好由第三人核对，由录入人本人核对的份数单独列出。抽取方法：SHA-256（double:轮次:单位代码:编号），数值小的先取，任何人都可复算。首次录入时不显示是否被抽中。',
    en: 'Of the paper forms of each unit, {share} (at least {least}) are drawn by the hash of their number and entered again by somebody who did not type them. Where the two differ, the paper says which is right, and the result is set right with it, best by a third person: how many were looked up by one of the two is told. Drawn by SHA-256 over double:ROUND:UNIT:NUMBER, the smallest first, so anybody can work it out again. While a form is entered the first time nothing tells whether it is drawn.',
  },
  figures: {
    'zh-CN': '纸质问卷 {entered} 份，已二次录入 {again} 份，待核对 {open} 份，已更正答卷 {corrected} 份。',
    en: '{entered} paper {entered|form|forms}, {again} entered twice, {open} to be looked up, {corrected} {corrected|answer|answers} set right.',
  },
  settled: {
    'zh-CN': '已核对差异 {settled} 份，其中由录入人本人核对 {own} 份。',
    en: '{settled} {settled|form was|forms were} looked up, {own} of them by somebody who had typed the form.',
  },
  rate: {
    'zh-CN':
      '首次录入差错：每千项 {rate} 项（95% 区间 {low} 至 {high}），比对 {fields} 项，差错 {first} 项；二次录入差错 {second} 项。',
    en: 'Errors of first entries: {rate} in 1,000 fields (95 % interval {low} to {high}); {first} among {fields} fields compared. Errors of second entries: {second}.',
  },
  none: {
    'zh-CN': '还没有录入过纸质问卷。',
    en: 'No paper form has been entered yet.',
  },
  notAsked: {
    'zh-CN': '本轮调查未设二次录入。',
    en: 'This survey asks for no second entry.',
  },
  due: { 'zh-CN': '待二次录入', en: 'To be entered again' },
  nothingDue: { 'zh-CN': '没有待二次录入的问卷。', en: 'Nothing is waiting to be entered again.' },
  own: {
    'zh-CN': '由您首次录入，须由另一人二次录入：{numbers}',
    en: 'Typed by you, for another person: {numbers}',
  },
  differences: { 'zh-CN': '待核对的差异', en: 'Differences to look up' },
  noDifferences: { 'zh-CN': '没有待核对的差异。', en: 'There is no difference to look up.' },
  difference: {
    'zh-CN': '{unit} {number} 号：{count} 项不一致',
    en: '{unit}, number {number}: {count} {count|field differs|fields differ}',
  },
  byField: { 'zh-CN': '各题差错', en: 'Errors by question' },
  compared: { 'zh-CN': '比对', en: 'Compared' },
  firstWrong: { 'zh-CN': '首次录入差错', en: 'First entry wrong' },
  secondWrong: { 'zh-CN': '二次录入差错', en: 'Second entry wrong' },
  again: { 'zh-CN': '二次录入：{unit} {number} 号', en: 'Second entry: {unit}, number {number}' },
  againHint: {
    'zh-CN': '请照纸质问卷重新录入，不要参照首次录入的内容。',
    en: 'Type it from the paper, not from what was entered before.',
  },
  agreed: { 'zh-CN': '{number} 号两次录入一致。', en: 'Both entries of number {number} agree.' },
  differed: {
    'zh-CN': '{number} 号有 {count} 项不一致，请对照纸质问卷核对。',
    en: 'Number {number} differs in {count} {count|field|fields}; please look at the paper.',
  },
  compare: { 'zh-CN': '核对：{unit} {number} 号', en: 'Compare: {unit}, number {number}' },
  compareHint: {
    'zh-CN': '请取出这份纸质问卷，逐项指出哪一次录入与纸上一致。',
    en: 'Take out the paper form and name for each field the entry that agrees with it.',
  },
  firstEntry: { 'zh-CN': '首次录入：{value}', en: 'First entry: {value}' },
  secondEntry: { 'zh-CN': '二次录入：{value}', en: 'Second entry: {value}' },
  empty: { 'zh-CN': '未填', en: 'nothing' },
  settle: { 'zh-CN': '保存核对结果', en: 'Store what the paper says' },
} as const

/** What people read who bring answers on paper as a table. */
export const sheetWords = {
  title: { 'zh-CN': '导入纸质问卷（表格）', en: 'Import paper answers (table)' },
  how: {
    'zh-CN':
      '一行一份问卷，首列填问卷编号，其余各列为题目。选项填数值或文字均可（如“5”或“非常满意”），多选用“；”分隔。先检查，再导入；有任何一处错误，整个文件都不导入。同一单位的同一编号只计一份，重复导入不会重复计数。',
    en: 'One line a questionnaire: its number first, then a column a question. A choice is given by its value or in words (“5” or “Very satisfied”), several are separated by “;”. Check first, then import: with a single fault nothing of the file is imported. A number counts once a unit, so importing a file again adds nothing.',
  },
  template: { 'zh-CN': '下载空白表格（XLSX）', en: 'Download the empty table (XLSX)' },
  file: { 'zh-CN': '表格文件', en: 'Table' },
  fileHint: { 'zh-CN': 'XLSX 或 CSV，不超过 2 MB', en: 'XLSX or CSV, up to 2 MB' },
  check: { 'zh-CN': '只检查', en: 'Check only' },
  import: { 'zh-CN': '导入', en: 'Import' },
  answers: { 'zh-CN': '答卷', en: 'Answers' },
  allowed: { 'zh-CN': '可填内容', en: 'What may be given' },
  question: { 'zh-CN': '题目', en: 'Question' },
  value: { 'zh-CN': '数值', en: 'Value' },
  inWords: { 'zh-CN': '文字', en: 'In words' },
  number: { 'zh-CN': '问卷编号', en: 'Form number' },
  checked: {
    'zh-CN': '检查通过，尚未导入：新增 {added} 份，已录入过 {unchanged} 份。',
    en: 'No fault; nothing is imported yet: {added} new, {unchanged} entered before.',
  },
  imported: {
    'zh-CN': '导入完成：新增 {added} 份，已录入过 {unchanged} 份（不重复计数）。',
    en: 'Imported: {added} new, {unchanged} entered before (counted once).',
  },
  empty: {
    'zh-CN': '表中没有一份问卷，没有可导入的内容。请核对所选文件。',
    en: 'There is no questionnaire in this table, so nothing to import. Please check which file you chose.',
  },
  refused: {
    'zh-CN': '文件有 {count} 处错误，没有导入任何内容：',
    en: 'The file has {count} {count|fault|faults}; nothing was imported:',
  },
  faultAt: { 'zh-CN': '第 {line} 行“{column}”：{text}', en: 'line {line}, “{column}”: {text}' },
  given: { 'zh-CN': '{text}（填的是“{value}”）', en: '{text} (given: “{value}”)' },
  moreFaults: { 'zh-CN': '……另有 {count} 处', en: '… and {count} more' },
  badNumber: {
    'zh-CN': '编号须为 1 至 999999 的整数',
    en: 'A number is a whole one from 1 to 999999',
  },
  doubleNumber: {
    'zh-CN': '编号 {number} 与第 {first} 行重复',
    en: 'Number {number} stands in line {first} already',
  },
  numberTaken: {
    'zh-CN': '编号 {number} 已录入，内容与这一行不同；原答卷保持不变，请核对编号',
    en: 'Number {number} was entered before with other answers, which stay as they are; please check the number',
  },
} as const

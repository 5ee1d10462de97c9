/** What pages and chat say of evidence. */
export const evidenceWords = {
  evidenceTitle: { 'zh-CN': '{item} 佐证材料：{name}', en: 'Evidence for {item}: {name}' },
  evidenceLink: { 'zh-CN': '佐证材料（{count}）', en: 'Evidence ({count})' },
  evidenceNone: { 'zh-CN': '还没有佐证材料。', en: 'No evidence yet.' },
  evidenceAdd: { 'zh-CN': '添加文件', en: 'Add files' },
  evidenceUpload: { 'zh-CN': '上传', en: 'Upload' },
  evidenceHint: {
    'zh-CN':
      '照片（JPEG、PNG、WebP）、PDF、XLSX、DOCX，每个不超过 {file} MB，每项最多 {files} 个。照片会去除位置等信息。请勿上传含居民个人信息的材料。',
    en: 'Photos (JPEG, PNG, WebP), PDF, XLSX, DOCX; up to {file} MB each and {files} an item. Positions and other data of the camera are removed. No personal data of residents, please.',
  },
  evidenceSpace: { 'zh-CN': '已用 {used} / {quota} MB', en: '{used} of {quota} MB used' },
  evidenceBy: { 'zh-CN': '{level} {who}，{date}，{size}', en: '{level} {who}, {date}, {size}' },
  evidenceTakeBack: { 'zh-CN': '撤回', en: 'Take back' },
  evidenceTakeBackOf: { 'zh-CN': '撤回 {name}', en: 'Take back {name}' },
  evidenceAdded: { 'zh-CN': '已保存。', en: 'Saved.' },
  evidenceElsewhere: {
    'zh-CN': '同一文件另用于 {count} 处',
    en: 'the same file is shown in {count} other {count|place|places}',
  },
  evidenceOpenForm: { 'zh-CN': '返回填写', en: 'Back to the form' },
} as const

/** What the comparison with a draft of the rubric says. */
export const previewWords = {
  previewLink: { 'zh-CN': '试算新评估表', en: 'Try a draft of the rubric' },
  previewTitle: { 'zh-CN': '用 {year} 年度得分试算新评估表', en: 'A draft of the rubric against {year}' },
  previewHint: {
    'zh-CN': '评分规则未变的条目沿用原得分，新增或规则已变的条目按当时填报的现状重算。试算不保存任何内容。',
    en: 'Items whose rule is the same keep their points; new ones and those with another rule are worked out from what was reported. Nothing is kept.',
  },
  previewFile: { 'zh-CN': '评估表草案（JSON）', en: 'Draft of the rubric (JSON)' },
  previewCompare: { 'zh-CN': '试算', en: 'Compare' },
  previewFound: {
    'zh-CN': '草案 {version}：比较了 {count} 个社区',
    en: 'Draft {version}: {count} {count|association|associations} compared',
  },
  previewAdded: { 'zh-CN': '新增条目：{items}', en: 'New items: {items}' },
  previewRemoved: { 'zh-CN': '取消条目：{items}', en: 'Items that go: {items}' },
  previewRescored: { 'zh-CN': '规则变化的条目：{items}', en: 'Items with another rule: {items}' },
  previewSettings: { 'zh-CN': '变化的规定', en: 'What else would be different' },
  previewSetting: { 'zh-CN': '规定', en: 'Rule' },
  previewGate: { 'zh-CN': '{gate} 关口，{grade}', en: 'Gate {gate} for {grade}' },
  previewNone: { 'zh-CN': '不要求', en: 'not asked' },
  previewBefore: { 'zh-CN': '现行', en: 'As it was' },
  previewAfter: { 'zh-CN': '草案', en: 'By the draft' },
  previewSame: {
    'zh-CN': '没有社区的得分或等次会变化。',
    en: 'No association would have another score or grade.',
  },
  previewUnanswered: {
    'zh-CN': '（{items} 当时未填报，按空白计）',
    en: '({items} asked nothing then and count as empty)',
  },
} as const

/** The signs that stand between words, in each language: for what a page puts together from several texts. */
export const punctuation = {
  colon: { 'zh-CN': '：', en: ': ' },
  comma: { 'zh-CN': '，', en: ', ' },
  /** Between the parts of a list. */
  list: { 'zh-CN': '、', en: ', ' },
  semicolon: { 'zh-CN': '；', en: '; ' },
  /** Between two sentences. */
  gap: { 'zh-CN': '', en: ' ' },
  /** A remark behind what was said. */
  remark: { 'zh-CN': '（{text}）', en: ' ({text})' },
} as const

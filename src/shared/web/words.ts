export const words = {
  product: { 'zh-CN': '三联创', en: 'Sanlianchuang' },
  tagline: { 'zh-CN': '计生协会三级联创工作平台', en: 'Association ratings, meetings and satisfaction' },
  skip: { 'zh-CN': '跳到正文', en: 'Skip to content' },
  menu: { 'zh-CN': '栏目', en: 'Sections' },
  signOut: { 'zh-CN': '退出', en: 'Sign out' },
  otherLanguage: { 'zh-CN': 'EN', en: '中文' },
  home: { 'zh-CN': '返回首页', en: 'Back to the start page' },
  refused: { 'zh-CN': '未能办理', en: 'This was not done' },
  back: { 'zh-CN': '返回', en: 'Back' },
  notFound: { 'zh-CN': '没有这个页面', en: 'There is no such page' },
  notFoundMore: {
    'zh-CN': '链接可能不完整，或已更换。请核对后重新打开。',
    en: 'The link may be incomplete or out of date. Please check it and open it again.',
  },
  broken: { 'zh-CN': '系统出错', en: 'Something went wrong' },
  brokenMore: {
    'zh-CN': '刚才的操作没有完成，已提交的内容不受影响。请稍后再试；如仍不行，请将编号 {id} 告知管理员。',
    en: 'The last step was not completed; what you submitted before is safe. Please try again; if it keeps failing, tell the administrator number {id}.',
  },
  tooLarge: {
    'zh-CN': '提交的内容太大，超过 {limit}。',
    en: 'What you sent is too large; the limit is {limit}.',
  },
  malformed: { 'zh-CN': '提交的内容无法识别。', en: 'What you sent could not be read.' },
  foreignOrigin: {
    'zh-CN': '请求不是从本站页面发出的，已拒绝。请从本站页面重新提交。',
    en: 'This request did not come from a page of this site and was refused. Please submit it from the page here.',
  },
  faults: { 'zh-CN': '请更正以下内容', en: 'Please correct the following' },
  sample: {
    'zh-CN': '示例数据：单位真实，人员、答卷和得分均为虚构。',
    en: 'Sample data: the units are real; people, answers and scores are made up.',
  },
  optional: { 'zh-CN': '（选填）', en: '(optional)' },
} as const

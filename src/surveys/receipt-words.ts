/** What is said where receipts are checked. */
export const receiptWords = {
  receipts: { 'zh-CN': '核对回执', en: 'Check a receipt' },
  receiptLabel: { 'zh-CN': '回执（8 位）', en: 'Receipt (8 signs)' },
  receiptCheck: { 'zh-CN': '核对', en: 'Check' },
  receiptFound: {
    'zh-CN': '回执 {receipt} 在收到的 {size} 份答卷之中（第 {place} 位）。',
    en: 'The receipt {receipt} is among the {size} answers that were received (place {place}).',
  },
  receiptMissing: {
    'zh-CN': '本轮调查的答卷中没有这个回执。请核对输入；另一轮调查的回执须在那一轮的页面核对。',
    en: 'This receipt is not among those of this survey. Please check what you typed; a receipt of another survey is checked on that one’s page.',
  },
  receiptProof: { 'zh-CN': '证明（默克尔路径）', en: 'Proof (Merkle audit path)' },
  receiptLeaf: { 'zh-CN': '回执的哈希值：', en: 'Hash of the receipt:' },
  receiptDownload: { 'zh-CN': '下载证明（JSON）', en: 'Download the proof (JSON)' },
  receiptRoots: { 'zh-CN': '全部回执的根哈希', en: 'Root of all receipts' },
  receiptRootsHint: {
    'zh-CN':
      '根哈希在调查结束时固定。此后增加或删去任何一份答卷，根哈希都会改变。重新开放的调查再次结束时另有一个根哈希。',
    en: 'Fixed when the survey ends. Adding or dropping any answer afterwards would change it. A survey that was reopened gets another one when it ends again.',
  },
  receiptRoot: { 'zh-CN': '{on} 结束，{size} 份答卷', en: 'Ended on {on}, {size} {size|answer|answers}' },
  receiptAll: { 'zh-CN': '下载全部回执的哈希值', en: 'Download the hashes of all receipts' },
  receiptHow: {
    'zh-CN':
      '核对方法（RFC 6962）：叶 = SHA-256(00 ‖ 回执)，节点 = SHA-256(01 ‖ 左 ‖ 右)；从叶开始逐级与路径中的哈希值合并，结果应等于根哈希。回执含连字符，按 UTF-8 编码。它只证明答卷已收到，不能证明填写了什么。',
    en: 'How to check (RFC 6962): leaf = SHA-256(00 ‖ receipt), node = SHA-256(01 ‖ left ‖ right); join the leaf with the hashes of the path step by step, and the root must come out. The receipt is taken with its hyphen, in UTF-8. It proves that an answer was received, not what it said.',
  },
  rootDiffers: {
    'zh-CN': '警告：现有答卷的根哈希与结束时固定的不一致，答卷在结束后被改动过。',
    en: 'Warning: the answers that are stored now give another root than the one fixed when the survey ended. They were changed afterwards.',
  },
} as const

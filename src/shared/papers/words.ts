export const words = {
  asWord: { 'zh-CN': '下载 Word 文件（DOCX）', en: 'Download as a Word file (DOCX)' },
} as const

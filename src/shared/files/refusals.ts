import { refusals } from '../refusal.ts'

export const no = refusals({
  noFile: { status: 422, 'zh-CN': '请选择文件。', en: 'Choose a file.' },
  emptyFile: { status: 422, 'zh-CN': '“{name}”是空文件。', en: '“{name}” is empty.' },
  fileTooLarge: {
    status: 413,
    'zh-CN': '“{name}”超过 {limit} MB，未保存。',
    en: '“{name}” is larger than {limit} MB; nothing was kept.',
  },
  heicFile: {
    status: 422,
    'zh-CN': '“{name}”是 HEIC 照片，无法读取。请在手机“设置 › 相机 › 格式”中选“兼容性最佳”，或截图后上传。',
    en: '“{name}” is an HEIC photo, which cannot be read. Set the phone’s camera format to “Most Compatible”, or send a screenshot of it.',
  },
  macroFile: {
    status: 422,
    'zh-CN': '“{name}”含有宏，请另存为不含宏的文件。',
    en: '“{name}” holds macros; save it without them.',
  },
  unknownFile: {
    status: 422,
    'zh-CN': '“{name}”无法接收。请上传照片（JPEG、PNG、WebP）、PDF、XLSX 或 DOCX。',
    en: '“{name}” cannot be taken. Send photos (JPEG, PNG, WebP), PDF, XLSX or DOCX.',
  },
  notWhatItSays: {
    status: 422,
    'zh-CN': '“{name}”的内容是 {kind}，与文件名不符，未保存。',
    en: '“{name}” is {kind} by its content, not what its name says; nothing was kept.',
  },
  damagedPicture: {
    status: 422,
    'zh-CN': '“{name}”已损坏或过大，无法读取。',
    en: '“{name}” is damaged or has too many pixels to be read.',
  },
  notFetched: {
    status: 409,
    'zh-CN': '文件没有取到，未保存。请重新发送，或在网页上上传。',
    en: 'The file could not be fetched and nothing was kept. Please send it again, or upload it on the web.',
  },
})

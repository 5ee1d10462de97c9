export const words = {
  command: { 'zh-CN': '督办事项', en: 'your follow-ups' },
  none: { 'zh-CN': '现在没有需要您办理或确认的督办事项。', en: 'Nothing waits for you in the follow-ups.' },
  mine: { 'zh-CN': '由您办理 {n} 项：', en: 'To do: {n}' },
  toConfirm: { 'zh-CN': '待您确认 {n} 项：', en: 'To confirm: {n}' },
  line: {
    'zh-CN': '{no}. {what}（{state}，期限 {due}{late}）',
    en: '{no}. {what} ({state}, due {due}{late})',
  },
  late: { 'zh-CN': '，已超期', en: ', overdue' },
  more: { 'zh-CN': '…… 其余请在网页查看。', en: '… the rest is on the web.' },
  pick: { 'zh-CN': '点序号办理。', en: 'Press a number to act on it.' },
  open: { 'zh-CN': '打开督办清单', en: 'Open the list' },
  openOne: { 'zh-CN': '在网页打开', en: 'Open on the web' },
  card: { 'zh-CN': '【督办】{what}', en: 'Follow-up: {what}' },
  noted: { 'zh-CN': '已登记。\n【督办】{what}', en: 'Noted.\nFollow-up: {what}' },
  movedOn: {
    'zh-CN': '这件事项已有新的进展，未重复登记。\n【督办】{what}',
    en: 'There is news of this follow-up; nothing was noted twice.\nFollow-up: {what}',
  },
  cardOwner: { 'zh-CN': '责任单位：{unit}', en: 'Responsible: {unit}' },
  cardDue: { 'zh-CN': '期限：{due}（{state}{late}）', en: 'Due: {due} ({state}{late})' },
  cardSource: { 'zh-CN': '来源：{kind}，{title}', en: 'From: {kind}, {title}' },
  cardWanted: { 'zh-CN': '申请延期至：{wanted}', en: 'Extension asked for until: {wanted}' },
  cardNote: { 'zh-CN': '最近说明：{note}', en: 'Last note: {note}' },
  askResult: {
    'zh-CN': '请回复“{what}”的办理结果：做了什么，办到什么程度。不报了，发 /cancel。',
    en: 'What was done about “{what}”? Write it in one message, or /cancel.',
  },
  askExtension: {
    'zh-CN':
      '“{what}”期限为 {due}。请回复新的期限和原因，例如“延到下月15日，等待印制”。不申请了，发 /cancel。',
    en: '“{what}” is due on {due}. Write the new date and the reason, such as “December 15, waiting for the printer”, or /cancel.',
  },
  askExtensionReason: {
    'zh-CN': '“{what}”申请延期至 {until}。请回复原因。',
    en: 'Until {until} for “{what}”. What is the reason?',
  },
  askExtensionDate: {
    'zh-CN':
      '“{what}”的延期原因：{reason}。请回复新的期限（晚于 {due}），例如“12月15日”“下周三”“一周”。不申请了，发 /cancel。',
    en: 'The reason for “{what}”: {reason}. Until which date after {due}? Write it, such as “December 15” or “next Wednesday”, or /cancel.',
  },
  whichExtension: {
    'zh-CN': '为哪一项申请延期？请点序号，或回复序号。',
    en: 'For which of these is the extension? Press or write its number.',
  },
  askReturn: {
    'zh-CN': '请回复退回“{what}”的原因：还缺什么。不退回了，发 /cancel。',
    en: 'Why is “{what}” returned, and what is missing? Write it in one message, or /cancel.',
  },
  askRefusal: {
    'zh-CN': '“{what}”维持期限 {due}，请回复不同意延期的原因。不办了，发 /cancel。',
    en: 'Why is “{what}” to stay due on {due}? Write it in one message, or /cancel.',
  },
  tooLong: { 'zh-CN': '说明请控制在 {n} 字以内。', en: 'Please write at most {n} characters.' },
  cancelled: { 'zh-CN': '已取消，没有登记。', en: 'Cancelled; nothing was noted.' },
} as const

/** What the bot asks and answers, and what people are sent. */
export const chatWords = {
  signInButton: { 'zh-CN': '签到', en: 'Sign in' },
  noteBefore: {
    'zh-CN': '【会议提醒】{title}：{when}{place}。签到 {opens} 开始；不能到会的，请在会前请假或安排代会。',
    en: 'Reminder: {title}, {when}{place}. Sign-in opens at {opens}. If you cannot come, ask for leave or send a deputy before it begins.',
  },
  noteBeforeOwn: {
    'zh-CN': '【会议提醒】{title}：{when}{place}。请通知各会员小组长到会；会后请报到会人数。',
    en: 'Reminder: {title}, {when}{place}. Please tell the group leaders, and report afterwards how many came.',
  },
  noteConvey: { 'zh-CN': '请在会上传达：', en: 'Please convey at the meeting:' },
  noteConveyLine: { 'zh-CN': '{n}. {what}（{source}）', en: '{n}. {what} ({source})' },
  noteConveyMore: { 'zh-CN': '另有 {n} 项，见会议页面。', en: '{n} more stand on the meeting’s page.' },
  notePointSettled: {
    'zh-CN': '【问题答复】贵单位反映的“{text}”已由{title}研究解决。',
    en: 'What your unit raised, “{text}”, was settled by {title}.',
  },
  notePointKept: {
    'zh-CN': '【问题答复】贵单位反映的“{text}”，{title}已研究，留待下次再议。',
    en: 'What your unit raised, “{text}”, was discussed by {title} and comes again next time.',
  },
  notePointRaised: {
    'zh-CN': '【问题答复】贵单位反映的“{text}”，{title}已提交上级会议研究。',
    en: 'What your unit raised, “{text}”, was handed on to the level above by {title}.',
  },
  noteOpen: {
    'zh-CN': '【开始签到】{title}：{when}{place}。请点“签到”，或回复“签到”。开会 {late} 分钟后签到记为迟到。',
    en: 'Sign-in is open: {title}, {when}{place}. Press the button or answer “here”. More than {late} minutes after the start counts as late.',
  },
  noteUrge: {
    'zh-CN': '【尚未签到】{title}：{when}{place}。您还没有签到，请到会后及时签到（{ends} 截止）。',
    en: 'You have not signed in yet: {title}, {when}{place}. Please do so when you are there; sign-in closes at {ends}.',
  },
  noteDigest: {
    'zh-CN':
      '【到会情况】{title}：{when}。应到 {expected} 人，实到 {present} 人（迟到 {late} 人），请假 {leave} 人，缺席 {missing} 人，{quorum}。{names}',
    en: 'Attendance: {title}, {when}. Expected {expected}, present {present} (late {late}), on leave {leave}, absent {missing}; {quorum}. {names}',
  },
  noteReport: {
    'zh-CN':
      '【会议快报】{title}原定 {when}，开了吗？请点按钮，或回复“已开 12人”“改到周五下午3点”“没开 下雨”。',
    en: 'Quick report: {title} was planned for {when}. Was it held? Press a button, or answer “held 12 people”, “moved to Friday 3 pm”, “not held, storm”.',
  },
  quorate: { 'zh-CN': '达到法定人数', en: 'there was a quorum' },
  quorumIs: { 'zh-CN': '法定到会人数', en: 'needed for a quorum' },
  notQuorate: { 'zh-CN': '未达到法定人数', en: 'there was no quorum' },
  noteGroup: {
    'zh-CN':
      '【会议签到】{title}：{when}{place}。\n应到 {expected} 人，已到 {present} 人（迟到 {late} 人），请假 {leave} 人，未签到 {missing} 人{pending}。{names}',
    en: 'Sign-in: {title}, {when}{place}.\nExpected {expected}, here {present} (late {late}), on leave {leave}, not yet {missing}{pending}. {names}',
  },
  pendingSaid: { 'zh-CN': '（其中待批请假 {pending} 人）', en: ' (of them {pending} asked for leave)' },
  noteGroupHow: {
    'zh-CN': '请点“签到”；请假、代会请与机器人单独对话。',
    en: 'Press the button to sign in; for leave or a deputy write to the bot in your own chat.',
  },
  notYetUnits: { 'zh-CN': '\n尚未签到：{names}。', en: '\nNot yet: {names}.' },
  missingUnits: { 'zh-CN': '缺席单位：{names}。', en: 'Absent: {names}.' },
  // what the bot answers
  signedIn: { 'zh-CN': '已签到 {at}：{title}。', en: 'Signed in at {at}: {title}.' },
  signedInLate: { 'zh-CN': '已签到 {at}（迟到）：{title}。', en: 'Signed in at {at}, late: {title}.' },
  leavePending: { 'zh-CN': '待批', en: 'not answered yet' },
  leaveNotApproved: { 'zh-CN': '未批准', en: 'declined' },
  leaveAsked: {
    'zh-CN':
      '已提交请假（{kind}），待召集单位批准：{title} {when}。只登记类别，不保存原因。类别不对请点下面更正。',
    en: 'Leave is asked for ({kind}) and waits for approval: {title}, {when}. Only the kind is kept, not the reason. Press to correct the kind.',
  },
  leaveKept: {
    'zh-CN': '请假（{kind}）已批准：{title} {when}。',
    en: 'Your leave ({kind}) is approved: {title}, {when}.',
  },
  leaveRefused: {
    'zh-CN': '请假（{kind}）未获批准：{title} {when}。请到会，或安排代会。',
    en: 'Your leave ({kind}) was declined: {title}, {when}. Please come, or send a deputy.',
  },
  leaveToDecide: {
    'zh-CN': '【请假待批】{unit} {name} 申请请假（{kind}）：{title} {when}。',
    en: 'Leave to decide on: {name}, {unit} ({kind}): {title}, {when}.',
  },
  leaveDecided: { 'zh-CN': '{name}：{state}。{title} {when}', en: '{name}: {state}. {title}, {when}' },
  approve: { 'zh-CN': '批准', en: 'Approve' },
  decline: { 'zh-CN': '不批准', en: 'Decline' },
  pendingTitle: { 'zh-CN': '待批请假', en: 'Leave to decide on' },
  observing: { 'zh-CN': '已登记列席 {at}：{title}。', en: 'You observe {title} from {at}.' },
  observeButton: { 'zh-CN': '列席签到', en: 'Sign in as an observer' },
  leaveEarlyButton: { 'zh-CN': '早退', en: 'Leave early' },
  noneToObserve: {
    'zh-CN': '现在没有可以列席签到的会议。',
    en: 'No meeting whose sign-in is open could be observed now.',
  },
  leaveWhich: {
    'zh-CN': '{title} {when}：请选择请假类别（只登记类别，不保存原因）。',
    en: '{title}, {when}: which kind of leave? Only the kind is kept, not the reason.',
  },
  deputyKept: {
    'zh-CN': '已登记代会（{post}）：{title} {when}。',
    en: 'A deputy is noted ({post}): {title}, {when}.',
  },
  deputyWhich: {
    'zh-CN': '{title} {when}：由谁代会？请选择职务，或回复“代会 副会长”。',
    en: '{title}, {when}: who comes instead? Choose the post, or answer “deputy vice president”.',
  },
  leftEarlyKept: { 'zh-CN': '已登记早退 {at}：{title}。', en: 'Leaving early at {at} is noted: {title}.' },
  receivedNext: {
    'zh-CN': '好的。{title} {when}，签到 {opens} 开始。',
    en: 'Thank you. {title}, {when}; sign-in opens at {opens}.',
  },
  notForOthers: {
    'zh-CN': '不能代他人签到。请本人签到；确有出席的，由召集单位更正。',
    en: 'Nobody can sign in for somebody else. They sign in themselves, or the convening office corrects it.',
  },
  meetingsNone: {
    'zh-CN': '近期没有安排会议。',
    en: 'No meetings are planned for the coming weeks.',
  },
  meetingsList: { 'zh-CN': '近期会议：', en: 'Coming meetings:' },
  meetingsLine: { 'zh-CN': '{when}{place} {title}（{state}）', en: '{when}{place} {title} ({state})' },
  reportNone: {
    'zh-CN': '目前没有待报的社区例会。',
    en: 'No community meeting is waiting for a report.',
  },
  reportedBefore: {
    'zh-CN': '{title}（{when}）已报：到会 {present} 人。目前没有其他待报的例会；人数有误的，请点“更正”。',
    en: '{title} ({when}) was reported with {present} present, and no other meeting waits for a report. Press “Correct” to put the number right.',
  },
  askCount: {
    'zh-CN': '{title}：到会多少人？请回复人数，例如“12人”或“到会18人缺3”。',
    en: '{title}: how many came? Answer with the number, such as “12 people”.',
  },
  askUnresolved: {
    'zh-CN':
      '已登记：{title}已开，到会 {present} 人{missing}。有没有需要上级协调解决的问题？请直接回复，没有请点“没有”。',
    en: 'Noted: {title} was held, {present} present{missing}. Is anything unresolved that the level above should take up? Answer in words, or press “nothing”.',
  },
  missingSaid: { 'zh-CN': '、缺 {missing} 人', en: ', {missing} missing' },
  askPhoto: {
    'zh-CN': '{unresolved}可以发一张签到表照片；不发请点“完成”。',
    en: '{unresolved}You can send a photo of the sign-in sheet, or press “done”.',
  },
  unresolvedKept: { 'zh-CN': '问题已记录，会提交上级。', en: 'Noted, and passed to the level above. ' },
  askWhen: {
    'zh-CN': '{title}改到什么时候？请回复日期和时间，例如“周五下午3点”。',
    en: '{title}: moved to when? Answer with day and time, such as “Friday 3 pm”.',
  },
  movedKept: {
    'zh-CN': '已改期：{title} {when}。届时再提醒您报告。',
    en: 'Moved: {title}, {when}. You will be asked for the report afterwards.',
  },
  askReason: {
    'zh-CN': '{title}没有召开，是什么原因？请选择或直接回复。',
    en: '{title} was not held. Why? Choose or answer in words.',
  },
  notHeldKept: {
    'zh-CN': '已登记：{title}未开，原因：{reason}。',
    en: 'Noted: {title} was not held, because of: {reason}.',
  },
  reportDone: {
    'zh-CN': '快报已完成，谢谢。需要更正时再发 /report。',
    en: 'The report is complete, thank you. Send /report to correct it.',
  },
  photoKept: { 'zh-CN': '签到表照片已保存：{title}。', en: 'The photo of the sheet is kept: {title}. ' },
  fileKept: { 'zh-CN': '附件已保存：{title}。', en: 'The file is kept: {title}. ' },
  reportCancelled: {
    'zh-CN': '已停止填写；已报的内容保留。需要时再发 /report。',
    en: 'Stopped; what you had reported stays. Send /report to go on.',
  },
  movedByLead: { 'zh-CN': '协会负责人改期', en: 'moved by the lead' },
  nothing: { 'zh-CN': '没有', en: 'nothing' },
  done: { 'zh-CN': '完成', en: 'done' },
  whichMeeting: { 'zh-CN': '是哪一次会议？', en: 'Which meeting is it?' },
  reasonWeather: { 'zh-CN': '天气', en: 'weather' },
  reasonClash: { 'zh-CN': '工作冲突', en: 'other duties' },
  reasonFew: { 'zh-CN': '人数不足', en: 'too few people' },
  reasonOther: { 'zh-CN': '其他', en: 'other' },
  checkInCommand: { 'zh-CN': '会议签到', en: 'sign in at a meeting' },
  meetingsCommand: { 'zh-CN': '近期会议', en: 'coming meetings' },
  reportCommand: { 'zh-CN': '社区例会快报', en: 'report a community meeting' },
  minutesCommand: { 'zh-CN': '会议记录', en: 'minutes of a meeting' },
  minutesNone: {
    'zh-CN': '没有您召集的、已经开始的会议可写记录。',
    en: 'There is no meeting of yours that has begun to write minutes for.',
  },
  minutesAsk: {
    'zh-CN':
      '请发送《{title}》{when}的会议记录，可分多条发送，内容依次相接：\n1. 议题（每个议题以编号开头）\n要点\n问题：……\n决定：事项，责任单位，完成期限\n发完请回复“完成”；不写了请发 /cancel，已发的内容保留。',
    en: 'Send the minutes of {title} {when}, in as many messages as you like; they are put one after the other:\n1. An item (each begins with a number)\nits points\nProblem: …\nResolution: what, responsible unit, due date\nAnswer “done” at the end, or /cancel to stop; what you sent is kept.',
  },
  minutesGoOn: {
    'zh-CN': '\n已有记录，新发的内容接在后面；要修改请在网页上改。',
    en: '\nThere are minutes already; what you send is added at their end. Change them on the web.',
  },
  minutesNoted: {
    'zh-CN': '已记入《{title}》：新增议题 {items} 项、决定 {resolutions} 项。',
    en: 'Kept in the minutes of {title}: {items} new {items|item|items}, {resolutions} {resolutions|resolution|resolutions}.',
  },
  minutesMore: {
    'zh-CN': '可继续发送；发完请点“完成”。',
    en: 'Go on, or press “done”.',
  },
  minutesKept: { 'zh-CN': '会议记录已保存，内容如下：', en: 'The minutes are kept as follows:' },
  cancelCommand: { 'zh-CN': '停止填写', en: 'stop a report' },
  // the pages
  noteChanged: {
    'zh-CN': '【会议改期】{title}改到 {when}{place}，原因：{reason}',
    en: 'Moved: {title} is now {when}{place}. Reason: {reason}',
  },
  noteShifted: {
    'zh-CN': '【会期调整】因{reason}，{title}由 {from} 调整到 {when}{place}。',
    en: 'On another day ({reason}): {title}, planned for {from}, is now {when}{place}.',
  },
  causeHolidays: { 'zh-CN': '节假日安排公布', en: 'the holidays were announced' },
  causeAbove: { 'zh-CN': '上级例会时间变动', en: 'the meeting above was moved' },
  noteCancelled: {
    'zh-CN': '【会议取消】{title}（原定 {when}）取消，原因：{reason}',
    en: 'Cancelled: {title} ({when}) will not take place. Reason: {reason}',
  },
} as const

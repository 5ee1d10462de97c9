import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  notFromTelegram: {
    status: 401,
    'zh-CN': '无法确认是从 Telegram 打开的。请从机器人的菜单按钮重新打开，或向机器人发送 /signin。',
    en: 'This was not opened from Telegram. Open it again with the menu button of the bot, or send /signin to it.',
  },
  openedLongAgo: {
    status: 401,
    'zh-CN': '页面打开时间过长，请关闭后从机器人的菜单按钮重新打开。',
    en: 'This was opened too long ago. Close it and open it again with the menu button of the bot.',
  },
  chatNotBound: {
    status: 403,
    'zh-CN': '您的聊天账号尚未绑定。请先打开收到的邀请链接。',
    en: 'Your chat account is not linked yet. Open your invitation first.',
  },
  unknownPerson: { status: 404, 'zh-CN': '没有这个人员。', en: 'There is no such person.' },
  notYours: {
    status: 403,
    'zh-CN': '这不在您的管理范围内。',
    en: 'This is outside the units you are responsible for.',
  },
  mayNotAppoint: {
    status: 403,
    'zh-CN': '您无权为{unit}设置“{role}”。',
    en: 'You may not appoint anyone as {role} for {unit}.',
  },
  districtOnly: {
    status: 403,
    'zh-CN': '只有区工作人员可以办理。',
    en: 'Only staff of the district may do this.',
  },
  unitDoesNotFit: {
    status: 422,
    'zh-CN':
      '{unit}是{level}，不能设置“{role}”：区工作人员对应区，街道工作人员对应街道，协会负责人对应社区。',
    en: '{unit} is a {level} and does not go with the role {role}: a district officer belongs to the district, a subdistrict officer to a subdistrict, a lead to a community.',
  },
  alreadyHolds: {
    status: 409,
    'zh-CN': '{name}已担任{unit}的“{role}”。',
    en: '{name} is {role} for {unit} already.',
  },
  doesNotHold: {
    status: 409,
    'zh-CN': '{name}现在不担任这一职责。',
    en: '{name} does not hold this duty now.',
  },
  noSuchDuty: {
    status: 400,
    'zh-CN': '没有说明是哪一项职责。请从人员页面重新操作。',
    en: 'The duty was not named. Please start again from the person’s page.',
  },
  lastDistrict: {
    status: 409,
    'zh-CN': '{name}是最后一名区工作人员，请先邀请或移交给接任者。',
    en: '{name} is the last member of the district’s staff. Invite somebody else or hand over first.',
  },
  ownSuccessor: { status: 422, 'zh-CN': '接任者不能是本人。', en: 'One cannot be one’s own successor.' },
  gone: {
    status: 403,
    'zh-CN': '您的职责已结束，不能再登录。如有疑问，请联系上级管理员。',
    en: 'Your duties have ended, so you cannot sign in any more. Please ask the level above if this is wrong.',
  },
  hasLeft: { status: 409, 'zh-CN': '{name}的职责已结束。', en: 'The duties of {name} have ended.' },
  unknownInvitation: {
    status: 404,
    'zh-CN': '邀请不存在或已作废。请核对链接是否完整，或请管理员重新邀请。',
    en: 'This invitation does not exist or is void. Check that the link is complete, or ask for a new invitation.',
  },
  invitationUsed: {
    status: 410,
    'zh-CN': '邀请已使用过，不能再次使用。需要登录时，请另取登录链接。',
    en: 'This invitation was used already and works only once. To sign in again, ask for a sign-in link.',
  },
  invitationExpired: {
    status: 410,
    'zh-CN': '邀请已过期（有效期 {days} 天）。请管理员重新邀请。',
    en: 'This invitation has expired (it lives {days} days). Please ask for a new one.',
  },
  unknownLink: {
    status: 404,
    'zh-CN': '登录链接不存在或已作废。请核对链接是否完整，或另取新链接。',
    en: 'This sign-in link does not exist or is void. Check that it is complete, or ask for a new one.',
  },
  linkUsed: {
    status: 410,
    'zh-CN': '登录链接已使用过，不能再次使用。请另取新链接。',
    en: 'This sign-in link was used already and works only once. Please ask for a new one.',
  },
  linkExpired: {
    status: 410,
    'zh-CN': '登录链接已过期（有效期 {minutes} 分钟）。请另取新链接。',
    en: 'This sign-in link has expired (it lives {minutes} minutes). Please ask for a new one.',
  },
  chatTaken: {
    status: 409,
    'zh-CN': '这个聊天账号已绑定另一名人员，不能重复绑定。如需更换，请先由原人员或管理员解除绑定。',
    en: 'This chat account belongs to another person here already. It has to be unbound there first.',
  },
  mayNotReinvite: {
    status: 403,
    'zh-CN': '{name}已加入，只有区工作人员可以重新邀请。',
    en: '{name} has joined already; only staff of the district may invite again.',
  },
  secondPersonNeeded: {
    status: 403,
    'zh-CN': '须由另一人决定，提议人本人不能决定。',
    en: 'Another person than the one who proposed it has to decide.',
  },
  notOneOfTwo: {
    status: 403,
    'zh-CN':
      '须由两人办理的事项，两人都应在此事开始前已任区工作人员，且此后未使用过同事代办的邀请或登录链接；您不符合这一条件。请由其他人员办理；没有其他人员的，请系统管理员在服务器上为您重新签发登录链接（sign-in --anew）。',
    en: 'What two people decide is for those who were staff of the district before the matter began, and have used no invitation or sign-in link made by a colleague since. That is not so for you. Let somebody else do it; where there is nobody, ask the operator of the server for a new way in (sign-in --anew).',
  },
  faultyFile: {
    status: 422,
    'zh-CN': '文件有 {count} 处错误，没有邀请任何人：\n{faults}',
    en: 'The file has {count} {count|fault|faults}; nobody was invited:\n{faults}',
  },
})

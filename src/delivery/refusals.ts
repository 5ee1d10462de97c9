import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  unknownDelivery: { status: 404, 'zh-CN': '没有这条消息。', en: 'There is no such message.' },
  notYours: {
    status: 403,
    'zh-CN': '收件人不在您的管理范围内。',
    en: 'This message went to somebody outside the units you are responsible for.',
  },
  staffOnly: {
    status: 403,
    'zh-CN': '只有区和街道工作人员可以查看消息送达情况。',
    en: 'Only staff of the district and the subdistricts see the deliveries.',
  },
  districtOnly: {
    status: 403,
    'zh-CN': '消息设置由区级工作人员管理。',
    en: 'Message settings are the district’s.',
  },
  mayNotBind: {
    status: 403,
    'zh-CN': '只有该单位或上级的工作人员可以绑定群聊。',
    en: 'Only staff of the unit, or of the level above it, can bind a group.',
  },
  boundElsewhere: {
    status: 409,
    'zh-CN': '本群已绑定到您管理范围之外的单位，须由该单位先解除绑定。',
    en: 'This group is bound to a unit outside yours; its own staff must end that first.',
  },
  noSuchUnit: {
    status: 404,
    'zh-CN': '您的管理范围内没有“{name}”。请写单位全称或代码。',
    en: 'There is no unit {name} among yours. Give its full name or its code.',
  },
  noRobotAddress: {
    status: 422,
    'zh-CN':
      '不是群机器人的地址。请在企业微信群的“群机器人”中复制 Webhook 地址，以 {root}/cgi-bin/webhook/send?key= 开头。',
    en: 'This is no address of a group robot. Copy the webhook address from the robot in the WeCom group; it begins with {root}/cgi-bin/webhook/send?key=.',
  },
  stillGoing: {
    status: 409,
    'zh-CN': '这条消息已送达或正在发送，无需重发。',
    en: 'This message has arrived or is on its way; it need not be sent again.',
  },
  tooLateToCancel: {
    status: 409,
    'zh-CN': '这条消息已经发出，不能撤回。',
    en: 'This message has already gone out and cannot be cancelled.',
  },
})

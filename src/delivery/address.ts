/** What carries messages: the chats of Telegram, and the group robots of 企业微信. */
export const lanes = ['chat', 'robot'] as const
export type Lane = (typeof lanes)[number]

/** A message goes to a person, or to the group chat or the group robot of a unit. */
export const groupAddress = (unit: string) => `group:${unit}`
export const robotAddress = (unit: string) => `robot:${unit}`

/** Whose group it is; `undefined` for a person. */
export function groupOf(address: string): { readonly lane: Lane; readonly unit: string } | undefined {
  const [kind, unit] = address.split(':')
  if (unit === undefined) return undefined
  return { lane: kind === 'robot' ? 'robot' : 'chat', unit }
}

export const laneOf = (address: string): Lane => groupOf(address)?.lane ?? 'chat'

import { z } from 'zod'

/** What a button carries: an action, the id of what it acts on, and one small argument. Anyone can forge it. */
export interface Press {
  readonly action: string
  readonly id: string
  readonly arg: string
}

const wire = z
  .string()
  .max(64)
  .regex(/^v1\|[a-z][a-zA-Z0-9.-]{0,23}\|[A-Za-z0-9_-]{0,40}\|[^|\p{Cc}]*$/u)

/** `v1|action|id|arg`; throws `RangeError` above Telegram's 64 bytes or with a sign that the form does not allow. */
export function makePress(action: string, id = '', arg: string | number = ''): string {
  const data = `v1|${action}|${id}|${arg}`
  if (!wire.safeParse(data).success || Buffer.byteLength(data) > 64)
    throw new RangeError(`a button cannot carry ${data}: at most 64 bytes of action, id and argument`)
  return data
}

/** `undefined` for data that no button of ours carries. */
export function parsePress(data: string): Press | undefined {
  if (!wire.safeParse(data).success) return undefined
  const [, action = '', id = '', arg = ''] = data.split('|')
  return { action, id, arg }
}

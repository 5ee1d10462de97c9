import { type Instant, minutesBetween } from '../shared/time.ts'

/** `deaf`: the bot has not heard from Telegram for longer than polling should ever take. */
export interface ChatHealth {
  readonly state: 'off' | 'starting' | 'on' | 'troubled' | 'deaf'
  readonly lastHeard?: Instant
  readonly trouble?: string
}

const deafAfterMinutes = 3

/** How the chat is, from the last completed call for updates. `since` is when polling began. */
export function chatHealth(
  polling: { readonly lastCompleted: Instant | undefined; readonly trouble: string | undefined },
  since: Instant,
  now: Instant,
): ChatHealth {
  const { lastCompleted, trouble } = polling
  const told = { ...(lastCompleted ? { lastHeard: lastCompleted } : {}), ...(trouble ? { trouble } : {}) }
  if (minutesBetween(lastCompleted ?? since, now) > deafAfterMinutes) return { state: 'deaf', ...told }
  if (trouble === undefined) return { state: 'on', ...told }
  return { state: lastCompleted ? 'troubled' : 'starting', ...told }
}

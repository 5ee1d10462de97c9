/** What Telegram takes without refusing, with a margin: 30 a second, 1 a second a chat, 20 a minute a group. */
export interface PaceRules {
  readonly perSecond: number
  /** How many may go at once when nothing went for a while. */
  readonly burst: number
  readonly perChatMs: number
  readonly groupPerMinute: number
}

export const telegramPace: PaceRules = { perSecond: 25, burst: 3, perChatMs: 1000, groupPerMinute: 18 }

/**
 * Remembers what went out and says how long the next message must wait. Replies are not held back by it, but
 * count, so that bulk makes room for them. `atMs` is a steadily rising clock in milliseconds.
 */
export class Pace {
  readonly #rules: PaceRules
  /** How many could go now: grows with time up to the burst, and below zero where replies went beyond it. */
  #tokens: number
  #at = 0
  readonly #chats = new Map<number | string, number[]>()
  #pausedUntil = 0

  constructor(rules: PaceRules = telegramPace) {
    this.#rules = rules
    this.#tokens = rules.burst
  }

  /** How long one chat rests between two messages. */
  get perChatMs(): number {
    return this.#rules.perChatMs
  }

  went(chat: number | string, atMs: number): void {
    const memory = isGroup(chat) ? 60_000 : this.#rules.perChatMs
    this.#tokens = this.#tokensAt(atMs) - 1
    this.#at = atMs
    this.#chats.set(chat, [...(this.#chats.get(chat) ?? []).filter(at => at > atMs - memory), atMs])
    if (this.#chats.size > 5000) this.#forget(atMs)
  }

  pause(untilMs: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, untilMs)
  }

  /** Milliseconds until anything may go; 0 when something may go now. */
  waitMs(atMs: number): number {
    const missing = 1 - this.#tokensAt(atMs)
    return Math.ceil(Math.max(0, this.#pausedUntil - atMs, (missing * 1000) / this.#rules.perSecond))
  }

  /** How many may go within this moment, all chats together. */
  room(atMs: number): number {
    return this.#pausedUntil > atMs ? 0 : Math.max(0, Math.floor(this.#tokensAt(atMs) + 1e-6))
  }

  /** Whether this chat may be written to now. */
  mayGo(chat: number | string, atMs: number): boolean {
    const times = this.#chats.get(chat)
    if (!times) return true
    if ((times.at(-1) ?? 0) > atMs - this.#rules.perChatMs) return false
    return !isGroup(chat) || times.filter(at => at > atMs - 60_000).length < this.#rules.groupPerMinute
  }

  #tokensAt(atMs: number): number {
    const grown = (Math.max(0, atMs - this.#at) * this.#rules.perSecond) / 1000
    return Math.min(this.#rules.burst, this.#tokens + grown)
  }

  #forget(atMs: number): void {
    for (const [chat, times] of this.#chats) if ((times.at(-1) ?? 0) < atMs - 60_000) this.#chats.delete(chat)
  }
}

/** Groups have ids below zero in Telegram; group robots have keys. */
const isGroup = (chat: number | string) => typeof chat === 'string' || chat < 0

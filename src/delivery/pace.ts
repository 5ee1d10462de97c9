/** What Telegram takes without refusing, with a margin: 30 a second, 1 a second a chat, 20 a minute a group. */
export interface PaceRules {
  readonly perSecond: number
  readonly perChatMs: number
  readonly groupPerMinute: number
}

export const telegramPace: PaceRules = { perSecond: 25, perChatMs: 1000, groupPerMinute: 18 }

/**
 * Remembers what went out and says how long the next message must wait. Replies are not held back by it, but
 * count, so that bulk makes room for them. `atMs` is a steadily rising clock in milliseconds.
 */
export class Pace {
  readonly #rules: PaceRules
  #recent: number[] = []
  readonly #chats = new Map<number, number[]>()
  #pausedUntil = 0

  constructor(rules: PaceRules = telegramPace) {
    this.#rules = rules
  }

  /** How long one chat rests between two messages. */
  get perChatMs(): number {
    return this.#rules.perChatMs
  }

  went(chat: number, atMs: number): void {
    const memory = chat < 0 ? 60_000 : this.#rules.perChatMs
    this.#recent = [...this.#recent.filter(at => at > atMs - 1000), atMs]
    this.#chats.set(chat, [...(this.#chats.get(chat) ?? []).filter(at => at > atMs - memory), atMs])
    if (this.#chats.size > 5000) this.#forget(atMs)
  }

  pause(untilMs: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, untilMs)
  }

  /** Milliseconds until anything may go; 0 when something may go now. */
  waitMs(atMs: number): number {
    const paused = this.#pausedUntil - atMs
    const recent = this.#recent.filter(at => at > atMs - 1000)
    const oldest = recent.at(-this.#rules.perSecond)
    return Math.max(0, paused, oldest === undefined ? 0 : oldest + 1000 - atMs)
  }

  /** How many may go within this moment, all chats together. */
  room(atMs: number): number {
    if (this.#pausedUntil > atMs) return 0
    return Math.max(0, this.#rules.perSecond - this.#recent.filter(at => at > atMs - 1000).length)
  }

  /** Whether this chat may be written to now. */
  mayGo(chat: number, atMs: number): boolean {
    const times = this.#chats.get(chat)
    if (!times) return true
    if ((times.at(-1) ?? 0) > atMs - this.#rules.perChatMs) return false
    return chat > 0 || times.filter(at => at > atMs - 60_000).length < this.#rules.groupPerMinute
  }

  #forget(atMs: number): void {
    for (const [chat, times] of this.#chats) if ((times.at(-1) ?? 0) < atMs - 60_000) this.#chats.delete(chat)
  }
}

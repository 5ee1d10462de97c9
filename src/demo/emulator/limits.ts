/** How often a bot may send: Telegram's published numbers; its real algorithm is not published. */
export interface Limits {
  readonly perSecond: number
  /** In one private chat: as many at once, then one a second. */
  readonly chatBurst: number
  readonly groupPerMinute: number
  /** What a 429 asks to wait. */
  readonly penaltySeconds: number
}

export const telegramLimits: Limits = { perSecond: 30, chatBurst: 4, groupPerMinute: 20, penaltySeconds: 1 }

/** Counts sends in sliding windows; `atMs` is any steadily rising clock. */
export class Meter {
  readonly #limits: Limits
  #all: number[] = []
  readonly #chats = new Map<number, number[]>()
  #closedUntil = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Seconds to wait, when this send is one too many; `undefined` when it may go. */
  refuses(chat: number, atMs: number): number | undefined {
    if (atMs < this.#closedUntil) return Math.ceil((this.#closedUntil - atMs) / 1000)
    const windowMs = chat < 0 ? 60_000 : this.#limits.chatBurst * 1000
    const most = chat < 0 ? this.#limits.groupPerMinute : this.#limits.chatBurst
    const inChat = (this.#chats.get(chat) ?? []).filter(at => at > atMs - windowMs)
    this.#all = this.#all.filter(at => at > atMs - 1000)
    if (this.#all.length >= this.#limits.perSecond || inChat.length >= most) {
      this.#closedUntil =
        this.#all.length >= this.#limits.perSecond ? atMs + this.#limits.penaltySeconds * 1000 : 0
      return this.#limits.penaltySeconds
    }
    this.#all.push(atMs)
    this.#chats.set(chat, [...inChat, atMs])
    return undefined
  }
}

import { type ApiError, apiErrors } from './errors.ts'

/** An update as it goes over the wire: its id and one member that names its kind. */
export interface WireUpdate {
  readonly update_id: number
  readonly [kind: string]: unknown
}

interface Waiting {
  readonly answer: (updates: readonly WireUpdate[]) => void
  readonly refuse: (error: ApiError) => void
}

interface Webhook {
  readonly url: string
  readonly secret: string | undefined
}

/** Kinds that Telegram sends only to those who ask for them by name. */
const onRequest = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

/** What is waiting for the bot: kept until confirmed by a higher offset or by a 2xx of the webhook. */
export class Updates {
  #pending: (WireUpdate & { readonly chat: number })[] = []
  #next: number
  #waiting: Waiting | undefined
  #allowed: readonly string[] = []
  #webhook: Webhook | undefined
  #lastError: string | undefined
  #closed = false
  readonly #retryMs: number
  readonly #pushing = new Set<number>()

  constructor({ firstId, retryMs }: { firstId: number; retryMs: number }) {
    this.#next = firstId
    this.#retryMs = retryMs
  }

  add(chat: number, kind: string, content: unknown): number {
    const id = this.#next++
    const wanted = this.#allowed.length === 0 ? !onRequest.has(kind) : this.#allowed.includes(kind)
    if (!wanted) return id
    this.put({ update_id: id, [kind]: content, chat })
    return id
  }

  /** Puts an update back as if it had never been confirmed: Telegram delivers at least once. */
  put(update: WireUpdate & { readonly chat: number }): void {
    this.#pending.push(update)
    if (this.#webhook) void this.#push(update.chat)
    else if (this.#waiting) {
      const { answer } = this.#waiting
      this.#waiting = undefined
      answer(this.#wire(100))
    }
  }

  /** After a quiet week Telegram goes on with a random id. */
  restartIds(at: number): void {
    this.#next = at
  }

  async take(offset: number, limit: number, timeoutMs: number, allowed?: readonly string[]) {
    if (this.#webhook) throw apiErrors.webhookActive()
    if (allowed) this.#allowed = allowed
    this.#waiting?.refuse(apiErrors.terminated())
    this.#waiting = undefined
    if (offset > 0) this.#pending = this.#pending.filter(update => update.update_id >= offset)
    if (offset < 0) this.#pending = this.#pending.slice(offset)
    if (this.#pending.length > 0 || timeoutMs <= 0 || this.#closed) return this.#wire(limit)
    return await new Promise<readonly WireUpdate[]>((answer, refuse) => {
      const waiting: Waiting = {
        answer: updates => {
          clearTimeout(timer)
          answer(updates.slice(0, limit))
        },
        refuse: error => {
          clearTimeout(timer)
          refuse(error)
        },
      }
      const timer = setTimeout(() => {
        if (this.#waiting === waiting) this.#waiting = undefined
        answer([])
      }, timeoutMs)
      this.#waiting = waiting
    })
  }

  setWebhook(url: string, secret: string | undefined, drop: boolean, allowed?: readonly string[]): void {
    if (allowed) this.#allowed = allowed
    if (drop) this.#pending = []
    this.#webhook = url === '' ? undefined : { url, secret }
    this.#lastError = undefined
    if (this.#webhook) for (const { chat } of this.#pending) void this.#push(chat)
  }

  webhookInfo() {
    return {
      url: this.#webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.#pending.length,
      ...(this.#lastError === undefined ? {} : { last_error_message: this.#lastError }),
    }
  }

  get pending(): number {
    return this.#pending.length
  }

  close(): void {
    this.#closed = true
    this.#webhook = undefined
    this.#waiting?.answer([])
    this.#waiting = undefined
  }

  #wire(limit: number): readonly WireUpdate[] {
    return this.#pending.slice(0, limit).map(({ chat: _, ...update }) => update)
  }

  /** One chat's updates in order, chats beside each other; what is not answered with 2xx is sent again. */
  async #push(chat: number): Promise<void> {
    if (this.#pushing.has(chat)) return
    this.#pushing.add(chat)
    while (this.#webhook) {
      const update = this.#pending.find(each => each.chat === chat)
      if (!update) break
      const fault = await deliver(this.#webhook, update)
      this.#lastError = fault
      if (fault === undefined) this.#pending = this.#pending.filter(each => each !== update)
      else await new Promise(done => setTimeout(done, this.#retryMs))
    }
    this.#pushing.delete(chat)
  }
}

async function deliver(webhook: Webhook, { chat: _, ...update }: WireUpdate & { chat: number }) {
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(webhook.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': webhook.secret }),
      },
      body: JSON.stringify(update),
    })
    await response.arrayBuffer()
    return response.ok
      ? undefined
      : `Wrong response from the webhook: ${response.status} ${response.statusText}`
  } catch {
    return 'Connection failed'
  }
}

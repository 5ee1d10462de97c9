import type { Logger } from 'pino'
import { StoreClosed, StoreFailed } from '../errors.ts'

/** Whether the store may still be used; shared by all its parts, so that one failed write stops them all. */
export class Health {
  readonly #log: Pick<Logger, 'error'>
  #failed: StoreFailed | undefined
  #closed = false

  constructor(log: Pick<Logger, 'error'>) {
    this.#log = log
  }

  /** Throws `StoreFailed` or `StoreClosed`. */
  check(): void {
    this.checkWorking()
    if (this.#closed) throw new StoreClosed()
  }

  /** Throws `StoreFailed`; what was begun before `close` may still end. */
  checkWorking(): void {
    if (this.#failed) throw this.#failed
  }

  fail(cause: unknown): StoreFailed {
    if (!this.#failed) {
      this.#failed = new StoreFailed(cause)
      this.#log.error({ err: cause }, this.#failed.message)
    }
    return this.#failed
  }

  get failed(): boolean {
    return this.#failed !== undefined
  }

  close(): void {
    this.#closed = true
  }
}

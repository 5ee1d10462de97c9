import { ApiError } from './errors.ts'

/**
 * What goes wrong once: a refusal, a connection cut before the call was read, or after it took effect, or no answer as
 * long as the bot waits. The method `file` is a file's download.
 */
export interface Fault {
  readonly method: string
  /** Only for calls to this chat. */
  readonly chat?: number
  readonly times?: number
  readonly as:
    | 'reset'
    | 'resetAfter'
    | 'silence'
    | { readonly code: number; readonly description: string; readonly retryAfter?: number }
}

/** Faults in the order in which they were asked for; each is used up by the calls it meets. */
export class Faults {
  #left: { readonly fault: Fault; times: number }[] = []

  add(fault: Fault): void {
    this.#left.push({ fault, times: fault.times ?? 1 })
  }

  meet(method: string, chat: number | undefined): Fault['as'] | undefined {
    const met = this.#left.find(
      ({ fault }) => fault.method === method && (fault.chat === undefined || fault.chat === chat),
    )
    if (!met) return undefined
    met.times -= 1
    this.#left = this.#left.filter(each => each.times > 0)
    return met.fault.as
  }
}

export function errorOf(fault: Exclude<Fault['as'], string>): ApiError {
  const { code, description, retryAfter } = fault
  return new ApiError(code, description, retryAfter === undefined ? undefined : { retry_after: retryAfter })
}

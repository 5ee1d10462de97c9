import type { Text, Values } from './words.ts'

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429

/**
 * A "no" that a person meets: not an error of the program but an outcome of a rule, with its sentence.
 * Rules return it, a store command that returns it keeps nothing, and each door shows it in its own way.
 */
export class Refusal {
  readonly code: string
  readonly status: RefusalStatus
  readonly text: Text
  readonly values: Values

  constructor(code: string, status: RefusalStatus, text: Text, values: Values = {}) {
    this.code = code
    this.status = status
    this.text = text
    this.values = values
  }
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return outcome instanceof Refusal
}

type RefusalTable = Readonly<Record<string, Text & { readonly status: RefusalStatus }>>

/** A feature's closed list of refusals: `const no = refusals({ closed: { status: 410, 'zh-CN': …, en: … } })`, then `no.closed({ date })`. */
export function refusals<const T extends RefusalTable>(
  table: T,
): { readonly [K in keyof T]: (values?: Values) => Refusal } {
  const makers = Object.entries(table).map(([code, { status, ...text }]) => [
    code,
    (values?: Values) => new Refusal(code, status, text, values),
  ])
  return Object.fromEntries(makers)
}

import { type Logger, pino } from 'pino'
import type { Settings } from './settings.ts'

/**
 * The log of a process. Of an error only its name, code, message and stack are written, and those of its causes: other
 * properties of errors hold what was being sent (names, texts, the bot's token in an address).
 */
export function openLog(
  level: Settings['logLevel'],
  to: Parameters<typeof pino>[1] = pino.destination(1),
): Logger {
  return pino({ level, serializers: { err: told } }, to)
}

interface Told {
  readonly type: string
  readonly code: unknown
  readonly message: string
  readonly stack: string | undefined
  readonly cause: Told | string | undefined
}

function told(error: unknown): Told | string | undefined {
  if (!(error instanceof Error)) return error === undefined ? undefined : typeof error
  const code = 'code' in error ? error.code : undefined
  const { name: type, message, stack, cause } = error
  return { type, code, message, stack, cause: told(cause) }
}

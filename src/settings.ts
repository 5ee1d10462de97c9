import { z } from 'zod'
import { type Lang, langFor } from './shared/words.ts'

const port = z.coerce.number('must be a port number').int().min(0).max(65_535)
const noValue = 'must have a value, or not be set at all'
const onOff = z.enum(['on', 'off'], 'must be on or off').transform(word => word === 'on')

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://example.cn' })
    .refine(hasNoPath, 'must be an address without a path: the pages link to each other from the root')
    .transform(url => url.replace(/\/+$/, ''))
    .optional(),
  DATA_DIR: z.string().default('data/store'),
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'must look like 123456:ABC…, as BotFather gives it')
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://api.telegram.org' })
    .default('https://api.telegram.org'),
  WECOM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://qyapi.weixin.qq.com' })
    .transform(url => url.replace(/\/+$/, ''))
    .default('https://qyapi.weixin.qq.com'),
  TELEGRAM_WEBHOOK: onOff.default(false),
  TIME_ZONE: z.string().refine(isZone, 'must be a zone such as Asia/Shanghai').default('Asia/Shanghai'),
  RATE_LIMITS: onOff.default(true),
  TRUST_PROXY: onOff.default(false),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
})

export interface Settings {
  readonly host: string
  readonly port: number
  /** Where people reach the web; without it, the address that the server listens on. */
  readonly publicUrl: string | undefined
  readonly folder: string
  readonly botToken: string | undefined
  readonly telegramApiRoot: string
  /** Telegram calls `PUBLIC_URL/telegram` instead of being asked. */
  readonly telegramWebhook: boolean
  /** Where the group robots of 企业微信 are called. */
  readonly wecomRoot: string
  readonly zone: string
  readonly rateLimits: boolean
  readonly trustProxy: boolean
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL']
  /** The language of the command line, from the terminal's locale. */
  readonly lang: Lang
}

/** Something in the environment is wrong; the message lists all of it, one line each. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
}

/**
 * Reads the settings from the environment. One that is given without a value is refused: left aside, an empty address would mean
 * the real one. Throws `WrongSettings`.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const empty = Object.keys(environment.shape).filter(name => env[name]?.trim() === '')
  const parsed = environment.safeParse(env)
  const faults = (parsed.error?.issues ?? [])
    .map(({ path, message }) => ({ name: String(path[0]), message }))
    .filter(({ name }) => !empty.includes(name))
  if (!parsed.success || empty.length > 0) {
    const told = [...empty.map(name => ({ name, message: noValue })), ...faults]
    throw new WrongSettings(told.map(({ name, message }) => `${name}: ${message}`).join('\n'))
  }
  const read = parsed.data
  return {
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL,
    folder: read.DATA_DIR,
    botToken: read.BOT_TOKEN,
    telegramApiRoot: read.TELEGRAM_API_ROOT,
    telegramWebhook: read.TELEGRAM_WEBHOOK,
    wecomRoot: read.WECOM_API_ROOT,
    zone: read.TIME_ZONE,
    rateLimits: read.RATE_LIMITS,
    trustProxy: read.TRUST_PROXY,
    logLevel: read.LOG_LEVEL,
    lang: langFor(env.LC_ALL || env.LANG),
  }
}

function hasNoPath(url: string): boolean {
  // What is no address at all is told by the check before.
  if (!URL.canParse(url)) return true
  const { pathname, search, hash } = new URL(url)
  return /^\/*$/.test(pathname) && search + hash === ''
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

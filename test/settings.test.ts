import { expect, test } from 'vitest'
import { readSettings, WrongSettings } from '../src/settings.ts'

test('with nothing set, the product runs on this machine alone, without chat', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    folder: 'data/store',
    zone: 'Asia/Shanghai',
    botToken: undefined,
    rateLimits: true,
    trustProxy: false,
  })
})

test('a setting without a value is refused, together with all other faults', () => {
  const token = '123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const wrong = {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: '',
    WECOM_API_ROOT: ' ',
    HOST: '',
    PORT: '',
    RATE_LIMITS: 'yes',
  }
  const faults = ['HOST', 'PORT', 'TELEGRAM_API_ROOT', 'WECOM_API_ROOT'].map(
    name => `${name}: must have a value, or not be set at all`,
  )
  expect(() => readSettings(wrong)).toThrow(
    new WrongSettings([...faults, 'RATE_LIMITS: must be on or off'].join('\n')),
  )
})

test.each([
  ...['HOST', 'PORT', 'PUBLIC_URL', 'DATA_DIR', 'BOT_TOKEN', 'TELEGRAM_API_ROOT', 'WECOM_API_ROOT'],
  ...['TELEGRAM_WEBHOOK', 'TIME_ZONE', 'RATE_LIMITS', 'TRUST_PROXY', 'LOG_LEVEL'],
])('%s cannot be empty', name => {
  expect(() => readSettings({ [name]: '' })).toThrow(`${name}: must have a value, or not be set at all`)
})

test('an empty locale is as good as none', () => {
  expect(readSettings({ LC_ALL: '', LANG: 'en_GB.UTF-8' }).lang).toBe('en')
})

test('a public address loses its slash', () => {
  expect(readSettings({ PUBLIC_URL: 'https://example.org/' }).publicUrl).toBe('https://example.org')
})

test('a public address has no path', () => {
  expect(() => readSettings({ PUBLIC_URL: 'https://example.org/slc' })).toThrow(/without a path/)
})

test('all faults are told together', () => {
  const wrong = {
    PORT: 'many',
    PUBLIC_URL: 'example.org',
    BOT_TOKEN: 'secret',
    TIME_ZONE: 'Mars/Base',
    RATE_LIMITS: 'yes',
    LOG_LEVEL: 'loud',
  }
  expect(() => readSettings(wrong)).toThrow(WrongSettings)
  for (const name of Object.keys(wrong))
    expect(() => readSettings(wrong)).toThrow(new RegExp(`^${name}: `, 'm'))
})

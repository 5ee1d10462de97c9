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

test('an empty variable is as good as none', () => {
  expect(readSettings({ PORT: '', BOT_TOKEN: '' })).toEqual(readSettings({}))
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

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, robotKey } from '../../src/delivery/wecom-address.ts'
import { isRefusal } from '../../src/shared/refusal.ts'

const root = 'https://qyapi.weixin.qq.com'
const path = '/cgi-bin/webhook/send'

test('only the address of a robot at the root is taken, so that the server calls nothing else', () => {
  expect(robotKey(root, ` ${root}${path}?key=693a91f6-7xxx `)).toBe('693a91f6-7xxx')
  for (const address of [
    ...['', 'key=693a91f6', `${root}${path}`, `${root}${path}?key=short`, `${root}/other?key=693a91f6-7xxx`],
    ...[
      `https://evil.invalid${path}?key=693a91f6-7xxx`,
      `http://qyapi.weixin.qq.com${path}?key=693a91f6-7xxx`,
    ],
    ...[`https://a:b@qyapi.weixin.qq.com${path}?key=693a91f6-7xxx`, `${root}:8443${path}?key=693a91f6-7xxx`],
    `${root}${path}?key=693a91f6%0d%0aHost:x`,
  ])
    expect([address, isRefusal(robotKey(root, address))]).toEqual([address, true])
})

test('a text that is too long ends at a line or a sign, says so, and never has more than 2,048 bytes', () => {
  expect(fitted('短文', '更多')).toBe('短文')
  const lines = Array.from({ length: 200 }, (_, at) => `第 ${at} 行：例会通知`).join('\n')
  expect(fitted(lines, '更多').split('\n').slice(-2)).toEqual([
    expect.stringMatching(/^第 \d+ 行：例会通知$/),
    '更多',
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), text => {
      const kept = fitted(text, '更多')
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(2048)
      // What is kept are its first signs, none of them cut.
      const signs = kept === text ? text : kept.replace(/\n更多$/, '')
      expect([...text].slice(0, [...signs].length).join('')).toBe(signs)
    }),
    { numRuns: 50 },
  )
})

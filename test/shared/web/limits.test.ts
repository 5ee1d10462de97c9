import { expect, test } from 'vitest'
import { networkOf } from '../../../src/shared/web/limits.ts'

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8'],
  ['::1', ''],
])('requests from %s count for %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

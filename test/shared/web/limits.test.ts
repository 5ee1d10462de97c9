import { expect, test } from 'vitest'
import { lastForwarded, networkOf } from '../../../src/shared/web/limits.ts'

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

test.each([
  ['198.51.100.7, 203.0.113.9', '203.0.113.9'],
  ['203.0.113.9:51234', '203.0.113.9'],
  ['spoofed, [2001:db8::9]:51234', '2001:db8::9'],
  ['2001:db8::9', '2001:db8::9'],
  ['', ''],
])('behind a proxy that tells %j, requests come from %j', (header, address) => {
  expect(lastForwarded(header)).toBe(address)
})

import { expect, test } from 'vitest'
import { groupAddress, groupOf, laneOf, robotAddress } from '../../src/delivery/address.ts'

test('a person, a group and a robot are told apart by their addresses', () => {
  const unit = '350203001000'
  expect(groupOf(groupAddress(unit))).toEqual({ lane: 'chat', unit })
  expect(groupOf(robotAddress(unit))).toEqual({ lane: 'robot', unit })
  expect(groupOf('person-id')).toBeUndefined()
  expect(['person-id', groupAddress(unit), robotAddress(unit)].map(laneOf)).toEqual(['chat', 'chat', 'robot'])
})

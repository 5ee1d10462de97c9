import { expect, test } from 'vitest'
import { ownSince, whyNotOneOfTwo, whyNotSecond } from '../../src/people/own-hands.ts'
import { type Person, personAsActor, personSchema } from '../../src/people/person.ts'
import { instant } from '../../src/shared/time.ts'

const spring = instant('2026-03-02T01:00:00Z')
const summer = instant('2026-07-06T01:00:00Z')
const autumn = instant('2026-10-05T01:00:00Z')

function zhang(more: Partial<Person>): Person {
  return {
    ...{ id: 'zhang', name: '张敏', lang: 'zh-CN', former: [], since: spring },
    duties: [{ role: 'district', unit: '350203000000', since: spring }],
    ...more,
  }
}

test.each([
  ['kept by an earlier version', zhang({}), spring],
  ['came in after the duty was given', zhang({ joined: summer }), summer],
  ['let in again by a colleague', zhang({ joined: spring, letIn: autumn }), autumn],
  ['let in by the operator after that', zhang({ joined: spring, letIn: summer, vouched: autumn }), undefined],
  ['let in by a colleague after the operator', zhang({ letIn: autumn, vouched: summer }), autumn],
  ['invited by the operator, come in later', zhang({ vouched: spring, joined: autumn }), undefined],
  [
    'given the duty after the operator had let them in',
    zhang({
      vouched: spring,
      duties: [
        { role: 'lead', unit: '350203001001', since: spring },
        { role: 'district', unit: '350203000000', since: autumn },
      ],
    }),
    autumn,
  ],
  ['of no district', zhang({ duties: [], letIn: autumn }), undefined],
])('a person %s has the duty in own hands since', (_, person, since) => {
  expect(ownSince(personSchema.parse(JSON.parse(JSON.stringify(person))))).toBe(since)
  expect(personAsActor(person).ownSince).toBe(since)
})

test('two people decide who were themselves alone before the matter began', () => {
  const actor = (id: string, since?: Person['since']) => ({ id, ...(since && { ownSince: since }) })
  expect(whyNotSecond(actor('li', spring), 'zhang', summer)).toBeUndefined()
  expect(whyNotSecond(actor('li', summer), 'zhang', summer)).toBeUndefined()
  expect(whyNotSecond(actor('li'), 'zhang', summer)).toBeUndefined()
  expect(whyNotSecond(actor('zhang', spring), 'zhang', summer)).toMatchObject({ code: 'secondPersonNeeded' })
  expect(whyNotSecond(actor('li', autumn), 'zhang', summer)).toMatchObject({ code: 'notOneOfTwo' })
  expect(whyNotOneOfTwo(actor('li', autumn), summer)).toMatchObject({ status: 403 })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shelf } from '../../../../src/shared/store/json/shelf.ts'

test('whatever is put, replaced and dropped in between, the list is in the order of ids', () => {
  const acts = fc.array(
    fc.record({ what: fc.constantFrom('put', 'drop', 'list'), id: fc.constantFrom(...'abcdefgh') }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(acts, given => {
      const shelf = new Shelf()
      const known = new Map<string, { id: string; n: number }>()
      const handedOut: { list: readonly unknown[]; copy: readonly unknown[] }[] = []
      for (const [n, { what, id }] of given.entries()) {
        if (what === 'put') {
          known.set(id, { id, n })
          shelf.put({ id, n } as { id: string })
        } else if (what === 'drop') {
          known.delete(id)
          shelf.drop(id)
        } else handedOut.push({ list: shelf.list(), copy: [...shelf.list()] })
        expect(shelf.size).toBe(known.size)
      }
      expect(shelf.list()).toEqual([...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
      for (const { list, copy } of handedOut) expect(list).toEqual(copy)
    }),
  )
})

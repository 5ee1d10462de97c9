import { expect, test } from 'vitest'
import { escaped, placeFor, template } from '../../src/surveys/template.ts'

test('a page is filled at its places, as often as they stand in it', () => {
  const page = template(`<a href="/s/${placeFor('link')}">${placeFor('name')}</a> ${placeFor('link')}`)
  expect(String(page({ link: 'abc', name: escaped('<东渡> & "co"') }))).toBe(
    '<a href="/s/abc">&lt;东渡&gt; &amp; &quot;co&quot;</a> abc',
  )
})

test('a page stays as it was filled, however many are filled after it and however long they are', () => {
  const page = template(`<p>${placeFor('name')}</p>`)
  const names = ['滨海', 'x'.repeat(70_000), ...Array.from({ length: 3_000 }, (_, n) => `第${n}社区`)]
  const pages = names.map(name => page({ name }))
  expect(pages.map(String)).toEqual(names.map(name => `<p>${name}</p>`))
})

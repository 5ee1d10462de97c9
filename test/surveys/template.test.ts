import { expect, test } from 'vitest'
import { escaped, placeFor, template } from '../../src/surveys/template.ts'

test('a page is filled at its places, as often as they stand in it', () => {
  const page = template(`<a href="/s/${placeFor('link')}">${placeFor('name')}</a> ${placeFor('link')}`)
  expect(String(page({ link: 'abc', name: escaped('<东渡> & "co"') }))).toBe(
    '<a href="/s/abc">&lt;东渡&gt; &amp; &quot;co&quot;</a> abc',
  )
})

import { html } from 'hono/html'
import { describe, expect, it } from 'vitest'
import { DrawnLater } from '../../../src/shared/web/drawn.ts'
import { BadGap, drawFrame } from '../../../src/shared/web/frame.ts'

interface Item {
  readonly id: string
}

let drawn = 0
const row = drawFrame(['path', 'score', 'more'], (gap, item: Item, scored: boolean) => {
  drawn += 1
  return (
    <tr data-save={gap.path}>
      <th>{item.id}</th>
      <td>{scored ? <input value={gap.score} aria-label={`>${item.id}`} /> : gap.score}</td>
      <td>{gap.more}</td>
    </tr>
  )
})

const item: Item = { id: 'A1' }
const said = (fill: Parameters<typeof row>[0], of = item, scored = false) => String(row(fill, of, scored))

describe('a frame', () => {
  it('is drawn once, and filled anew for each association', () => {
    const fill = { path: '/a', score: 5, more: null }
    const first = said(fill, { id: 'A2' })
    expect(first).toBe('<tr data-save="/a"><th>A2</th><td>5</td><td></td></tr>')
    said(fill)
    const before = drawn
    const others = ['/b', '/c'].map(path => said({ path, score: '4', more: <b>x</b> }))
    expect(others).toEqual(
      ['/b', '/c'].map(path => `<tr data-save="${path}"><th>A1</th><td>4</td><td><b>x</b></td></tr>`),
    )
    expect(drawn).toBe(before)
  })

  it('keeps nothing of what filled it', () => {
    said({ path: '/secret', score: 'secret', more: <i>secret</i> })
    expect(said({ path: '', score: '', more: undefined })).not.toContain('secret')
  })

  it('escapes texts, in attributes too', () => {
    const hostile = `"><script>'&`
    const safe = '&quot;&gt;&lt;script&gt;&#39;&amp;'
    const text = said({ path: hostile, score: hostile, more: hostile }, item, true)
    expect(text).toBe(
      `<tr data-save="${safe}"><th>A1</th><td><input value="${safe}" aria-label="&gt;A1"/></td><td>${safe}</td></tr>`,
    )
  })

  it('does not take what fills a gap for another gap', () => {
    const text = said({ path: '/a', score: '\uE000more\uE001', more: 'x' })
    expect(text).toContain('<td>\uE000more\uE001</td><td>x</td>')
  })

  it('takes elements, lists and finished text, but not in an attribute', () => {
    expect(said({ path: '', score: [<i>1</i>, ' & ', null], more: html`<u>2</u>` })).toContain(
      '<td><i>1</i> &amp; </td><td><u>2</u></td>',
    )
    expect(() => said({ path: <i>1</i>, score: '', more: '' })).toThrow(BadGap)
    expect(() => said({ path: '', score: html`<u>2</u>`, more: '' }, item, true)).toThrow(BadGap)
  })

  it('has to draw all its gaps, at once', () => {
    const none = drawFrame(['lost'], (_, { id }: Item) => <p>{id}</p>)
    expect(() => none({ lost: '' }, item)).toThrow('The gap lost was not drawn')
    const Slow = async () => <p>late</p>
    const slow = drawFrame([], (_, _item: Item) => <Slow />)
    expect(() => slow({}, item)).toThrow(DrawnLater)
  })
})

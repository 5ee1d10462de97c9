import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { DrawnLater, drawOnce } from '../../../src/shared/web/drawn.ts'
import { type View, viewOf, type WebEnv } from '../../../src/shared/web/env.ts'
import { langFor, speaker } from '../../../src/shared/words.ts'

interface Meeting {
  readonly id: string
  readonly title: string
}

let drawn = 0
const row = drawOnce((meeting: Meeting, { t }: View, today: string, mayEnd: boolean) => {
  drawn += 1
  return (
    <tr>
      <td data-label={meeting.title}>{meeting.title}</td>
      <td>{t({ 'zh-CN': '今天', en: 'today' })}</td>
      <td>{today}</td>
      {mayEnd && <td>end</td>}
    </tr>
  )
})

const web = new Hono<WebEnv>()
web.use((c, next) => {
  const lang = langFor(c.req.header('accept-language'))
  c.set('lang', lang)
  c.set('t', speaker(lang))
  return next()
})

const spring: Meeting = { id: 'm1', title: '春季例会' }
let listed: readonly Meeting[] = [spring]
web.get('/', c =>
  c.html(
    <table>
      {listed.map(each =>
        row(each, viewOf(c), c.req.query('day') ?? '2026-11-27', c.req.query('as') === 'staff'),
      )}
    </table>,
  ),
)

/** The page, and how many rows had to be drawn for it. */
async function read(path = '/', lang = 'zh-CN') {
  const before = drawn
  const page = await (await web.request(path, { headers: { 'accept-language': lang } })).text()
  return { page, drawn: drawn - before }
}

describe('a piece that is drawn once', () => {
  it('is the same for the next reader, and drawn anew only where its record changed', async () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ id: `n${n}`, title: `例会 ${n}` }))
    listed = many
    const first = await read()
    expect(first.drawn).toBe(20)
    expect(await read()).toEqual({ page: first.page, drawn: 0 })
    listed = many.map(each => (each.id === 'n7' ? { ...each, title: '改期' } : each))
    const changed = await read()
    expect(changed.drawn).toBe(1)
    expect(changed.page).toBe(first.page.replaceAll('例会 7<', '改期<').replaceAll('"例会 7"', '"改期"'))
  })

  it('speaks the language of each reader', async () => {
    listed = [{ ...spring }]
    expect((await read('/', 'zh-CN')).page).toContain('今天')
    expect((await read('/', 'en')).page).toContain('today')
    expect((await read('/', 'zh-CN')).page).toContain('今天')
  })

  it('follows the day', async () => {
    listed = [{ ...spring }]
    expect((await read('/?day=2026-11-27')).page).toContain('2026-11-27')
    expect((await read('/?day=2026-11-28')).page).toContain('2026-11-28')
  })

  it('shows nobody what somebody else may do', async () => {
    listed = [{ ...spring }]
    expect((await read('/?as=staff')).page).toContain('<td>end</td>')
    expect((await read('/?as=lead')).page).not.toContain('<td>end</td>')
    expect((await read('/?as=staff')).page).toContain('<td>end</td>')
  })

  it('has its texts escaped once', async () => {
    const hostile = `<script>alert("x")</script> & 'co'`
    listed = [{ id: 'm2', title: hostile }]
    const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;'
    for (const { page } of [await read(), await read()])
      expect(page).toContain(`<td data-label="${escaped}">${escaped}</td>`)
  })

  it('may be one text, many pieces or nothing', () => {
    const text = drawOnce((_: object) => 'a < b')
    const pieces = drawOnce((_: object) => [<i>1</i>, '&', null, 2])
    const nothing = drawOnce((_: object) => null)
    expect(text({}).toString()).toBe('a &lt; b')
    expect(pieces({}).toString()).toBe('<i>1</i>&amp;2')
    expect(nothing({}).toString()).toBe('')
  })

  it('is refused when it is not ready at once', () => {
    const Slow = async () => <p>late</p>
    const slow = drawOnce((_: object) => <Slow />)
    expect(() => slow({})).toThrow(DrawnLater)
  })

  it('is declared at the top of a file, where no request is in sight', () => {
    const root = join(import.meta.dirname, '../../../src')
    const calls = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(
        file => /\.tsx?$/.test(file) && file !== 'shared/web/drawn.ts' && file !== 'shared/web/frame.ts',
      )
      .flatMap(file => readFileSync(join(root, file), 'utf8').split('\n'))
      .filter(line => /draw(Once|Frame)\(/.test(line))
    for (const line of calls) expect(line).toMatch(/^(export )?const \w+ = draw(Once|Frame)\(/)
  })
})

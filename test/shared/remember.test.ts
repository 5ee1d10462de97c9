import { describe, expect, it } from 'vitest'
import { rememberBeside } from '../../src/shared/remember.ts'

describe('what is remembered beside a thing', () => {
  const counted = () => {
    const asked: string[] = []
    const name = rememberBeside((unit: { readonly name: string }, lang: string, day: string) => {
      asked.push(`${unit.name} ${lang} ${day}`)
      return { text: `${unit.name} ${lang} ${day}` }
    }, 3)
    return { asked, name }
  }

  it('is worked out once for the same things, and anew for others', () => {
    const { asked, name } = counted()
    const [harbour, hill] = [{ name: 'harbour' }, { name: 'hill' }]
    const first = name(harbour, 'en', '2026-11-27')
    expect(name(hill, 'en', '2026-11-27').text).toBe('hill en 2026-11-27')
    expect(name(harbour, 'zh', '2026-11-27').text).toBe('harbour zh 2026-11-27')
    expect(name(harbour, 'en', '2026-11-28').text).toBe('harbour en 2026-11-28')
    expect(name(harbour, 'en', '2026-11-27')).toBe(first)
    expect(name({ name: 'harbour' }, 'en', '2026-11-27')).not.toBe(first)
    expect(asked).toHaveLength(5)
  })

  it('is given up for the newest once there are too many', () => {
    const { asked, name } = counted()
    const harbour = { name: 'harbour' }
    for (const day of ['1', '2', '3', '4']) name(harbour, 'en', day)
    name(harbour, 'en', '2')
    expect(asked).toHaveLength(4)
    name(harbour, 'en', '1')
    expect(asked).toHaveLength(5)
  })

  it('is not kept when working it out fails', () => {
    let times = 0
    const ask = rememberBeside((_: object) => {
      times += 1
      if (times === 1) throw new Error('not yet')
      return times
    })
    const thing = {}
    expect(() => ask(thing)).toThrow('not yet')
    expect(ask(thing)).toBe(2)
    expect(ask(thing)).toBe(2)
  })
})

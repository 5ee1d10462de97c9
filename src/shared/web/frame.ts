import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { escapeToBuffer, type HtmlEscapedString } from 'hono/utils/html'
import { rememberBeside } from '../remember.ts'
import { drawn } from './drawn.ts'

/**
 * Draws what is the same in many places, such as the row of a rubric's item in every association's table, once for all that it is
 * made of, with gaps for what differs; filling them costs a twentieth of drawing.
 *
 *     const itemRow = drawFrame(['score', 'reason'], (gap, item: Item, view: View) => (
 *       <tr><th>{view.t(item.title)}</th><td><input value={gap.score} /></td><td>{gap.reason}</td></tr>
 *     ))
 *     itemRow({ score: '5', reason: <small>…</small> }, item, viewOf(c))
 *
 * What holds for `drawOnce` holds for the frame's arguments; what fills the gaps is never kept, so nothing of it can reach
 * another reader. Texts and numbers are escaped. In an attribute only these can stand, and the attribute stands in any case.
 *
 * Throws `BadGap` for elements in an attribute and for a gap that was not drawn, `DrawnLater` for asynchronous components.
 */
export function drawFrame<G extends string, F extends object, R extends readonly unknown[]>(
  names: readonly G[],
  draw: (gap: Readonly<Record<G, string>>, first: F, ...rest: R) => Child,
  most?: number,
): (fill: Readonly<Record<G, Child>>, first: F, ...rest: R) => HtmlEscapedString {
  const marks = Object.fromEntries(names.map(name => [name, `${opens}${name}${closes}`])) as Record<G, string>
  const frameOf = rememberBeside((first: F, ...rest: R) => parted(draw(marks, first, ...rest), names), most)
  return (fill, first, ...rest) => {
    const buffer: [string] = ['']
    for (const { before, gap, isAttribute } of frameOf(first, ...rest)) {
      buffer[0] += before
      if (gap !== undefined) put(fill[gap], isAttribute, buffer)
    }
    return raw(buffer[0])
  }
}

/** A frame and what fills it do not fit together. */
export class BadGap extends Error {
  override readonly name = 'BadGap'
}

// No text has these: they are free for private use.
const opens = '\uE000'
const closes = '\uE001'
const mark = new RegExp(`${opens}(\\w+)${closes}`)

interface Part<G> {
  readonly before: string
  /** What comes after it; nothing after the last one. */
  readonly gap?: G
  readonly isAttribute: boolean
}

function parted<G extends string>(piece: Child, names: readonly G[]): readonly Part<G>[] {
  const pieces = drawn(piece).toString().split(mark)
  const missing = names.find(name => !pieces.some((each, at) => at % 2 === 1 && each === name))
  if (missing !== undefined) throw new BadGap(`The gap ${missing} was not drawn`)
  let open = false
  return pieces.flatMap((before, at) => {
    if (at % 2 === 1) return []
    // Within a tag, since texts and attributes have these signs escaped.
    if (/[<>]/.test(before)) open = before.lastIndexOf('<') > before.lastIndexOf('>')
    const gap = names.find(name => name === pieces[at + 1])
    return [{ before, ...(gap === undefined ? {} : { gap }), isAttribute: open }]
  })
}

function put(value: Child, isAttribute: boolean, buffer: [string]): void {
  if (typeof value === 'string') escapeToBuffer(value, buffer)
  else if (typeof value === 'number') buffer[0] += value
  else if (value === null || value === undefined || typeof value === 'boolean') return
  else if (isAttribute) throw new BadGap('Elements cannot stand in an attribute')
  else buffer[0] += drawn(value)
}

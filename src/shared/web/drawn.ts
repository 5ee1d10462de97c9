import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import { rememberBeside } from '../remember.ts'

/**
 * Draws a piece of a page, such as a row of a table, once for all that it is made of: the first time as elements, from then on
 * as the text that came of them, which costs a twentieth. A changed record is another object, so a write draws only its own
 * rows anew.
 *
 *     const meetingRow = drawOnce((meeting: Meeting, view: View, today: PlainDate) => <tr>…</tr>)
 *     <tbody>{meetings.map(meeting => meetingRow(meeting, viewOf(c), today))}</tbody>
 *
 * - **What is drawn depends on the arguments alone.** They are compared by identity, or by value where they are text or numbers:
 *   give the record as the store gave it, `viewOf(c)` for the language, the day or year as text, what the viewer may do as a
 *   word or boolean. A new object or closure at each request is never found again.
 * - **Only at the top of a file**, where no request is in sight (a test looks), so that no viewer's name, rights, nonce or scope
 *   can come in unseen. Whatever differs from viewer to viewer is an argument, or stays outside of the piece.
 * - The first argument is what changes most often. Of each one `most` drawings are kept, and they go when it goes.
 * - The piece is whole by itself (an entire `<svg>`, not a part of one), and is never put into an attribute.
 *
 * Throws `DrawnLater` when a component of it is asynchronous.
 */
export function drawOnce<F extends object, R extends readonly unknown[]>(
  draw: (first: F, ...rest: R) => Child,
  most?: number,
): (first: F, ...rest: R) => HtmlEscapedString {
  return rememberBeside((first: F, ...rest: R) => drawn(draw(first, ...rest)), most)
}

/** A piece that is kept has to be ready when it is asked for. */
export class DrawnLater extends Error {
  override readonly name = 'DrawnLater'
}

/** A piece as the text that comes of it. */
export function drawn(piece: Child): HtmlEscapedString {
  const made = html`${piece}`
  if (made instanceof Promise)
    throw new DrawnLater('A piece that is drawn once has an asynchronous component')
  // Drawing leaves a chain of small texts; reading a character makes one text of it, a quarter as large.
  made.charCodeAt(0)
  return made
}

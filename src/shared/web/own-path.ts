/**
 * A path of this site with its query, as browsers would understand it, or undefined: never a way to send people elsewhere.
 * Browsers read a backslash as a slash and pass over tabs and line ends, so it is told by what they make of it.
 */
export function ownPath(text: string): string | undefined {
  const base = 'http://own.invalid'
  if (!text.startsWith('/') || !URL.canParse(text, base)) return undefined
  const { origin, pathname, search } = new URL(text, base)
  return origin === base && !pathname.startsWith('//') ? pathname + search : undefined
}

/**
 * Works something out once for the same things, and keeps only the last. Records and lists of the store are never changed
 * in place, so the same ones mean the same outcome: what pages ask for again and again costs nothing until there is news.
 */
export function remember<K extends readonly unknown[], V>(work: (...of: K) => V): (...of: K) => V {
  let last: { readonly of: K; readonly value: V } | undefined
  return (...of) => {
    const known = last
    if (known && known.of.length === of.length && of.every((each, at) => each === known.of[at]))
      return known.value
    last = { of, value: work(...of) }
    return last.value
  }
}

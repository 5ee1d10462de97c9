/**
 * Works something out once for the same things, and keeps only the last. Records and lists of the store are never changed
 * in place, so the same ones mean the same outcome: what pages ask for again and again costs nothing until there is news.
 */
export function remember<K extends readonly unknown[], V>(work: (...of: K) => V): (...of: K) => V {
  let last: { readonly of: K; readonly value: V } | undefined
  return (...of) => {
    const known = last
    if (known && isSame(known.of, of)) return known.value
    last = { of, value: work(...of) }
    return last.value
  }
}

/**
 * The same for many things: outcomes are kept beside the first of what they were made of, and go with it. So it must be what
 * changes most often, a record or a list, and nothing else may be looked at: no clock, no request. Of one first thing the last
 * `most` outcomes are kept, for the languages and rights of those who ask.
 */
export function rememberBeside<F extends object, R extends readonly unknown[], V>(
  work: (first: F, ...rest: R) => V,
  most = 8,
): (first: F, ...rest: R) => V {
  const beside = new WeakMap<F, readonly { readonly rest: R; readonly value: V }[]>()
  return (first, ...rest) => {
    const kept = beside.get(first) ?? []
    const known = kept.find(each => isSame(each.rest, rest))
    if (known) return known.value
    const value = work(first, ...rest)
    beside.set(first, [{ rest, value }, ...kept.slice(0, most - 1)])
    return value
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => Object.is(each, other[at]))
}

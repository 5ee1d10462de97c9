interface Route {
  readonly method: string
  /** As it was declared: `/meetings/:id/close`. */
  readonly path: string
}

/**
 * For an address to which forms are posted and where there is no page: the nearest page above it, with the form's query.
 * Undefined for an address that takes no posts or has a page of its own. Whoever reloads or switches the language on a page that answers a
 * post asks for such an address.
 */
export function wayBack(routes: readonly Route[], { pathname, search }: URL): string | undefined {
  const is = (method: string, path: string) =>
    routes.some(each => each.method === method && fits(each.path, path))
  if (!is('POST', pathname) || is('GET', pathname)) return undefined
  const segments = pathname.split('/')
  for (let length = segments.length - 1; length > 1; length--) {
    const above = segments.slice(0, length).join('/')
    if (is('GET', above)) return above + search
  }
  return undefined
}

function fits(route: string, path: string): boolean {
  const [declared, asked] = [route.split('/'), path.split('/')]
  return (
    declared.length === asked.length &&
    declared.every((each, at) => each.startsWith(':') || each === asked[at])
  )
}

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
  const takesPosts = routes.some(({ method, path }) => method === 'POST' && fits(path, pathname))
  if (!takesPosts || isPage(routes, pathname)) return undefined
  const above = pageAbove(routes, pathname)
  return above && above + search
}

/** The nearest page above an address; undefined where only the start page is. */
export function pageAbove(routes: readonly Route[], pathname: string): string | undefined {
  const segments = pathname.split('/')
  for (let length = segments.length - 1; length > 1; length--) {
    const above = segments.slice(0, length).join('/')
    if (isPage(routes, above)) return above
  }
  return undefined
}

/** For whoever posted what was not taken: the page at the same address or, where there is none, the nearest above it. */
export function pageOfForm(routes: readonly Route[], pathname: string): string | undefined {
  return isPage(routes, pathname) ? pathname : pageAbove(routes, pathname)
}

function isPage(routes: readonly Route[], pathname: string): boolean {
  return routes.some(({ method, path }) => method === 'GET' && fits(path, pathname))
}

function fits(route: string, path: string): boolean {
  const [declared, asked] = [route.split('/'), path.split('/')]
  return (
    declared.length === asked.length &&
    declared.every((each, at) => each.startsWith(':') || each === asked[at])
  )
}

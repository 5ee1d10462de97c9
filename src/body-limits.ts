import { bodyLimit } from 'hono/body-limit'
import { SignInNeeded, type Web } from './shared/web/env.ts'

/** Ordinary forms; residents' answers are far below it. */
const bodyBytes = 64 * 1024
/** Pages that take a table. */
const tableBytes = 2 * 1024 * 1024
const tablePaths = [
  /^\/(units|people|meetings\/holidays)\/import$/,
  /^\/ratings\/\d{4}\/preview$/,
  /^\/surveys\/[\w-]+\/import$/,
  /^\/registers\/\d{4}\/import$/,
]
/** A few photos at once; what one may weigh is the room's to say. */
const photosBytes = 32 * 1024 * 1024
const photosPaths = [
  /^\/ratings\/\d{4}\/\d{12}\/evidence\/\w{1,20}$/,
  /^\/meetings\/[\w-]{1,60}\/files\/\w{1,10}$/,
]
/** Forms with a reason or a note at every item, and lists that are typed: a Chinese character is sent as nine bytes. */
const longFormBytes = 512 * 1024
const longFormPaths = [
  /^\/ratings\/\d{4}\/\d{12}\/(review|self\/\w{1,20})$/,
  /^\/registers\/\d{4}\/\d{12}\/groups$/,
]
/** Minutes at their longest, 305,000 characters of three bytes, with what stood there before beside them. */
const minutesBytes = 2 * 1024 * 1024
const minutesPath = /^\/meetings\/[\w-]{1,60}\/minutes$/

/**
 * Refuses bodies that are larger than their page takes, before anything is read of them. Files are taken from people who are signed in
 * only: whoever is not would otherwise keep the server busy with what it refuses afterwards.
 */
export function limitBodies(tooLarge: (c: Web, limitBytes: number) => Response | Promise<Response>) {
  return (c: Web, next: () => Promise<void>) => {
    // Asking a request for the body that it cannot have would make a second one of it: a third of what a page costs.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const limit = limitOf(c.req.path)
    const isKnown = c.get('actor') !== undefined
    const onError = () => {
      if (!isKnown && limit > bodyBytes) throw new SignInNeeded('files are taken from signed-in people')
      return tooLarge(c, limit)
    }
    return bodyLimit({ maxSize: isKnown ? limit : bodyBytes, onError })(c, next)
  }
}

function limitOf(path: string): number {
  if (photosPaths.some(each => each.test(path))) return photosBytes
  if (minutesPath.test(path)) return minutesBytes
  if (longFormPaths.some(each => each.test(path))) return longFormBytes
  return tablePaths.some(each => each.test(path)) ? tableBytes : bodyBytes
}

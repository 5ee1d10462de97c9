import { type Context, GrammyError } from 'grammy'
import type { Logger } from 'pino'
import { no } from '../files/refusals.ts'
import { megabyte, type Sent } from '../files/sent.ts'
import type { Refusal } from '../refusal.ts'
import type { Signal } from './polling.ts'

/** Telegram gives bots no larger ones. */
const telegramMegabytes = 20
/** Of asking for a file and reading it; the person's next message waits so long, nobody else's. */
const usualMs = 10_000

export interface ChatFilesParts {
  readonly token: string
  readonly apiRoot: string
  readonly log: Pick<Logger, 'warn'>
  readonly limitMs?: number | undefined
}

export type FetchFile = (
  ctx: Context,
  limits: { readonly fileMegabytes: number },
) => Promise<Sent | Refusal | undefined>

/**
 * How a handler comes by the file that a message carries, a picture in its largest size or a document; `undefined` where
 * there is none. Refused when it is too large, and when it did not come in time: what went wrong is logged without the
 * address, which holds the bot's token.
 */
export function chatFiles({ token, apiRoot, log, limitMs = usualMs }: ChatFilesParts): FetchFile {
  return async (ctx, limits) => {
    const file = fileOf(ctx)
    if (!file) return undefined
    const { id, name, size } = file
    const most = Math.min(limits.fileMegabytes, telegramMegabytes)
    const tooLarge = no.fileTooLarge({ name, limit: most })
    if (size > most * megabyte) return tooLarge
    const end = new AbortController()
    const timer = setTimeout(() => end.abort(), limitMs)
    try {
      const { file_path } = await ctx.api.getFile(id, end.signal as Signal)
      if (file_path === undefined || !/^[\w-][\w./-]*$/.test(file_path) || file_path.includes('..'))
        return no.notFetched()
      const answer = await fetch(`${apiRoot}/file/bot${token}/${file_path}`, { signal: end.signal })
      if (!answer.ok || !answer.body) throw new Unanswered(String(answer.status))
      const bytes = await readUpTo(answer.body, most * megabyte)
      return bytes ? { name, bytes } : tooLarge
    } catch (error) {
      if (error instanceof GrammyError && /file is too big/.test(error.description)) return tooLarge
      const cause =
        error instanceof Unanswered ? error.message : error instanceof Error ? error.name : 'unknown'
      log.warn({ cause }, 'a file of the chat was not fetched')
      return no.notFetched()
    } finally {
      clearTimeout(timer)
    }
  }
}

/** The file server answered with another status than 200, which is the message. */
class Unanswered extends Error {
  override readonly name = 'Unanswered'
}

function fileOf({ message }: Context) {
  const photo = message?.photo?.at(-1)
  if (photo) return { id: photo.file_id, name: 'photo.jpg', size: photo.file_size ?? 0 }
  const document = message?.document
  return document && { id: document.file_id, name: document.file_name ?? '', size: document.file_size ?? 0 }
}

/** A body's bytes; `undefined` when there are more, of which the rest is not waited for. */
async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

import { z } from 'zod'
import type { Message } from './chats.ts'
import { apiErrors } from './errors.ts'
import type { UploadedFile } from './multipart.ts'

/** Parameters as they came, in JSON, a query or a form; and the uploaded files. */
export type Params = Readonly<Record<string, unknown>>
export type Files = ReadonlyMap<string, UploadedFile>
const json = (value: unknown) => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
export const fromJson = <T extends z.ZodType>(schema: T) => z.preprocess(json, schema)
export const number = fromJson(z.number().int())
export const flag = fromJson(z.boolean())
const button = z.looseObject({
  text: z.string().min(1),
  callback_data: z.string().optional(),
  url: z.string().optional(),
})
export const markup = fromJson(
  z.looseObject({
    inline_keyboard: z.array(z.array(button)).optional(),
    force_reply: z.boolean().optional(),
  }),
).optional()
export const entities = fromJson(z.array(z.looseObject({ type: z.string() }))).optional()
export const noParseMode = z
  .undefined({ error: 'parse_mode is not understood here; send entities' })
  .optional()
export const reply = fromJson(z.looseObject({ message_id: z.number() })).optional()
export const command = z.object({
  command: z.string().regex(/^[a-z0-9_]{1,32}$/),
  description: z.string().min(1).max(256),
})
const scope = fromJson(z.looseObject({ type: z.string(), chat_id: z.number().optional() })).optional()
export const commandTarget = z.object({ scope, language_code: z.string().optional() })
export const target = z.object({ chat_id: number, message_id: number })

export const read = <T extends z.ZodType>(schema: T, params: Params): z.infer<T> => {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]
  throw apiErrors.invalid(`parameter "${first?.path.join('.')}": ${first?.message}`)
}

export const textOf = (text: string) => {
  if (text.trim() === '') throw apiErrors.textEmpty()
  if (text.length > 4096) throw apiErrors.textTooLong()
  return text.trimEnd()
}

export const captionOf = (caption: string | undefined) => {
  if (caption !== undefined && caption.length > 1024) throw apiErrors.captionTooLong()
  return caption === undefined ? {} : { caption }
}

/** Only an inline keyboard stays with a message. A web address needs a host with a dot: `http://localhost` is refused. */
export const keyboardOf = (given: z.infer<typeof markup>): Pick<Message, 'reply_markup'> => {
  if (!given?.inline_keyboard?.length) return {}
  for (const { callback_data, url } of given.inline_keyboard.flat()) {
    if (callback_data !== undefined && (callback_data === '' || Buffer.byteLength(callback_data) > 64))
      throw apiErrors.buttonData()
    if (url !== undefined && !/^(tg:\/\/|https?:\/\/[^/\s]+\.[^/\s]+)/.test(url))
      throw apiErrors.buttonUrl(url)
  }
  return {
    reply_markup: {
      inline_keyboard: given.inline_keyboard.map(row => row.map(each => withoutUndefined(each))),
    },
  }
}

const withoutUndefined = <T extends object>(value: T) =>
  JSON.parse(JSON.stringify(value)) as { text: string; callback_data?: string; url?: string }

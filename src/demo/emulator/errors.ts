/** An answer `ok: false`, with the code and the text that Telegram itself gives. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: number
  readonly parameters: { readonly retry_after?: number; readonly migrate_to_chat_id?: number } | undefined

  constructor(code: number, description: string, parameters?: ApiError['parameters']) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

const bad = (text: string) => new ApiError(400, `Bad Request: ${text}`)

export const apiErrors = {
  unauthorized: () => new ApiError(401, 'Unauthorized'),
  unknownMethod: () => new ApiError(404, 'Not Found'),
  invalid: (what: string) => bad(what),
  chatNotFound: () => bad('chat not found'),
  textEmpty: () => bad('message text is empty'),
  textTooLong: () => bad('message is too long'),
  captionTooLong: () => bad('message caption is too long'),
  buttonData: () => bad('BUTTON_DATA_INVALID'),
  buttonUrl: (url: string) => bad(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`),
  notModified: () =>
    bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    ),
  toEditNotFound: () => bad('message to edit not found'),
  toDeleteNotFound: () => bad('message to delete not found'),
  cannotEdit: () => bad("message can't be edited"),
  noTextToEdit: () => bad('there is no text in the message to edit'),
  queryTooOld: () => bad('query is too old and response timeout expired or query ID is invalid'),
  noFile: () => bad('wrong file_id or the file is temporarily unavailable'),
  webhookUrl: () => bad('bad webhook: An HTTPS URL must be provided for webhook'),
  blocked: () => new ApiError(403, 'Forbidden: bot was blocked by the user'),
  deactivated: () => new ApiError(403, 'Forbidden: user is deactivated'),
  notStarted: () => new ApiError(403, "Forbidden: bot can't initiate conversation with a user"),
  kicked: () => new ApiError(403, 'Forbidden: bot was kicked from the group chat'),
  upgraded: (to: number) =>
    new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: to,
    }),
  tooMany: (seconds: number) =>
    new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
  terminated: () =>
    new ApiError(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    ),
  webhookActive: () =>
    new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ),
}

import { z } from 'zod'
import type { Channel, Outcome, Outgoing } from './channel.ts'
import { fitted, wecomPath } from './wecom-address.ts'

const answerSchema = z.object({ errcode: z.number(), errmsg: z.string().default('') })

const withinMs = 15_000
/** 企业微信 counts a minute: who was too fast waits one. */
const tooFastSeconds = 60

/** Group robots of 企业微信; the address of one is its key. Nothing that was sent can be edited there. */
export function wecomChannel(root: string): Channel {
  const send = async (key: number | string, message: Outgoing): Promise<Outcome> => {
    const body = { msgtype: 'text', text: { content: contentOf(message) } }
    try {
      const response = await fetch(`${root}${wecomPath}?key=${encodeURIComponent(key)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(withinMs),
      })
      return outcomeOf(response.status, await response.json().catch(() => undefined))
    } catch (error) {
      const code = codeOf(error)
      const never = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN'
      return { kind: never ? 'notSent' : 'unknown', cause: code }
    }
  }
  return { name: '企业微信', send }
}

/** The text with its links; what acts when pressed has no place there. */
function contentOf({ text, buttons }: Outgoing): string {
  const links = buttons
    .flat()
    .flatMap(button => ('url' in button ? [`${button.label}：${button.url}`] : []))
    .join('\n')
  return links === '' ? fitted(text, '……') : fitted(`${text}\n${links}`, `……\n${links}`)
}

function outcomeOf(status: number, body: unknown): Outcome {
  if (status === 429) return { kind: 'slower', seconds: tooFastSeconds }
  const answer = answerSchema.safeParse(body)
  if (status >= 500 || !answer.success) return { kind: 'unknown', cause: String(status) }
  const { errcode, errmsg } = answer.data
  switch (errcode) {
    case 0:
      return { kind: 'sent', messageId: 0 }
    // The robot's 20 a minute, and the whole interface's limit.
    case 45009:
    case 45033:
      return { kind: 'slower', seconds: tooFastSeconds }
    // The system is busy.
    case -1:
      return { kind: 'notSent', cause: 'busy' }
    // No such robot: it was deleted, or its group is gone.
    case 93000:
      return { kind: 'rejected', cause: 'noRobot' }
    default:
      return { kind: 'rejected', cause: `${errcode} ${errmsg.slice(0, 80)}` }
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'network'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'network'
}

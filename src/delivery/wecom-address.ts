import type { Refusal } from '../shared/refusal.ts'
import { no } from './refusals.ts'

export const wecomPath = '/cgi-bin/webhook/send'

/**
 * The key in the address of a group robot, as 企业微信 shows it: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`.
 * Only this address at `root` is taken, so that the server can be made to call nothing else.
 */
export function robotKey(root: string, address: string): string | Refusal {
  if (!URL.canParse(address.trim())) return no.noRobotAddress({ root })
  const { origin, pathname, searchParams, username, password } = new URL(address.trim())
  const key = searchParams.get('key') ?? ''
  const isTheirs = origin === new URL(root).origin && pathname === wecomPath && username + password === ''
  return isTheirs && /^[\w-]{8,80}$/.test(key) ? key : no.noRobotAddress({ root })
}

/** 企业微信 takes 2,048 bytes of UTF-8 a text; a longer one ends at a line, and says so. */
const mostBytes = 2048

export function fitted(text: string, more: string): string {
  if (Buffer.byteLength(text) <= mostBytes) return text
  const room = mostBytes - Buffer.byteLength(`\n${more}`)
  const lines: string[] = []
  for (const line of text.split('\n')) {
    if (Buffer.byteLength([...lines, line].join('\n')) > room) break
    lines.push(line)
  }
  const kept = lines.length > 0 ? lines.join('\n') : firstBytes(text, room)
  return `${kept}\n${more}`
}

function firstBytes(text: string, room: number): string {
  let kept = ''
  for (const sign of text) {
    if (Buffer.byteLength(kept + sign) > room) break
    kept += sign
  }
  return kept
}

import type { Kit } from '../shared/kit.ts'
import { speaker } from '../shared/words.ts'
import { type Lane, laneOf } from './address.ts'
import type { Channel, Outcome, Whereabouts } from './channel.ts'
import { choose } from './choose.ts'
import type { Pace } from './pace.ts'
import { quietUntil } from './quiet.ts'
import { readDeliverySettings } from './settings.ts'
import { afterCrash, claimed, type Delivery, dueAt, expired, settled } from './states.ts'
import { outbox } from './store.ts'
import { words } from './words.ts'

export interface DispatcherParts {
  readonly kit: Pick<Kit, 'store' | 'now' | 'log' | 'zone'>
  /** `undefined`: chat is switched off; messages are then in the web inbox only. */
  readonly channel: Channel | undefined
  readonly pace: Pace
  /** Whose messages it sends; those of chats when not given. */
  readonly lane?: Lane
  readonly whereabouts: (address: string) => Promise<Whereabouts | undefined>
  /** The channel found that a person or a group cannot be reached any more. */
  readonly unreachable: (address: string) => Promise<void>
  /** The chat of a group goes on under another id. */
  readonly moved?: (address: string, chat: number) => Promise<void>
}

/** Sends what waits in the outbox, at the channel's pace, until stopped. */
export interface Dispatcher {
  /** First decides about what was under way when the program last ended, then begins to send. */
  start(): Promise<void>
  /** Begins nothing new and waits for what is under way. */
  stop(): Promise<void>
}

const stepMs = 40
const idleMs = 200
const mostAtOnce = 24

type Ready = { readonly row: Delivery; readonly chat: number | string; readonly at: Whereabouts }
type Lost = { readonly row: Delivery; readonly outcome: Outcome }

export function buildDispatcher({
  kit,
  channel,
  pace,
  lane = 'chat',
  ...people
}: DispatcherParts): Dispatcher {
  const { store, log } = kit
  const underWay = new Map<string, Promise<void>>()
  /** People written to a moment ago, with the end of their rest. */
  const resting = new Map<string, number>()
  let running: Promise<void> | undefined
  let stop: () => void = () => {}
  let stopped = false

  const recover = async () => {
    const sending = await store.list(outbox, 'state', 'sending')
    const rows = sending.filter(row => laneOf(row.message.to) === lane)
    if (rows.length === 0) return
    await store.write('outbox', async tx => {
      for (const { id } of rows) await tx.change(outbox, id, row => afterCrash(row, kit.now()))
    })
    log.warn({ rows: rows.length }, 'messages were under way when the program ended')
  }

  /** One step; returns how long to wait until the next. */
  const step = async (): Promise<number> => {
    const atMs = performance.now()
    const room = Math.min(pace.room(atMs), mostAtOnce - underWay.size)
    const waiting = await store.list(outbox, 'waiting', lane)
    if (waiting.length === 0) return idleMs
    for (const [person, until] of resting) if (until <= atMs) resting.delete(person)
    const now = kit.now()
    const quiet = quietUntil(now, (await readDeliverySettings(store)).quiet, kit.zone)
    const { send, expire } = choose(waiting, now, Math.max(room, 0), new Set(resting.keys()), quiet)
    const { ready, lost } = await route(send, atMs)
    if (ready.length + lost.length + expire.length > 0) await claim(ready, lost, expire)
    if (send.length > 0 || expire.length > 0) return stepMs
    return room > 0 ? idleMs : Math.max(5, Math.min(idleMs, pace.waitMs(atMs) || stepMs))
  }

  /** Finds the chat of each row; rows of people without one are lost, chats written to just now must wait. */
  const route = async (rows: readonly Delivery[], atMs: number) => {
    const ready: Ready[] = []
    const lost: Lost[] = []
    for (const row of rows) {
      const person = row.message.to
      const at = await people.whereabouts(person)
      if (!channel) lost.push({ row, outcome: { kind: 'unreachable', cause: 'chatOff' } })
      else if (at?.chat === undefined) lost.push({ row, outcome: { kind: 'unreachable', cause: 'noChat' } })
      else if (at.muted) lost.push({ row, outcome: { kind: 'unreachable', cause: 'muted' } })
      else if (!at.reachable) lost.push({ row, outcome: { kind: 'unreachable', cause: 'blocked' } })
      else if (pace.mayGo(at.chat, atMs)) ready.push({ row, chat: at.chat, at })
      else resting.set(person, atMs + pace.perChatMs / 2)
    }
    return { ready, lost }
  }

  const claim = async (ready: readonly Ready[], lost: readonly Lost[], expire: readonly Delivery[]) => {
    const now = kit.now()
    const claimedRows = await store.write('outbox', async tx => {
      for (const { id } of expire) await tx.change(outbox, id, row => expired(row, now))
      for (const { row, outcome } of lost)
        await tx.change(outbox, row.id, old => (dueAt(old) ? settled(claimed(old, now), outcome, now) : old))
      const taken: Ready[] = []
      for (const each of ready) {
        const row = await tx.change(outbox, each.row.id, old => (dueAt(old) ? claimed(old, now) : old))
        if (row.state.name === 'sending') taken.push({ ...each, row })
      }
      return taken
    })
    for (const each of claimedRows) {
      pace.went(each.chat, performance.now())
      resting.set(each.row.message.to, performance.now() + pace.perChatMs)
      const sending = send(each).finally(() => underWay.delete(each.row.id))
      underWay.set(each.row.id, sending)
    }
  }

  const send = async ({ row, chat, at }: Ready): Promise<void> => {
    if (!channel) return
    const { text, buttons } = row.message
    const { shown } = row
    const say = speaker(at.lang)
    const asked = { text: row.resent && !shown ? say(words.resent, { text }) : text, buttons, shown }
    const outcome = await channel.send(chat, asked).catch((err): Outcome => {
      log.error({ err, row: row.id }, 'the channel broke')
      return { kind: 'unknown', cause: 'error' }
    })
    if (outcome.kind === 'slower') {
      const until = performance.now() + outcome.seconds * 1000
      // Telegram limits the bot; 企业微信 each robot by itself.
      if (lane === 'chat') pace.pause(until)
      else resting.set(row.message.to, until)
    }
    if (outcome.kind !== 'sent')
      log.warn({ row: row.id, kind: row.message.kind, outcome }, 'message not sent')
    // A row that cannot be settled stays in `sending`, and the next start decides about it.
    await settle(row, outcome).catch(err => log.error({ err, row: row.id }, 'outcome not kept'))
  }

  const settle = async (row: Delivery, outcome: Outcome) => {
    if (outcome.kind === 'moved') await people.moved?.(row.message.to, outcome.chat)
    await store.write('outbox', tx => tx.change(outbox, row.id, old => settled(old, outcome, kit.now())))
    if (outcome.kind === 'unreachable') await people.unreachable(row.message.to)
  }

  const loop = async (asked: Promise<void>) => {
    while (!stopped) {
      let waitMs = idleMs
      try {
        waitMs = await step()
      } catch (error) {
        log.error({ err: error }, 'the outbox stumbled')
        waitMs = 1000
      }
      await Promise.race([asked, new Promise(done => setTimeout(done, waitMs))])
    }
    await Promise.all(underWay.values())
  }

  return {
    start: async () => {
      await recover()
      running = loop(new Promise(done => (stop = done)))
    },
    stop: async () => {
      stopped = true
      stop()
      await running
    },
  }
}

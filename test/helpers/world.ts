import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { collections, factLogs } from '../../src/collections.ts'
import type { ChatLink } from '../../src/people/chat.ts'
import { signedIn } from '../../src/people/sign-in.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { newId, newSecret } from '../../src/shared/ids.ts'
import type { Kit } from '../../src/shared/kit.ts'
import { type Instant, instant } from '../../src/shared/time.ts'
import { importUnits } from '../../src/units/register.ts'
import { buildWeb } from '../../src/web.tsx'
import { openTestStore, testFolder } from './store.ts'

/** A clock that stands still until a test moves it. */
export interface Clock {
  now(): Instant
  set(moment: string): void
}

export interface WorldOptions {
  /** ISO moment; Monday 5 October 2026, 09:30 in Shanghai, when it is not given. */
  readonly now?: string
  /** Whether the sample district's units are there from the start. */
  readonly units?: boolean
  readonly publicUrl?: string
  /** Where a bot would be; none unless told. */
  readonly chatLink?: ChatLink
  /** Where the group robots of 企业微信 would be. */
  readonly wecomRoot?: string
}

/** The whole product in the process, on a real store in a folder of its own that goes when the test ends. */
export async function newWorld({
  now = '2026-10-05T01:30:00Z',
  units = true,
  publicUrl = 'http://localhost:3000',
  chatLink = () => undefined,
  wecomRoot = 'http://127.0.0.1:10',
}: WorldOptions = {}) {
  let moment = instant(now)
  const clock: Clock = {
    now: () => moment,
    set(next) {
      moment = instant(next)
    },
  }
  const store = await openTestStore({ collections, factLogs, now: clock.now })
  const kit: Kit = {
    store,
    now: clock.now,
    newId,
    newSecret,
    publicUrl,
    zone: 'Asia/Shanghai',
    files: await testFolder(),
    log: pino({ level: 'silent' }),
  }
  let actor: Actor | undefined
  const web = buildWeb(kit, {
    rateLimits: false,
    trustProxy: false,
    chatLink,
    wecomRoot,
    signedIn: async c => actor ?? (await signedIn(kit)(c)),
  })
  if (units) await importUnits(store, 'test', sampleUnits(), { sample: true })
  return {
    kit,
    store,
    clock,
    web,
    /** Whoever asks from here on, until someone else does. */
    actAs(next: Actor | undefined) {
      actor = next
    },
    get: (path: string, headers: Record<string, string> = {}) =>
      web.request(`http://localhost:3000${path}`, { headers: { 'accept-language': 'en', ...headers } }),
    /** Posts a form as a browser on this site would. */
    post: (
      path: string,
      fields: Record<string, string | readonly string[] | File>,
      headers: Record<string, string> = {},
    ) =>
      web.request(`http://localhost:3000${path}`, {
        method: 'POST',
        headers: { 'accept-language': 'en', origin: 'http://localhost:3000', ...headers },
        body: formOf(fields),
      }),
  }
}
export type World = Awaited<ReturnType<typeof newWorld>>

export function sampleUnits(): Uint8Array {
  return readFileSync(join(import.meta.dirname, '../../data/units-350203.csv'))
}

/** Browsers send files as multipart and everything else URL-encoded. */
function formOf(fields: Record<string, string | readonly string[] | File>): FormData | URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string | File] => [name, one]),
  )
  if (!pairs.some(([, value]) => value instanceof File))
    return new URLSearchParams(pairs as [string, string][])
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}

/** District staff, subdistrict staff and a lead of the sample district; test names, nobody's. */
export const district: Actor = person('district-1', 'district', '350203000000')
export const subdistrict: Actor = person('subdistrict-1', 'subdistrict', '350203001000')
export const lead: Actor = person('lead-1', 'lead', '350203001001')

function person(id: string, role: Actor['duties'][number]['role'], unit: string): Actor {
  return { id, name: id, lang: 'en', duties: [{ role, unit }] }
}

import { join } from 'node:path'
import type { Logger } from 'pino'
import { collections, factLogs } from './collections.ts'
import type { Settings } from './settings.ts'
import { newId, newSecret } from './shared/ids.ts'
import type { Kit } from './shared/kit.ts'
import { openJsonStore } from './shared/store/json/open.ts'
import { type Instant, instantOf } from './shared/time.ts'

/** Opens the store and puts together what every door is handed. Throws `StoreLocked`, `UnreadableStore`. */
export async function openKit(settings: Settings, log: Logger, now: () => Instant = systemClock()) {
  const store = await openJsonStore({ folder: settings.folder, collections, factLogs, now, log })
  const kit: Kit = {
    store,
    now,
    newId,
    newSecret,
    publicUrl: settings.publicUrl ?? `http://${addressOf(settings)}`,
    zone: settings.zone,
    files: join(settings.folder, 'files'),
    log,
  }
  return { kit, listen: store.claim.listen.bind(store.claim), close: () => store.close() }
}

/** The machine's clock. Its text is made once a millisecond: under load several ask within one. */
function systemClock(): () => Instant {
  let [at, text] = [0, instantOf(new Date(0))]
  return () => {
    const now = Date.now()
    if (now !== at) [at, text] = [now, instantOf(new Date(now))]
    return text
  }
}

/** Where a browser on this machine reaches the server. */
function addressOf({ host, port }: Settings): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  return `${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

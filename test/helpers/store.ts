import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { AnyCollection, AnyFactLog } from '../../src/shared/store/declare.ts'
import type { Sync } from '../../src/shared/store/json/disk.ts'
import type { Pace } from '../../src/shared/store/json/keeper.ts'
import { openJsonStore } from '../../src/shared/store/json/open.ts'
import type { JsonStore } from '../../src/shared/store/json/store.ts'
import { type Instant, instant } from '../../src/shared/time.ts'

/** A folder that is gone when the test is over. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'slc-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export interface TestStoreOptions {
  readonly collections?: readonly AnyCollection[]
  readonly factLogs?: readonly AnyFactLog[]
  readonly now?: () => Instant
  /** To open the same folder a second time; a new one otherwise. */
  readonly folder?: string
  readonly sync?: Sync
  readonly pace?: Partial<Pace>
  readonly checkpointFacts?: number
}

/** The real store in a folder of its own; closed and deleted when the test is over. */
export async function openTestStore(options: TestStoreOptions = {}): Promise<JsonStore> {
  const folder = options.folder ?? (await testFolder())
  const store = await openJsonStore({
    folder,
    collections: options.collections ?? [],
    factLogs: options.factLogs ?? [],
    now: options.now ?? (() => instant('2026-10-05T01:30:00.000Z')),
    log: pino({ level: 'silent' }),
    snapshotOnClose: false,
    ...(options.sync ? { sync: options.sync } : {}),
    ...(options.checkpointFacts ? { checkpointFacts: options.checkpointFacts } : {}),
    ...(options.pace ? { pace: options.pace } : {}),
  })
  onTestFinished(() => store.close())
  return store
}

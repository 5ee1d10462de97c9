import { performance } from 'node:perf_hooks'
import type { Logger } from 'pino'
import type { Health } from './health.ts'
import type { Journal } from './journal.ts'
import { type Manifest, writeManifest, writeSnapshot } from './snapshots.ts'
import type { Table } from './table.ts'

/** When the lowdb files are written anew: after so many bytes of journal, or so long after a change. */
export interface Pace {
  readonly afterBytes: number
  readonly afterMs: number
}

/** A snapshot may take this share of the time at most, however large the store grows. */
const shareOfTime = 0.02

/** Writes the snapshots in the background and archives the part of the journal that they cover. */
export class Keeper {
  readonly #folder: string
  readonly #tables: readonly Table[]
  readonly #covered: Map<Table, number>
  readonly #journal: Journal
  readonly #health: Health
  readonly #log: Pick<Logger, 'error'>
  readonly #pace: Pace
  #timer: NodeJS.Timeout | undefined
  #notBefore = 0
  #closed = false
  #running: Promise<void> | undefined

  constructor(
    folder: string,
    covered: ReadonlyMap<Table, number>,
    journal: Journal,
    health: Health,
    log: Pick<Logger, 'error'>,
    pace: Pace,
  ) {
    this.#folder = folder
    this.#tables = [...covered.keys()]
    this.#covered = new Map(covered)
    this.#journal = journal
    this.#health = health
    this.#log = log
    this.#pace = pace
  }

  /** Told of each command: sees to it that a snapshot follows. */
  changed(): void {
    if (this.#closed) return
    const due = this.#journal.size > this.#pace.afterBytes && performance.now() > this.#notBefore
    if (due && !this.#running) void this.run()
    if (this.#timer !== undefined || this.#running) return
    const wait = Math.max(this.#pace.afterMs, this.#notBefore - performance.now())
    this.#timer = setTimeout(() => void this.run(), wait)
    this.#timer.unref()
  }

  /** Never rejects: what could not be written as a snapshot is still in the journal, and is tried again. */
  run(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#running ??= this.#write()
      .catch(error => this.#log.error({ err: error }, 'a snapshot of the store could not be written'))
      .finally(() => {
        this.#running = undefined
        if (this.#dirty().length > 0) this.changed()
      })
    return this.#running
  }

  /** Ends what is under way; with `last`, leaves every collection written. */
  async close(last: boolean): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#running
    if (last && !this.#health.failed) await this.run()
  }

  async #write(): Promise<void> {
    const began = performance.now()
    const covers = this.#journal.seq
    const dirty = this.#dirty()
    if (dirty.length === 0) return
    const taken = dirty.map(table => ({ table, records: [...table.values()] }))
    await this.#journal.rotate()
    this.#health.checkWorking()
    for (const { table, records } of taken) {
      await writeSnapshot(this.#folder, table.declared, records, covers)
      this.#covered.set(table, covers)
    }
    await writeManifest(this.#folder, this.#manifest(covers))
    await this.#journal.archive(covers)
    const took = performance.now() - began
    this.#notBefore = performance.now() + took / shareOfTime
  }

  #dirty(): Table[] {
    return this.#tables.filter(table => table.seq > (this.#covered.get(table) ?? -1))
  }

  #manifest(covers: number): Manifest {
    const collections = this.#tables.map(
      table => [table.declared.name, this.#covered.get(table) ?? 0] as const,
    )
    return { format: 1, covers, collections: Object.fromEntries(collections.filter(([, seq]) => seq > 0)) }
  }
}

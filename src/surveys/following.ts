import { openFollowUp } from '../followups/ledger.ts'
import { followUps } from '../followups/store.ts'
import type { Store } from '../shared/store/port.ts'
import { dateOf, type Instant, type PlainDate } from '../shared/time.ts'
import { defaultLang, speaker } from '../shared/words.ts'
import { readTree } from '../units/store.ts'
import { type Cluster, clustersOf } from './clusters.ts'
import { countsOf } from './counting.ts'
import type { Round } from './round.ts'
import { words } from './words.ts'

/** The n-th workday after a day. */
export type WorkdayAfter = (from: PlainDate, n: number) => { readonly date: PlainDate }

/** When follow-ups are opened, and how their days are counted. */
export interface Following {
  readonly at: Instant
  readonly zone: string
  readonly publicUrl: string
  readonly workdayAfter: WorkdayAfter
}

/** Opens a follow-up for each cluster that has none yet; a cluster that has once been opened is never opened again. */
export async function followClusters(store: Store, round: Round, means: Following): Promise<void> {
  const { cluster: limit } = round.standard
  if (!limit) return
  const found = clustersOf(round, await countsOf(store, round.id))
  if (found.length === 0) return
  const due = means.workdayAfter(dateOf(means.at, means.zone), limit.workdays).date
  await store.write('clock', async tx => {
    const tree = await readTree(tx)
    for (const cluster of found) {
      if (await tx.find(followUps, cluster.id)) continue
      const unit = tree.find(cluster.unit.code)
      // A window is answered for by the unit that runs it; for a unit that is no more nobody is left to answer.
      const owner = unit?.level === 'window' ? unit.parent : unit?.id
      if (owner) await openFollowUp(tx, { ...asked(round, cluster), owner, due }, { by: 'clock', ...means })
    }
  })
}

function asked(round: Round, { id, unit, theme, negative, valid }: Cluster) {
  const t = speaker(defaultLang)
  const values = { unit: unit.name, theme: theme.title, negative, valid }
  return {
    id,
    source: { kind: 'negativeRating', id: round.id, title: t(round.form.title) },
    what: t(words.clusterWhat, values).slice(0, 500),
  } as const
}

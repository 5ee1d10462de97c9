import type { Store, Writing } from '../../shared/store/port.ts'

/** A store whose commands can be put together, and so wait for the disk only once. */
export interface Batches {
  readonly store: Store
  /** Runs `work`; every command given to `store` meanwhile becomes part of one, kept under `author`. */
  together(author: string, work: () => Promise<void>): Promise<void>
}

/** Nothing may run beside `work`, and a command in it that refuses must end it: what it staged would be kept. */
export function batches(store: Store): Batches {
  let open: Writing | undefined
  const reading = () => open ?? store
  return {
    store: {
      find: (from, id) => reading().find(from, id),
      get: (from, id) => reading().get(from, id),
      all: from => reading().all(from),
      list: (from, query, key) => reading().list(from, query, key),
      write: (by, work) => (open ? work(open) : store.write(by, work)),
      append: (log, stream, fact) => store.append(log, stream, fact),
      spend: (log, stream, fact, token) => store.spend(log, stream, fact, token),
      unlink: (log, stream) => store.unlink(log, stream),
      fact: (log, stream, id) => store.fact(log, stream, id),
      counts: (log, stream) => store.counts(log, stream),
      size: (log, stream) => store.size(log, stream),
      facts: (log, stream) => store.facts(log, stream),
      factPieces: (log, stream) => store.factPieces(log, stream),
      history: (of, id) => store.history(of, id),
      close: () => store.close(),
    },
    together: (author, work) =>
      store.write(author, async tx => {
        open = tx
        try {
          await work()
        } finally {
          open = undefined
        }
      }),
  }
}

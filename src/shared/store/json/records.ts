import type { AnyCollection, AnyFactLog, Doc, Keys } from '../declare.ts'
import { InvalidRecord, UnreadableStore } from '../errors.ts'

type Declared = AnyCollection | AnyFactLog

/**
 * A record as it will be kept: exactly what a later start would read. Throws `InvalidRecord` when the schema
 * refuses it.
 */
export function recordToKeep(declared: Declared, doc: Doc): Doc {
  const parsed = declared.schema.safeParse(JSON.parse(JSON.stringify(doc)))
  if (!parsed.success) throw new InvalidRecord(declared.name, doc.id, reasonOf(parsed.error))
  return frozen(parsed.data)
}

/** Like `recordToKeep`, for a fact, of which the many ordinary ones are known to be what a later start would read. */
export function factToKeep(log: AnyFactLog, fact: Doc): Doc {
  return frozen(factToWrite(log, fact))
}

/** The same for a fact that is written and then let go, so that freezing it is not worth its while. */
export function factToWrite(log: AnyFactLog, fact: Doc): Doc {
  return log.isPlain?.(fact as never) ? fact : recordToKeep(log, fact)
}

/** A record as it was read, of an older version perhaps. Throws `UnreadableStore`. */
export function recordFromDisk(declared: Declared, version: number, read: unknown, where: string): Doc {
  const parsed = declared.schema.safeParse(upgraded(declared, version, read, where))
  if (parsed.success) return frozen(parsed.data)
  throw new UnreadableStore(`${where}: a record of ${declared.name} is not valid: ${reasonOf(parsed.error)}`)
}

/** Like `recordFromDisk`, for a fact: whoever reads one gets a copy of his own, so that the many ordinary ones need no freezing. */
export function factFromDisk(log: AnyFactLog, version: number, read: unknown, where: string): Doc {
  const isPlain = version === log.version && log.isPlain?.(read as never)
  return isPlain ? (read as Doc) : recordFromDisk(log, version, read, where)
}

/** Lifts what was read to the version that the program knows. Throws `UnreadableStore` for a newer one. */
export function upgraded(declared: Declared, version: number, read: unknown, where: string): unknown {
  if (version > declared.version) {
    throw new UnreadableStore(
      `${where} holds ${declared.name} in version ${version}, this program knows version ${declared.version}. Start the newer program.`,
    )
  }
  let doc = read
  for (let from = version; from < declared.version; from += 1) {
    const upgrade = declared.upgrades[from]
    if (!upgrade)
      throw new UnreadableStore(`${where}: ${declared.name} cannot be lifted from version ${from}`)
    doc = upgrade(doc)
  }
  return doc
}

/** The keys under which a named query finds a record, each once. */
export function keysOf(declared: AnyCollection, query: string, doc: Doc): readonly string[] {
  const keys: Keys = declared.queries[query]?.(doc as never)
  if (keys === undefined) return []
  return typeof keys === 'string' ? [keys] : [...new Set(keys)]
}

function reasonOf(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'record'}: ${message}`).join('; ')
}

/** Records are shared by everyone who reads them: changing one in place is a fault that must show at once. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

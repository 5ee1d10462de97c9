/** A record that must exist does not: the program asked for an id of its own and it is gone. */
export class MissingRecord extends Error {
  override readonly name = 'MissingRecord'
  constructor(collection: string, id: string) {
    super(`${collection} has no record ${id}`)
  }
}

/** A second record under a key that only one may hold. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey'
  constructor(collection: string, query: string, key: string) {
    super(`${collection} already has a record with ${query} ${key}`)
  }
}

/** Another process owns the data folder. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked'
  constructor(folder: string) {
    super(
      `${folder} is in use by another process. Stop that one first, or choose another folder with DATA_DIR.`,
    )
  }
}

/** What is on disk cannot be read as this version of the program expects; nothing was changed. */
export class UnreadableStore extends Error {
  override readonly name = 'UnreadableStore'
}

/** A record that its own collection's schema refuses; the program made it wrong, nothing was kept. */
export class InvalidRecord extends Error {
  override readonly name = 'InvalidRecord'
  constructor(collection: string, id: string, reason: string) {
    super(`${collection} cannot keep the record ${id}: ${reason}`)
  }
}

/** A write to disk failed; the store refuses everything from then on, so that memory never runs ahead of the disk. */
export class StoreFailed extends Error {
  override readonly name = 'StoreFailed'
  constructor(cause: unknown) {
    super('The store could not write to disk and has stopped. Free the disk, then start again.', { cause })
  }
}

/** Something was asked of a store after `close`. */
export class StoreClosed extends Error {
  override readonly name = 'StoreClosed'
  constructor() {
    super('The store is closed')
  }
}

/** A command was used in a way that could never end or never be kept: from inside another one, or after its end. */
export class MisusedCommand extends Error {
  override readonly name = 'MisusedCommand'
}

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

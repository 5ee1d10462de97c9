import { createHash, randomBytes } from 'node:crypto'

// No vowels and no look-alikes: ids are read aloud, typed, and must not spell words.
const alphabet = '0123456789bcdfghjkmnpqrstvwxyzBC'

/** A record's id: 12 characters, 60 random bits; short enough for a chat button's 64 bytes. */
export function newId(): string {
  return Array.from(randomBytes(12), byte => alphabet[byte & 31]).join('')
}

/** A secret for a link or a cookie: 256 random bits as 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: its SHA-256 as base64url. The secret itself is shown once and never kept. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

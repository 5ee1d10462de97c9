import { createHash, randomBytes, randomUUID } from 'node:crypto'

// No vowels and no look-alikes: ids are read aloud, typed, and must not spell words.
const alphabet = '0123456789bcdfghjkmnpqrstvwxyzBC'

/** A record's id: 12 characters, 60 random bits; short enough for a chat button's 64 bytes. */
export function newId(): string {
  // Node draws the bits of a UUID in advance, many at once: a twentieth of the cost of `randomBytes`.
  const uuid = randomUUID()
  return sixSigns(uuid.slice(0, 8)) + sixSigns(uuid.slice(24, 32))
}

/** 30 of the 32 random bits that 8 hexadecimal digits hold. */
function sixSigns(hexadecimal: string): string {
  const bits = Number.parseInt(hexadecimal, 16)
  let signs = ''
  for (let shift = 0; shift < 30; shift += 5) signs += alphabet[(bits >>> shift) & 31]
  return signs
}

/** A secret for a link or a cookie: 256 random bits as 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: its SHA-256 as base64url. The secret itself is shown once and never kept. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

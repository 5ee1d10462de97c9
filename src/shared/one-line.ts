/**
 * A name as it is kept: one line with single spaces, without characters that nobody sees or that turn the reading direction of
 * what follows (they would make one name look like another, or a file's ending like another one).
 */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
}

/**
 * What people type, in one plain shape: half-width, small letters, single spaces, Chinese stops and commas as
 * `.` and `,`, without stops at the end. `“１２人，已开。”` becomes `"12人,已开"`.
 */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[。・]/g, '.')
    .replace(/[、]/g, ',')
    .replace(/[“”「」『』]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s.,!?;:~…]+|[\s.,!?;:~…]+$/g, '')
}

/** As much of a message as is read for days and numbers: a reply is a sentence, and reading takes the square of its length. */
export function sentence(text: string): string {
  return normalize(text.slice(0, 300))
}

/** Whether somebody gives up what was asked, in words instead of `/cancel`. */
export function givesUp(text: string): boolean {
  return /^(?:算了|取消|不(?:用|必)?(?:报|写|填|办|申请|退回|弄|做)了|先不(?:报|写|填|办|申请)了?|cancel|stop|never ?mind|forget it)(?:吧|了)?$/.test(
    normalize(text),
  )
}

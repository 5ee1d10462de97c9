/**
 * What may point to stuffed answers: many at once, many alike, one level all the way down, sent faster than it can be
 * read. Each has innocent reasons too, so a signal only puts an answer before two people.
 */
export const signals = ['burst', 'identical', 'straight', 'fast'] as const
export type Signal = (typeof signals)[number]

import type { Person } from '../people/person.ts'
import type { Post } from './fields.ts'

/** How a post is written; 副会长 is no 会长. */
const written: Readonly<Record<Post, RegExp>> = {
  president: /(?<!副)会长|(?<!vice[- ])president/i,
  fullTimeVicePresident: /专职副会长|full-time vice president/i,
  secretaryGeneral: /(?<!副)秘书长|(?<!deputy )secretary-general/i,
}

/** The posts of an association that somebody registered under 人员 holds: what the system knows is not asked. */
export function postsHeld(people: readonly Person[], unit: string): readonly Post[] {
  const told = people
    .filter(person => person.duties.some(duty => duty.unit === unit))
    .map(({ post }) => post ?? '')
  return (Object.keys(written) as Post[]).filter(post => told.some(text => written[post].test(text)))
}

import type { RoundUnit } from './round.ts'

/** The units of each subdistrict, in the order of their codes; those in none come last. */
export function groupsOf<T extends { readonly unit: RoundUnit }>(
  members: readonly T[],
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const member of members) {
    const code = member.unit.subdistrict?.code ?? last
    const group = groups.get(code)
    if (group) group.push(member)
    else groups.set(code, [member])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** After every code. */
const last = '\uffff'

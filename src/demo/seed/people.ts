import { enterByInvitation } from '../../people/entering.ts'
import type { Person } from '../../people/person.ts'
import { invite } from '../../people/register.ts'
import type { Role } from '../../shared/actor.ts'
import { importUnits } from '../../units/register.ts'
import { readTree } from '../../units/store.ts'
import { sampleName } from '../personas.ts'
import { granted, operator, type Staff, type Workshop } from './workshop.ts'

/** Communities whose lead's post is vacant, as some always are. */
const vacant = new Set([41, 77])

/** Loads the units and gives every post but two to somebody with a numbered name. */
export async function seedPeople({ kit }: Workshop, beside: Workshop, unitsCsv: Uint8Array): Promise<Staff> {
  granted(await importUnits(kit.store, operator.id, unitsCsv, { sample: true }))
  const tree = await readTree(kit.store)
  const appoint = (role: Role, number: number, unit: string, by = kit) =>
    appointed(by, { role, number, unit })
  const subdistricts = new Map<string, Person>()
  const leads = new Map<string, Person>()
  const district = await appoint('district', 1, tree.district?.id ?? '')
  for (const [at, { id }] of tree.ofLevel('subdistrict').entries())
    subdistricts.set(id, await appoint('subdistrict', at + 1, id))
  for (const [at, { id }] of tree.ofLevel('community').entries())
    if (!vacant.has(at + 1)) leads.set(id, await appoint('lead', at + 1, id))
  const arbiter = await appoint('district', 2, tree.district?.id ?? '', beside.kit)
  return { tree, district, arbiter, subdistricts, leads }
}

interface Post {
  readonly role: Role
  readonly number: number
  readonly unit: string
}

async function appointed(kit: Workshop['kit'], { role, number, unit }: Post): Promise<Person> {
  const invitee = { name: sampleName(role, number), duty: { role, unit } }
  const { secret } = granted(await invite(kit, operator, invitee))
  return granted(await enterByInvitation(kit, secret, { device: 'computer', lang: 'zh-CN' })).person
}

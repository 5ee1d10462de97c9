import { createHash, createHmac } from 'node:crypto'
import type { Kit } from '../shared/kit.ts'
import type { FormAt } from './paper-form.ts'
import { typistSecrets } from './store.ts'

/** Somebody who types forms of a round, as far as marks tell: whether it was the same person, and nothing else. */
export interface Typist {
  /** Different on each form. */
  mark(at: FormAt): string
  /** Whether this person left a mark on a form; also one that was made before there were secrets. */
  isOwn(at: FormAt, mark: string): boolean
}

/** The round's secret is made when the first form is typed. */
export async function typistOf(
  { store, newSecret }: Pick<Kit, 'store' | 'newSecret'>,
  round: string,
  person: string,
): Promise<Typist> {
  const known = (await store.find(typistSecrets, round)) ?? (await madeSecret(store, round, newSecret()))
  const text = (at: FormAt) => JSON.stringify(['typist', at.round, at.unit, at.number, person])
  const mark = (at: FormAt) =>
    createHmac('sha256', known.secret).update(text(at)).digest('base64url').slice(0, markSigns)
  const plain = (at: FormAt) => createHash('sha256').update(text(at)).digest('base64url').slice(0, plainSigns)
  return { mark, isOwn: (at, made) => made === (made.length === plainSigns ? plain(at) : mark(at)) }
}

const [markSigns, plainSigns] = [22, 16]

function madeSecret(store: Kit['store'], round: string, secret: string) {
  return store.write(
    'typing',
    async tx => (await tx.find(typistSecrets, round)) ?? tx.add(typistSecrets, { id: round, secret }),
  )
}

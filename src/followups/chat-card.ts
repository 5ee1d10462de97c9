import { rowsOf } from '../shared/bot/keyboard.ts'
import { makePress } from '../shared/bot/press.ts'
import { type Reply, refused, reply, type Talker } from '../shared/bot/talker.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { readTree } from '../units/store.ts'
import { words } from './bot-words.ts'
import {
  type Act,
  actName,
  type Doing,
  type FollowUp,
  isOverdue,
  sourceName,
  stateName,
} from './follow-up.ts'
import { actsOf, seesFollowUp, takeStep } from './ledger.ts'
import { no } from './refusals.ts'
import { followUps } from './store.ts'
import { endTalk } from './talks.ts'
import { pressName } from './telling.ts'

/** The follow-up, where the person may see it. */
export async function seen({ kit, actor }: Talker, id: string): Promise<FollowUp | Refusal> {
  const followUp = await kit.store.find(followUps, id)
  if (!followUp) return no.unknown()
  return seesFollowUp(actor, await readTree(kit.store), followUp) ? followUp : no.notYours()
}

/** A follow-up in one line of a list. */
export function line({ kit, t }: Talker, followUp: FollowUp, no: number): string {
  const { what, state, due } = followUp
  const late = isOverdue(followUp, dateOf(kit.now(), kit.zone)) ? t(words.late) : ''
  return t(words.line, { no, what, state: stateName(state), due, late })
}

/** A follow-up as it stands, with what the person can do with it. */
export async function card(talker: Talker, followUp: FollowUp, head: Text = words.card): Promise<Reply> {
  const { kit, actor, t } = talker
  const { id, what, due, state, wanted, owner, source, steps } = followUp
  const tree = await readTree(kit.store)
  const late = isOverdue(followUp, dateOf(kit.now(), kit.zone))
  const note = steps.at(-1)?.note ?? ''
  const lines = [
    t(head, { what }),
    t(words.cardOwner, { unit: tree.find(owner)?.name ?? owner }),
    t(words.cardDue, { due, state: stateName(state), late: late ? t(words.late) : '' }),
    t(words.cardSource, { kind: sourceName(source.kind), title: source.title }),
    ...(wanted ? [t(words.cardWanted, { wanted })] : []),
    ...(note === '' ? [] : [t(words.cardNote, { note })]),
  ]
  const acts = actsOf(actor, tree, followUp).filter(act => !(late && act === 'requestExtension'))
  const buttons = acts.map(act => ({
    label: t(actName(act)),
    data: makePress(pressName, id, argOf(act, followUp)),
  }))
  const page = [[{ label: t(words.openOne), url: `${kit.publicUrl}/followups/${id}` }]]
  return reply(lines.join('\n'), [...rowsOf(buttons, 2), ...page])
}

/** The step and the state it was offered in, told by the number of steps so far. */
export function argOf(act: Act, { steps }: FollowUp): string {
  return `${act}.${steps.length}`
}

/** Takes the step, and shows what stands then; a sentence that is refused can be written again. */
export async function step(talker: Talker, followUp: FollowUp, doing: Doing): Promise<Reply> {
  const { kit, actor, t } = talker
  const next = await takeStep(kit, followUp.id, { ...doing, seen: followUp.steps.length }, actor)
  if (isRefusal(next)) {
    if (next.status !== 422) await endTalk(kit, actor.id)
    return refused(next, t)
  }
  await endTalk(kit, actor.id)
  return card(talker, next, words.noted)
}

import { sentence } from '../shared/bot/chinese/plain.ts'
import { readWhen, withoutWhen } from '../shared/bot/chinese/when.ts'
import { rowsOf } from '../shared/bot/keyboard.ts'
import { makePress, type Press } from '../shared/bot/press.ts'
import { type Reply, refused, reply, type Talker } from '../shared/bot/talker.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { readTree } from '../units/store.ts'
import { words } from './bot-words.ts'
import {
  type Act,
  actName,
  confirmerActs,
  type Doing,
  type FollowUp,
  isOverdue,
  ownerActs,
  sourceName,
  stateName,
} from './follow-up.ts'
import { actsOf, seesFollowUp, takeStep } from './ledger.ts'
import { no } from './refusals.ts'
import { followUps } from './store.ts'
import { endTalk, type FollowUpTalk, keepTalk, type ToldAct, talkWith, toldActs } from './talks.ts'
import { pressName } from './telling.ts'

const mostLines = 10
const longestNote = 500

/** What waits for the person in the ledger, to do or to confirm, the most urgent first; each with its number as a button. */
export async function tasks(talker: Talker): Promise<Reply> {
  const { kit, actor, t } = talker
  const tree = await readTree(kit.store)
  const can = (followUp: FollowUp, acts: readonly string[]) =>
    actsOf(actor, tree, followUp).some(each => acts.includes(each))
  const all = (await kit.store.all(followUps)).toSorted((a, b) => (a.due < b.due ? -1 : 1))
  const mine = all.filter(followUp => can(followUp, ownerActs))
  const toConfirm = all.filter(followUp => !mine.includes(followUp) && can(followUp, confirmerActs))
  const shown = [...mine.slice(0, mostLines), ...toConfirm.slice(0, mostLines)]
  const page = [[{ label: t(words.open), url: `${kit.publicUrl}/followups` }]]
  if (shown.length === 0) return reply(t(words.none), page)
  const lines = (title: Text, found: readonly FollowUp[]) => {
    const told = found.filter(each => shown.includes(each))
    return told.length === 0
      ? []
      : [
          t(title, { n: found.length }),
          ...told.map(each => line(talker, each, shown.indexOf(each) + 1)),
          ...(found.length > told.length ? [t(words.more)] : []),
        ]
  }
  const text = [...lines(words.mine, mine), ...lines(words.toConfirm, toConfirm), t(words.pick)].join('\n')
  const numbers = shown.map((each, at) => ({ label: String(at + 1), data: makePress(pressName, each.id) }))
  return reply(text, [...rowsOf(numbers, 5), ...page])
}

function line({ kit, t }: Talker, followUp: FollowUp, no: number): string {
  const { what, state, due } = followUp
  const late = isOverdue(followUp, dateOf(kit.now(), kit.zone)) ? t(words.late) : ''
  return t(words.line, { no, what, state: stateName(state), due, late })
}

/** Answers a button. It may be forged or old: who presses, and what can be done now, is asked again. */
export async function answerPress(talker: Talker, { id, arg }: Press): Promise<Reply> {
  const { kit, actor, t } = talker
  await endTalk(kit, actor.id)
  const followUp = await seen(talker, id)
  if (isRefusal(followUp)) return refused(followUp, t)
  if (arg === '') return card(talker, followUp)
  const [name, steps] = arg.split('.')
  // What was done meanwhile, and be it by the same press coming twice, is shown before anything more is done.
  if (steps !== String(followUp.steps.length)) return card(talker, followUp, words.movedOn)
  const act = actsOf(actor, await readTree(kit.store), followUp).find(each => each === name)
  if (!act) return refused(no.notYours(), t)
  const told = toldActs.find(each => each === act)
  if (!told) return step(talker, followUp, { act, note: '' })
  await keepTalk(kit, { id: actor.id, followUp: id, act: told, seen: followUp.steps.length })
  return reply(t(question(told), { what: followUp.what, due: followUp.due }))
}

/** Takes a message for what was asked; `undefined` when nothing was. */
export async function answerText(talker: Talker, text: string): Promise<Reply | undefined> {
  const { kit, actor, t } = talker
  const talk = await talkWith(kit, actor.id)
  if (!talk) return undefined
  const followUp = await seen(talker, talk.followUp)
  if (isRefusal(followUp)) {
    await endTalk(kit, actor.id)
    return refused(followUp, t)
  }
  if (talk.seen !== followUp.steps.length) {
    await endTalk(kit, actor.id)
    return card(talker, followUp, words.movedOn)
  }
  const note = text.trim()
  if (note.length > longestNote) return reply(t(words.tooLong, { n: longestNote }))
  if (talk.act === 'requestExtension') return extension(talker, followUp, talk, note)
  return step(talker, followUp, { act: talk.act, note })
}

/** `延到12月15日，等待印制`: the date and the reason, in one message or one after the other. */
async function extension(
  talker: Talker,
  followUp: FollowUp,
  talk: FollowUpTalk,
  note: string,
): Promise<Reply> {
  const { kit, t } = talker
  const { what, due } = followUp
  if (talk.until) return step(talker, followUp, { act: 'requestExtension', note, until: talk.until })
  const until = readWhen(note, { today: dateOf(kit.now(), kit.zone) })?.date
  if (!until) return reply(t(words.dateNotRead, { due }))
  if (until <= due) return refused(no.laterDateNeeded({ due }), t)
  const reason = withoutWhen(sentence(note)).replace(filler, '')
  if (reason !== '') return step(talker, followUp, { act: 'requestExtension', note, until })
  await keepTalk(kit, { ...talk, until })
  return reply(t(words.askExtensionReason, { what, until }))
}

const filler =
  /申请|请求|请|延期|延长|延后|推迟|顺延|延|期限|到|至|前|吧|可以吗|[\s.,!?;:，。]|\b(until|till|to|extend|please|by)\b/g

/** Takes the step, and shows what stands then; a sentence that is refused can be written again. */
async function step(talker: Talker, followUp: FollowUp, doing: Doing): Promise<Reply> {
  const { kit, actor, t } = talker
  const next = await takeStep(kit, followUp.id, { ...doing, seen: followUp.steps.length }, actor)
  if (isRefusal(next)) {
    if (next.status !== 422) await endTalk(kit, actor.id)
    return refused(next, t)
  }
  await endTalk(kit, actor.id)
  return card(talker, next, words.noted)
}

async function seen({ kit, actor }: Talker, id: string): Promise<FollowUp | Refusal> {
  const followUp = await kit.store.find(followUps, id)
  if (!followUp) return no.unknown()
  return seesFollowUp(actor, await readTree(kit.store), followUp) ? followUp : no.notYours()
}

/** A follow-up as it stands, with what the person can do with it. */
async function card(talker: Talker, followUp: FollowUp, head: Text = words.card): Promise<Reply> {
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
function argOf(act: Act, { steps }: FollowUp): string {
  return `${act}.${steps.length}`
}

function question(act: ToldAct): Text {
  switch (act) {
    case 'submit':
      return words.askResult
    case 'requestExtension':
      return words.askExtension
    case 'return':
      return words.askReturn
    case 'refuseExtension':
      return words.askRefusal
  }
}

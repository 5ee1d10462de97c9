import { givesUp } from '../shared/bot/chinese/plain.ts'
import { rowsOf } from '../shared/bot/keyboard.ts'
import { makePress, type Press } from '../shared/bot/press.ts'
import { type Reply, refused, reply, type Talker } from '../shared/bot/talker.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import { readTree } from '../units/store.ts'
import { words } from './bot-words.ts'
import { card, line, seen, step } from './chat-card.ts'
import { answerChoice, extend, longestNote } from './extending.ts'
import { confirmerActs, type FollowUp, ownerActs } from './follow-up.ts'
import { actsOf } from './ledger.ts'
import { no } from './refusals.ts'
import { followUps } from './store.ts'
import { endTalk, keepTalk, type ToldAct, talkWith, toldActs } from './talks.ts'
import { pressName } from './telling.ts'

const mostLines = 10

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

/** Answers a button. It may be forged or old: who presses, and what can be done now, is asked again. */
export async function answerPress(talker: Talker, { id, arg }: Press): Promise<Reply> {
  const { kit, actor, t } = talker
  const talk = await talkWith(kit, actor.id)
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
  if (told === 'requestExtension') {
    return extend(talker, followUp, talk?.asked?.among.includes(id) ? talk.asked.text : '')
  }
  await keepTalk(kit, { id: actor.id, followUp: id, act: told, seen: followUp.steps.length })
  return reply(t(question(told), { what: followUp.what, due: followUp.due }))
}

/** Takes a message for what was asked; `undefined` when nothing was. */
export async function answerText(talker: Talker, text: string): Promise<Reply | undefined> {
  const { kit, actor, t } = talker
  const talk = await talkWith(kit, actor.id)
  if (!talk) return undefined
  if (givesUp(text)) {
    await endTalk(kit, actor.id)
    return reply(t(words.cancelled))
  }
  if (talk.asked) return answerChoice(talker, text)
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
  if (talk.act === 'requestExtension') return extend(talker, followUp, note, talk)
  return step(talker, followUp, { act: talk.act, note })
}

function question(act: Exclude<ToldAct, 'requestExtension'>): Text {
  switch (act) {
    case 'submit':
      return words.askResult
    case 'return':
      return words.askReturn
    case 'refuseExtension':
      return words.askRefusal
  }
}

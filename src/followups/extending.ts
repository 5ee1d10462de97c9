import { normalize } from '../shared/bot/chinese/plain.ts'
import { rowsOf } from '../shared/bot/keyboard.ts'
import { makePress } from '../shared/bot/press.ts'
import { type Reply, refused, reply, type Talker } from '../shared/bot/talker.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import { words } from './bot-words.ts'
import { argOf, line, seen, step } from './chat-card.ts'
import { readExtension } from './extension.ts'
import { type FollowUp, isOverdue, possibleActs, stateName } from './follow-up.ts'
import { ownsFollowUp } from './ledger.ts'
import { no } from './refusals.ts'
import { followUps } from './store.ts'
import { endTalk, type FollowUpTalk, keepTalk, talkWith } from './talks.ts'
import { pressName } from './telling.ts'

export const longestNote = 500
const mostChoices = 10

/** `申请延期到12月5日，等待印制`, typed without a button: for the one follow-up that is named or open, else it is asked which. */
export async function askExtension(talker: Talker, text: string): Promise<Reply> {
  const { kit, actor, t } = talker
  if (text.length > longestNote) return reply(t(words.tooLong, { n: longestNote }))
  const tree = await readTree(kit.store)
  const today = dateOf(kit.now(), kit.zone)
  const own = (await kit.store.all(followUps))
    .filter(each => each.state !== 'closed' && ownsFollowUp(actor, tree, each))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
  const named = own.filter(({ what }) => text.includes(what))
  const meant = named.length > 0 ? named : own
  const open = meant.filter(
    each => possibleActs(each).includes('requestExtension') && !isOverdue(each, today),
  )
  const [only, ...others] = open.length > 0 ? open : meant
  if (!only || (open.length === 0 && others.length > 0)) return refused(no.nothingToExtend(), t)
  return others.length === 0 ? extend(talker, only, text) : askWhich(talker, open.slice(0, mostChoices), text)
}

async function askWhich(talker: Talker, open: readonly FollowUp[], text: string): Promise<Reply> {
  const { kit, actor, t } = talker
  const asked = { text, among: open.map(({ id }) => id) }
  await keepTalk(kit, { id: actor.id, followUp: '', act: 'requestExtension', seen: 0, asked })
  const lines = open.map((each, at) => line(talker, each, at + 1))
  const buttons = open.map((each, at) => ({
    label: String(at + 1),
    data: makePress(pressName, each.id, argOf('requestExtension', each)),
  }))
  const page = [{ label: t(words.open), url: `${kit.publicUrl}/followups` }]
  return reply([t(words.whichExtension), ...lines].join('\n'), [...rowsOf(buttons, 5), page])
}

/** Takes `2` or `第2项` for the choice that was asked for; `undefined` leaves everything else to others. */
export async function answerChoice(talker: Talker, text: string): Promise<Reply | undefined> {
  const talk = await talkWith(talker.kit, talker.actor.id)
  const number = /^第?(\d{1,2})[项个条]?$/.exec(normalize(text))?.[1]
  const id = talk?.asked?.among[Number(number) - 1]
  if (!talk?.asked || id === undefined) return undefined
  const followUp = await seen(talker, id)
  return isRefusal(followUp) ? refused(followUp, talker.t) : extend(talker, followUp, talk.asked.text)
}

/** Asks for more time when the date and the reason are there, in one message or one after the other; else for what is missing. */
export async function extend(
  talker: Talker,
  followUp: FollowUp,
  said: string,
  known: Pick<FollowUpTalk, 'until' | 'reason'> = {},
): Promise<Reply> {
  const { kit, actor, t } = talker
  const { id, what, due, state, steps } = followUp
  const today = dateOf(kit.now(), kit.zone)
  const ended = async (refusal: Parameters<typeof refused>[0]) => {
    await endTalk(kit, actor.id)
    return refused(refusal, t)
  }
  if (!possibleActs(followUp).includes('requestExtension'))
    return ended(no.notNow({ state: stateName(state) }))
  if (isOverdue(followUp, today)) return ended(no.extensionTooLate({ due }))
  const read = readExtension(said, { today, due, what })
  // Once the date is known, the next message is the reason as it stands.
  const until = known.until ?? read.until
  const reason = known.until ? said : read.reason || known.reason || ''
  if (until && until > due && reason !== '') {
    return step(talker, followUp, { act: 'requestExtension', note: reason, until })
  }
  const isLater = until && until > due
  const more = { ...(isLater && { until }), ...(reason !== '' && { reason }) }
  await keepTalk(kit, { id: actor.id, followUp: id, act: 'requestExtension', seen: steps.length, ...more })
  if (isLater) return reply(t(words.askExtensionReason, { what, until }))
  if (until) return refused(no.laterDateNeeded({ due }), t)
  if (until === null) return refused(no.noSuchDay({ due }), t)
  return reply(t(reason === '' ? words.askExtension : words.askExtensionDate, { what, due, reason }))
}

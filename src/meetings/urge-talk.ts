import type { Buttons } from '../shared/bot/keyboard.ts'
import { makePress } from '../shared/bot/press.ts'
import { type Reply, refused, reply, type Talker } from '../shared/bot/talker.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { type District, readDistrict } from './calling.ts'
import { mayUrge } from './expected.ts'
import type { Meeting } from './meeting.ts'
import { no } from './refusals.ts'
import { whenText } from './saying.ts'
import { attendances, meetings } from './store.ts'
import { peopleToUrge, urgeMissing } from './urge-telling.ts'
import { urgeName } from './urge-words.ts'
import { urgeStage } from './urging.ts'
import { words } from './words.ts'

/** As many as fit under a message; the others are urged on their pages. */
const mostButtons = 8

/** A button for each meeting of the own units, and of those directly below, in which somebody has not answered; the nearest in time first. */
export async function urgeRows(
  { kit, actor, t }: Talker,
  { district }: { district: District },
): Promise<Buttons> {
  const now = kit.now()
  const own = new Set(actor.duties.map(({ unit }) => unit))
  const isNear = ({ unit }: Meeting) => own.has(unit) || own.has(district.tree.find(unit)?.parent ?? '')
  const apartMs = ({ starts }: Meeting) => Math.abs(Date.parse(starts) - Date.parse(now))
  const open = (await kit.store.list(meetings, 'open', 'yes'))
    .filter(meeting => isNear(meeting) && mayUrge(actor, district.tree, meeting))
    .toSorted((a, b) => apartMs(a) - apartMs(b))
  const rows: Buttons[number][] = []
  for (const meeting of open) {
    const stage = urgeStage(meeting, now)
    if (!stage) continue
    const records = await kit.store.list(attendances, 'meeting', meeting.id)
    if (peopleToUrge(meeting, stage, { records, district, by: actor.id }).length === 0) continue
    const label = t(words.urgeButton, {
      ...{ what: urgeName(stage), title: meeting.title },
      day: dateOf(meeting.starts, kit.zone).slice(5),
    })
    rows.push([{ label, data: makePress('urge', meeting.id) }])
    if (rows.length === mostButtons) break
  }
  return rows
}

/** 催一下: which meeting is meant. */
export async function answerUrge(talker: Talker): Promise<Reply> {
  const rows = await urgeRows(talker, { district: await readDistrict(talker.kit.store, talker.kit.zone) })
  return rows.length > 0 ? reply(talker.t(words.urgeWhich), rows) : refused(no.nobodyToUrge(), talker.t)
}

/** Takes the button; it may be old, so the rule looks again who has not answered. */
export async function answerUrgePress({ kit, actor, t }: Talker, { id }: Meeting): Promise<Reply> {
  const urged = await urgeMissing(kit, id, actor)
  if (isRefusal(urged)) return refused(urged, t)
  const { meeting, people } = urged
  return reply(
    t(words.urgeDone, {
      ...{ n: people.length, names: people.map(({ name }) => name).join(t(words.comma)) },
      ...{ title: meeting.title, when: whenText(meeting, kit.zone, t) },
    }),
  )
}

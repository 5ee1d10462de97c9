import { Composer } from 'grammy'
import type { BotContext } from '../shared/bot/context.ts'
import type { BotCommand, BotFeature } from '../shared/bot/feature.ts'
import type { Reply, Talker } from '../shared/bot/talker.ts'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import type { Kit } from '../shared/kit.ts'
import { holds } from '../units/scope.ts'
import { answerAttendance } from './answering.ts'
import { answerPress, answerText, comingMeetings, isOurPress } from './conversation.ts'
import { beginMinutes } from './minutes-talk.ts'
import { begin, stop } from './quick-report.ts'
import { takeFile } from './sheet-talk.ts'
import { standards } from './standards-file.ts'
import { words } from './words.ts'

const commands: readonly BotCommand[] = [
  { command: 'checkin', text: words.checkInCommand, for: actor => holds(actor, 'lead', 'subdistrict') },
  { command: 'meetings', text: words.meetingsCommand },
  { command: 'report', text: words.reportCommand, for: actor => holds(actor, 'lead') },
  { command: 'minutes', text: words.minutesCommand },
  { command: 'cancel', text: words.cancelCommand },
]

/** Sign-in, leave, deputies and the quick report in chat: by command, button and plain words. */
export function meetingsBot(kit: Kit, files: KeptFiles): BotFeature {
  const composer = new Composer<BotContext>()
  const alone = composer.chatType('private')
  const talkerOf = ({ actor, say }: BotContext): Talker | undefined => actor && { kit, actor, t: say }
  const answering =
    (answer: (talker: Talker) => Promise<Reply | undefined>) =>
    async (ctx: BotContext, next: () => Promise<void>) => {
      const talker = talkerOf(ctx)
      const found = talker && (await answer(talker))
      return found ? ctx.answer(found.text, found.buttons) : next()
    }

  alone.command(
    'checkin',
    answering(talker => answerAttendance(talker, { kind: 'signIn' })),
  )
  alone.command('meetings', answering(comingMeetings))
  alone.command('report', answering(begin))
  alone.command('minutes', answering(beginMinutes))
  alone.command('cancel', answering(stop))

  alone.on('callback_query:data', async (ctx, next) => {
    const talker = talkerOf(ctx)
    if (!talker || !isOurPress(ctx.press)) return next()
    const { text, buttons } = await answerPress(talker, ctx.press)
    return ctx.answer(text, buttons)
  })

  // In a group everybody sees the message: only who pressed is told, and the message itself is brought up to date.
  composer.chatType(['group', 'supergroup']).on('callback_query:data', async (ctx, next) => {
    const talker = talkerOf(ctx)
    if (!talker || !isOurPress(ctx.press)) return next()
    const { text } = await answerPress(talker, ctx.press)
    return ctx.note(text)
  })

  // The sheet comes as a photo or as a document; it is only fetched where one is waited for.
  alone.on(['message:photo', 'message:document'], (ctx, next) =>
    answering(talker => takeFile(talker, files, () => ctx.file(standards.attachments)))(ctx, next),
  )
  alone.on('message:text', (ctx, next) => {
    if (ctx.message.text.startsWith('/')) return next()
    const { text, message_id } = ctx.message
    return answering(talker => answerText(talker, { id: `${ctx.chat.id}.${message_id}`, text }))(ctx, next)
  })
  return { composer, commands }
}

import { onTestFinished } from 'vitest'
import { openChat } from '../../src/chat.ts'
import type { NewMessage } from '../../src/delivery/message.ts'
import { Pace, telegramPace } from '../../src/delivery/pace.ts'
import { deliveryId, outbox, queue } from '../../src/delivery/store.ts'
import { type EmulatorOptions, openEmulator } from '../../src/demo/emulator/emulator.ts'
import type { ChatUser } from '../../src/demo/emulator/people.ts'
import type { Person } from '../../src/people/person.ts'
import type { Role } from '../../src/shared/actor.ts'
import { enrol } from './people.ts'
import { newWorld, type WorldOptions } from './world.ts'

/** A person of the district with the own chat open and bound. */
export interface Member {
  readonly person: Person
  readonly user: ChatUser
}

/** The whole product with its bot, talking over HTTP to a Bot API server of our own; people are played by the test. */
export async function chatWorld(options: WorldOptions & { readonly emulator?: EmulatorOptions } = {}) {
  const world = await newWorld(options)
  const emulator = await openEmulator(options.emulator)
  onTestFinished(() => emulator.close())
  /** Starts the bot and the dispatcher; again after `stop` as a restart does. */
  const startChat = async () => {
    const chat = await openChat(world.kit, {
      botToken: emulator.token,
      telegramApiRoot: emulator.url,
      wecomRoot: options.wecomRoot ?? 'http://127.0.0.1:10',
      pace: new Pace({ ...telegramPace, perChatMs: 10 }),
      polling: { pauseMs: [20, 100] },
    })
    await chat.start()
    onTestFinished(() => chat.stop())
    return chat
  }
  const chat = await startChat()
  return {
    ...world,
    emulator,
    chat,
    startChat,
    /** Invites somebody and binds the chat with the code of the invitation. */
    async join(name: string, role: Role, unit: string, language_code = 'zh-hans'): Promise<Member> {
      const { person, secret } = await enrol(world, name, role, unit)
      const user = emulator.user({ name, language_code })
      await user.starts(secret)
      await user.waitsFor('/help')
      return { person, user }
    },
    /** Puts a message into the outbox as a room would. */
    send: (message: NewMessage) => world.store.write('test', tx => queue(tx, message, world.clock.now())),
    delivery: (key: string) => world.store.get(outbox, deliveryId(key)),
  }
}
export type ChatWorld = Awaited<ReturnType<typeof chatWorld>>

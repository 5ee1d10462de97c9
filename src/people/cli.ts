import { z } from 'zod'
import { type Actor, roles } from '../shared/actor.ts'
import type { CliRoom } from '../shared/cli.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { speaker } from '../shared/words.ts'
import { everything } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { ChatLink } from './chat.ts'
import { signInLinkAnew, signInLinkFor } from './links.ts'
import { checkList, inviteList } from './list.ts'
import { nameSchema, postSchema } from './person.ts'
import { no } from './refusals.ts'
import { type Invited, invite } from './register.ts'
import { dutyValues, invitationUrl } from './saying.ts'
import { people } from './store.ts'
import { words } from './words.ts'

export function peopleCli(cli: CliRoom, kit: Kit, chatLink: ChatLink): void {
  const t = speaker(cli.lang)
  /** Whoever has the data folder may do everything in it. */
  const operator: Actor = {
    id: 'cli',
    name: 'cli',
    lang: cli.lang,
    duties: [{ role: 'district', unit: everything }],
  }

  const printed = ({ person: { id, name, duties }, secret: code }: Invited) => ({
    person: { id, name, role: duties[0]?.role, unit: duties[0]?.unit },
    url: invitationUrl(kit.publicUrl, code),
    chatLink: chatLink(code) ?? null,
    code,
  })

  cli.command({
    name: 'people invite',
    about: 'invite a person; prints the link for the web and the one for the chat',
    options: [
      ['--name <name>', 'the name of the person'],
      ['--role <role>', roles.join(', ')],
      ['--unit <code>', 'the unit for which the role is held'],
      ['--post <post>', 'the post in the association, such as 专职副会长'],
    ],
    input: z.object({
      name: nameSchema,
      role: z.enum(roles),
      unit: z.string().min(1),
      post: postSchema.optional(),
    }),
    async run({ name, role, unit, post }) {
      const invited = await invite(kit, operator, { name, post, duty: { role, unit } })
      if (isRefusal(invited)) return invited
      const json = printed(invited)
      return { json, text: [json.url, ...(json.chatLink ? [json.chatLink] : [])].join('\n') }
    },
  })

  cli.command({
    name: 'people import <file>',
    about: 'invite everybody on a list in CSV or XLSX (name, role, unit, post), or nobody when it has faults',
    options: [['--dry-run', 'check the list and invite nobody']],
    input: z.object({ file: z.string(), dryRun: z.boolean().default(false) }),
    async run({ file, dryRun }) {
      const bytes = await cli.readFile(file)
      const done = await (dryRun ? checkList : inviteList)(kit, operator, bytes)
      if (isRefusal(done)) return done
      if (!('faults' in done)) {
        const json = done.map(printed)
        return { json, text: json.map(({ person, url }) => [person.name, url].join('\t')).join('\n') }
      }
      const { faults, invitees } = done
      const lines = faults.map(({ line, text, values }) => t(words.faultAt, { line, text: t(text, values) }))
      if (faults.length > 0) return no.faultyFile({ count: faults.length, faults: lines.join('\n') })
      const text = t(words.checkedMore, { count: invitees.length })
      return { json: { dryRun, invitees }, text }
    },
  })

  cli.command({
    name: 'people list',
    about: 'list all people and their duties',
    input: z.object({}),
    async run() {
      const tree = await readTree(kit.store)
      const all = await kit.store.all(people)
      return {
        json: all.map(({ id, name, post, duties, telegram, joined, ended }) => ({
          id,
          name,
          post: post ?? null,
          duties,
          chat: telegram !== undefined,
          joined: joined ?? null,
          ended: ended ?? null,
        })),
        text: all
          .map(({ id, name, duties }) =>
            [id, name, duties.map(duty => t(words.dutyOf, dutyValues(duty, tree))).join('; ')].join('\t'),
          )
          .join('\n'),
      }
    },
  })

  cli.command({
    name: 'sign-in',
    about: 'print a one-time sign-in link for a person',
    options: [
      ['--person <id>', 'the id of the person, as people list prints it'],
      ['--anew', 'end every session of the person, void all earlier links and free the chat first'],
    ],
    input: z.object({ person: z.string().min(1), anew: z.boolean().default(false) }),
    async run({ person, anew }) {
      const url = await (anew ? signInLinkAnew : signInLinkFor)(kit, person, operator.id)
      return isRefusal(url) ? url : { json: { url }, text: url }
    },
  })
}

import { Hono } from 'hono'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import type { Kit } from '../shared/kit.ts'
import type { WebEnv } from '../shared/web/env.ts'
import { holidaysWeb } from './holidays/web.tsx'
import { feedsWeb } from './web.feeds.tsx'
import { meetingWeb } from './web.meeting.tsx'
import { overviewWeb } from './web.overview.tsx'
import { planWeb } from './web.plan.tsx'

/** Meetings on the web: the overview, planning, and each meeting's page. */
export function meetingsWeb(kit: Kit, files: KeptFiles) {
  const web = new Hono<WebEnv>()
  web.route('/', overviewWeb(kit))
  web.route('/', planWeb(kit))
  web.route('/', holidaysWeb(kit))
  web.route('/', feedsWeb(kit))
  web.route('/', meetingWeb(kit, files))
  return web
}

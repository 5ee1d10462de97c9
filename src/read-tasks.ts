import { followUpTasks } from './followups/tasks.ts'
import { meetingTasks } from './meetings/tasks.ts'
import { ratingParts } from './rating-parts.ts'
import { ratingDesk } from './ratings/desk.ts'
import { ratingTasks } from './ratings/tasks.ts'
import { registerParts } from './register-parts.ts'
import { registerTasks } from './registers/tasks.ts'
import type { Kit } from './shared/kit.ts'
import type { ReadTasks } from './shared/task.ts'
import { surveyTasks } from './surveys/tasks.ts'

/** Asks every room what waits for somebody; what is to be done today comes first. */
export function tasksReader(kit: Kit): ReadTasks {
  const parts = ratingParts(kit)
  const rooms = [
    meetingTasks(kit),
    followUpTasks(kit),
    ratingTasks(kit, ratingDesk(kit, parts), parts.workdays),
    registerTasks(kit, registerParts(kit)),
    surveyTasks(kit),
  ]
  return async (actor, t) => {
    const tasks = (await Promise.all(rooms.map(read => read(actor, t)))).flat()
    return [...tasks.filter(({ urgent }) => urgent), ...tasks.filter(({ urgent }) => !urgent)]
  }
}

import type { Kit } from '../shared/kit.ts'
import type { ReadTasks, Task } from '../shared/task.ts'
import { dateOf, daysBetween, type Instant, plusDays } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import { holds, ownUnits } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { Unit } from '../units/unit.ts'
import { meetingsCalling } from './calling.ts'
import { isComing, type Meeting } from './meeting.ts'
import type { NextStep } from './next-step.ts'
import { whenText } from './saying.ts'
import { attendances, meetings } from './store.ts'
import { taskWords } from './task-words.ts'
import { nextStepFor, toDoOf } from './waiting.ts'
import { words } from './words.ts'

/** Meetings within so many days are told, and of these so many. */
const comingDays = 7
const mostComing = 2

/** Signing in, reporting, leave to decide on, the next step of the own meetings, and what is coming this week. */
export function meetingTasks({ store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>): ReadTasks {
  return async (actor, t) => {
    const at = now()
    const tree = await readTree(store)
    const units = ownUnits(actor, tree)
    const own = (await Promise.all(units.map(({ id }) => store.list(meetings, 'unit', id)))).flat()
    const called = (await meetingsCalling(store, actor, { zone, since: at })).map(({ meeting }) => meeting)
    const toDo = await toDoOf(store, actor, called, at)
    const told = new Set(toDo.map(({ meeting }) => meeting.id))
    const tasks: Task[] = toDo.map(({ meeting, kind }) => ({
      text: t(kind === 'signIn' ? taskWords.signIn : taskWords.report, aboutOf(meeting, t)),
      path: pathOf(meeting),
      urgent: true,
    }))
    const coming = comingOf([...own, ...called], at)
    if (holds(actor, 'district', 'subdistrict')) tasks.push(...(await leaveTasks(coming, own, t)))
    for (const unit of units) {
      const next = await nextStepFor(store, actor, { tree, unit, now: at, zone })
      if (next && !(next.kind !== 'plan' && told.has(next.meeting.id))) tasks.push(nextTask(unit, next, t))
    }
    for (const meeting of coming.filter(({ id }) => !told.has(id)).slice(0, mostComing)) {
      const counted = meeting.level === 'community' && units.some(({ id }) => id === meeting.unit)
      tasks.push({
        text: t(counted ? taskWords.comingOwn : taskWords.coming, aboutOf(meeting, t)),
        path: pathOf(meeting),
        urgent: dateOf(meeting.starts, zone) === dateOf(at, zone),
      })
    }
    return tasks
  }

  /** Not over yet and within the week, the nearest first. */
  function comingOf(all: readonly Meeting[], at: Instant): readonly Meeting[] {
    const last = plusDays(dateOf(at, zone), comingDays)
    return [...new Set(all)]
      .filter(each => isComing(each) && each.ends > at && dateOf(each.starts, zone) <= last)
      .sort((a, b) => (a.starts < b.starts ? -1 : 1))
  }

  /** Leave that was asked for at the coming meetings which the actor's units convene. */
  async function leaveTasks(
    coming: readonly Meeting[],
    own: readonly Meeting[],
    t: Say,
  ): Promise<readonly Task[]> {
    const lines = coming
      .filter(meeting => own.includes(meeting))
      .map(async meeting => {
        const records = await store.list(attendances, 'meeting', meeting.id)
        const count = records.filter(record => record.now.approval === 'asked').length
        const text = t(taskWords.leave, { ...aboutOf(meeting, t), count })
        return count > 0 ? [{ text, path: pathOf(meeting), urgent: true }] : []
      })
    return (await Promise.all(lines)).flat()
  }

  function nextTask(unit: Unit, next: NextStep, t: Say): Task {
    if (next.kind !== 'plan') {
      const what = t(
        { report: words.nextReport, conclude: words.nextConclude, minutes: words.nextMinutes }[next.kind],
      )
      return {
        text: t(taskWords.next, { ...aboutOf(next.meeting, t), what }),
        path: pathOf(next.meeting),
        urgent: true,
      }
    }
    const { above, until } = next
    const day = dateOf(above.starts, zone).slice(5)
    return {
      text: t(words.nextPlan, { title: above.title, day, until }),
      path: `/meetings/extra?unit=${unit.id}&date=${until}`,
      urgent: daysBetween(dateOf(now(), zone), until) <= comingDays,
    }
  }

  function aboutOf(meeting: Meeting, t: Say) {
    return { title: meeting.title, when: whenText(meeting, zone, t) }
  }
}

function pathOf({ id }: Meeting): string {
  return `/meetings/${id}`
}

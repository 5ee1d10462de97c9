import { normalize } from '../shared/bot/chinese/plain.ts'
import { withoutWhen } from '../shared/bot/chinese/when.ts'
import type { MinutesItem } from './minutes-shape.ts'
import { limits } from './minutes-shape.ts'

/** What a message of minutes says. */
export interface Notes {
  /** Lines before the first item: they go on with the item that the message before ended in. */
  readonly more: string
  readonly items: readonly Omit<MinutesItem, 'raised'>[]
  /** What stands behind 决定, with the words for owner and date still in it. */
  readonly resolutions: readonly string[]
}

const numbered =
  /^(?:议题)?(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．:：)]|\d{1,2}[、.．)）](?!\d))\s*(.+)$/
const titled = /^(?:议题|agenda|item)[:：]\s*(.+)$/i
const problem = /^(?:存在)?(?:问题|problems?)[:：]\s*(.+)$/i
const point = /^(?:要点|内容|points?)[:：]\s*(.*)$/i
const resolution = /^(?:决定|议定|决议|resolution)(?:事项)?[:：]\s*(.+)$/i

/** Typed into one line: `1. 年底考核 要点：… 决定：…`. */
const begun = /(?<=\S)[ \t。；;]+(?=(?:要点|内容|(?:存在)?问题|(?:决定|议定|决议)(?:事项)?)[:：])/g

/**
 * What is to be done, of a resolution with its owner and date behind it: `更新名册，鸿山社区，11月30日前` is `更新名册`, since both
 * are kept beside it. Parts at the end that say nothing else are left out; what is woven into the sentence stays.
 */
export function deedOf(line: string, owner: string): string {
  const parts = line.split(/[，,；;]/)
  const isBeside = (part: string) => {
    const said = part.trim().replace(/^(?:责任单位|完成期限|期限)[:：]?|[。.]$/g, '')
    const who = said.replace(/^由|(?:负责|牵头|办理|落实)$/g, '')
    return who === owner || /^(?:于|在)?(?:之?前)?(?:完成|办结)?$/.test(withoutWhen(normalize(said)).trim())
  }
  while (parts.length > 1 && isBeside(parts.at(-1) ?? '')) parts.pop()
  // The separators between what is left are the writer's own.
  return line.slice(0, parts.join('，').length)
}

/**
 * Reads minutes as people type them, line by line: a numbered line (`一、`, `1.`) or `议题：` begins an item, `问题：` is a
 * problem of it, `决定：` a resolution, and everything else is a point of the item that it stands under. Total: no line is lost.
 */
export function readNotes(text: string, newId: () => string): Notes {
  const more: string[] = []
  const items: { id: string; title: string; points: string[]; problems: string[] }[] = []
  const resolutions: string[] = []
  for (const line of text
    .replace(begun, '\n')
    .split(/\r?\n/)
    .map(each => each.trim())) {
    const item = items.at(-1)
    const title = (titled.exec(line) ?? numbered.exec(line))?.[1]
    const decided = resolution.exec(line)?.[1]
    const trouble = problem.exec(line)?.[1]
    const said = point.exec(line)?.[1] ?? line
    if (title !== undefined) {
      // A whole paragraph behind the number is no title: it begins with one.
      const head = title.length > limits.title ? title.slice(0, 40) : title
      items.push({ id: newId(), title: head, points: head === title ? [] : [title], problems: [] })
    } else if (decided !== undefined) resolutions.push(decided)
    else if (trouble !== undefined && item) item.problems.push(trouble)
    else if (said !== '') (item?.points ?? more).push(said)
  }
  return {
    more: more.join('\n'),
    items: items.map(({ points, problems, ...item }) => ({
      ...item,
      points: points.join('\n'),
      problems: problems.join('\n'),
    })),
    resolutions,
  }
}

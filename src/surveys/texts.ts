import type { Answer } from './answer.ts'

/** What people wrote to one question about one unit. */
export interface Written {
  readonly unit: string
  readonly question: string
  readonly texts: readonly string[]
}

/**
 * The free texts of some units, each apart from everything else that its writer said, in the order of their signs:
 * neither a text's place nor its neighbours tell who wrote it or when.
 */
export async function writtenAbout(
  answers: AsyncIterable<Answer>,
  units: ReadonlySet<string>,
): Promise<readonly Written[]> {
  const found = new Map<string, { unit: string; question: string; texts: string[] }>()
  for await (const { unit, texts } of answers) {
    if (!units.has(unit)) continue
    for (const [question, text] of Object.entries(texts)) {
      const key = `${unit}|${question}`
      const of = found.get(key) ?? { unit, question, texts: [] }
      of.texts.push(typeof text === 'string' ? text : JSON.stringify(text))
      found.set(key, of)
    }
  }
  return [...found.values()].map(of => ({ ...of, texts: of.texts.toSorted() }))
}

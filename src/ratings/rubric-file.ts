import { readFile } from 'node:fs/promises'

const file = new URL('../../surveys/rating.json', import.meta.url)

/** The district's rubric as it stands in `surveys/rating.json`, not read yet. */
export async function readRubricFile(): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}

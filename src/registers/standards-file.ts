import { readFile } from 'node:fs/promises'
import { type Standards, standardsSchema } from './standards.ts'

const file = new URL('../../data/standards.json', import.meta.url)

/** The district's standards as they stand in `data/standards.json`, read once; throws when they are not well-formed. */
export function standardsReader(): () => Promise<Standards> {
  let known: Promise<Standards> | undefined
  return () => {
    known ??= read()
    return known
  }
}

async function read(): Promise<Standards> {
  return standardsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

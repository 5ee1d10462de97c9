import { z } from 'zod'
import type { Web } from '../web/env.ts'
import { readForm } from '../web/form.tsx'
import type { Sent } from './sent.ts'

/** The files that a form's field `files` brought; none when it is no such form. */
export async function readFiles(c: Web): Promise<readonly Sent[]> {
  const form = await readForm(c, uploadSchema)
  if (!form.ok) return []
  return Promise.all(
    form.data.files.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}

const file = z.instanceof(File).refine(each => each.name !== '' || each.size > 0)
const uploadSchema = z.object({
  files: z.union([file.transform(one => [one]), z.array(file).min(1)]),
})

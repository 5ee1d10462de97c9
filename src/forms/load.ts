import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type CompiledForm, compileForm } from './definition.ts'
import type { FormFault } from './fault.ts'
import type { Form } from './form.ts'

/** The folder of the product's own definitions. */
export const surveysFolder = join(import.meta.dirname, '../../surveys')

/** A definition that the product itself needs cannot be used. */
export class BrokenDefinition extends Error {
  readonly faults: readonly FormFault[]
  constructor(file: string, faults: readonly FormFault[]) {
    super(`${file}: ${faults.map(({ place, text }) => `${place} ${text.en}`).join('; ')}`)
    this.faults = faults
  }
}

/** Reads and compiles a definition file. Throws what the file system throws, and `SyntaxError` where it is not JSON. */
export function compileFile(file: string): CompiledForm {
  return compileForm(JSON.parse(readFileSync(file, 'utf8')), basename(file, '.json'))
}

/** A form of the `surveys` folder by its file's name without `.json`; throws `BrokenDefinition` on faults. */
export function loadForm(name: string, folder: string = surveysFolder): Form {
  const compiled = compileFile(join(folder, `${name}.json`))
  if ('faults' in compiled) throw new BrokenDefinition(name, compiled.faults)
  return compiled.form
}

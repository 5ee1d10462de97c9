import type { SurveyShape } from './definition-shapes.ts'
import { compileExpression, type Expression } from './expression.ts'
import { type FormFault, faultAt, type Path } from './fault.ts'
import type { Choice, Condition } from './form.ts'
import { type Localised, textOf } from './localised.ts'
import type { ChoiceShape } from './question-shapes.ts'
import { faultWords, filled } from './words.ts'

/** What a definition is read with: it collects faults and warnings, and compiles expressions at their place. */
export interface Reading {
  readonly fault: (path: Path, text: FormFault['text']) => void
  readonly expression: (text: string, path: Path) => Expression
  readonly condition: (text: string | undefined, fixed: boolean, path: Path) => Condition
  readonly choice: (shape: ChoiceShape) => Choice
  readonly optional: <K extends string>(
    key: K,
    text: Localised | undefined,
  ) => { readonly [P in K]?: Choice['text'] }
  readonly clearInvisible: boolean
  readonly maxTextLength: number
}

/** An expression and where it stands, to be looked at again when all names are known. */
export interface Named {
  readonly expression: Expression
  readonly path: Path
}

export function readingOf(
  survey: SurveyShape,
  faults: FormFault[],
  expressions: Named[],
  strict: ReadonlySet<string>,
): Reading {
  const fault: Reading['fault'] = (path, text) => void faults.push(faultAt(path, text))
  const expression: Reading['expression'] = (text, path) => {
    const compiled = compileExpression(text, strict)
    if ('expression' in compiled) {
      expressions.push({ expression: compiled.expression, path })
      return compiled.expression
    }
    const { fault: kind, at, word } = compiled.fault
    fault(path, filled(faultWords[kind], { at: at + 1, word }))
    return {
      text,
      names: [],
      tree: { kind: 'const', value: null, at: 0 },
      run: () => null,
      holds: () => false,
    }
  }
  return {
    fault,
    expression,
    condition: (text, fixed, path) =>
      text === undefined ? { fixed } : { fixed, expression: expression(text, path) },
    choice: shape => choiceOf(shape),
    optional: optionalText,
    clearInvisible: survey.clearInvisibleValues !== 'none' && survey.clearInvisibleValues !== false,
    maxTextLength: survey.maxTextLength || 0,
  }
}

function optionalText<K extends string>(
  key: K,
  text: Localised | undefined,
): { readonly [P in K]?: Choice['text'] } {
  const own: { [P in K]?: Choice['text'] } = {}
  if (text !== undefined) own[key] = textOf(text)
  return own
}

/** `"x"`, `5`, `"x|Label"` or `{ value, text }`. */
function choiceOf(shape: Parameters<Reading['choice']>[0]): Choice {
  if (typeof shape === 'object')
    return { value: shape.value, text: textOf(shape.text ?? String(shape.value)), scoring: shape.scoring }
  if (typeof shape === 'number') return { value: shape, text: textOf(String(shape)), scoring: undefined }
  const bar = shape.indexOf('|')
  return bar < 0
    ? { value: shape, text: textOf(shape), scoring: undefined }
    : { value: shape.slice(0, bar), text: textOf(shape.slice(bar + 1)), scoring: undefined }
}

import type { Question } from '../forms/form.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { drawFrame } from '../shared/web/frame.ts'
import type { Text } from '../shared/words.ts'

interface FieldProps {
  readonly view: View
  readonly question: Question
  readonly value: unknown
  readonly fault?: string | undefined
}

/** One question of the self-assessment as controls that carry its name. */
export function QuestionField({ view, question, value, fault }: FieldProps) {
  switch (question.type) {
    case 'text':
    case 'comment': {
      const shown = value === undefined ? '' : String(value)
      return fault ? (
        <Line view={view} question={question} shown={shown} fault={fault} />
      ) : (
        usualLine({ value: shown }, question, view)
      )
    }
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'checkbox':
    case 'boolean': {
      const chosen = Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]
      return fault ? (
        <Choices view={view} question={question} chosen={chosen} fault={fault} />
      ) : (
        usualChoices(question, view, ...chosen)
      )
    }
    case 'matrix':
    case 'ranking':
    case 'html':
    case 'expression':
      return null
  }
}

const usualLine = drawFrame(['value'], (gap, question: Question, view: View) => (
  <Line view={view} question={question} shown={gap.value} />
))

const usualChoices = drawOnce(
  (question: Question, view: View, ...chosen: string[]) => (
    <Choices view={view} question={question} chosen={chosen} />
  ),
  20,
)

type Drawn = Omit<FieldProps, 'value'>

function Line({ view: { t }, question, shown, fault }: Drawn & { readonly shown: string }) {
  const number = question.type === 'text' && question.inputType === 'number'
  return (
    <div>
      <label for={question.name}>{t(question.title)}</label>
      <input
        id={question.name}
        name={question.name}
        type="text"
        inputmode={number ? 'decimal' : undefined}
        autocomplete="off"
        value={shown}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${question.name}-fault` : undefined}
      />
      <Fault name={question.name} fault={fault} />
    </div>
  )
}

function Choices({ view: { t }, question, chosen, fault }: Drawn & { readonly chosen: readonly string[] }) {
  return (
    <fieldset id={question.name} aria-describedby={fault ? `${question.name}-fault` : undefined}>
      <legend>{t(question.title)}</legend>
      {choicesOf(question).map(({ value, text }) => (
        <label>
          <input
            type={question.type === 'checkbox' ? 'checkbox' : 'radio'}
            name={question.name}
            value={value}
            checked={chosen.includes(value)}
          />
          {t(text)}
        </label>
      ))}
      <Fault name={question.name} fault={fault} />
    </fieldset>
  )
}

function choicesOf(question: Question): readonly { readonly value: string; readonly text: Text }[] {
  if (question.type === 'boolean')
    return [
      { value: 'true', text: question.labelTrue },
      { value: 'false', text: question.labelFalse },
    ]
  return 'choices' in question
    ? question.choices.map(({ value, text }) => ({ value: String(value), text }))
    : []
}

function Fault({ name, fault }: { name: string; fault: string | undefined }) {
  return fault ? (
    <span class="fault" id={`${name}-fault`}>
      {fault}
    </span>
  ) : null
}

/** What was typed for a question, as the kind of value that it stores; what cannot be read stays text. */
export function readAnswer(question: Question, typed: string | readonly string[] | undefined): unknown {
  if (typed === undefined) return undefined
  const list = typeof typed === 'string' ? [typed] : typed
  const first = list[0]?.trim() ?? ''
  switch (question.type) {
    case 'checkbox':
      return list.filter(one => one !== '')
    case 'boolean':
      return first === 'true'
        ? question.valueTrue
        : first === 'false'
          ? question.valueFalse
          : first || undefined
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return question.choices.find(choice => String(choice.value) === first)?.value ?? (first || undefined)
    case 'text':
      return question.inputType === 'number' ? readNumber(first) : first || undefined
    case 'comment':
      return first || undefined
    case 'matrix':
    case 'ranking':
    case 'html':
    case 'expression':
      return undefined
  }
}

/** Numbers are also read with full-width digits, with commas between thousands and with a blank around them. */
function readNumber(text: string): unknown {
  const plain = text.normalize('NFKC').replace(/,(?=\d{3}(\D|$))/g, '')
  if (plain === '') return undefined
  return Number.isFinite(Number(plain)) ? Number(plain) : text
}

import type { Choice, Question } from '../forms/form.ts'
import type { View } from '../shared/web/env.ts'

interface FieldProps {
  readonly view: View
  readonly question: Question
  readonly value: unknown
  readonly fault?: string | undefined
}

/** One question of the self-assessment as controls that carry its name. */
export function QuestionField(props: FieldProps) {
  const { question } = props
  switch (question.type) {
    case 'text':
    case 'comment':
      return <Line {...props} />
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
      return <Choices {...props} choices={question.choices} type="radio" />
    case 'checkbox':
      return <Choices {...props} choices={question.choices} type="checkbox" />
    case 'boolean': {
      const choices = [
        { value: 'true', text: question.labelTrue, scoring: undefined },
        { value: 'false', text: question.labelFalse, scoring: undefined },
      ]
      return <Choices {...props} choices={choices} type="radio" />
    }
    case 'matrix':
    case 'ranking':
    case 'html':
    case 'expression':
      return null
  }
}

function Line({ view: { t }, question, value, fault }: FieldProps) {
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
        value={value === undefined ? '' : String(value)}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${question.name}-fault` : undefined}
      />
      <Fault name={question.name} fault={fault} />
    </div>
  )
}

function Choices({
  view: { t },
  question,
  value,
  fault,
  choices,
  type,
}: FieldProps & { choices: readonly Choice[]; type: 'radio' | 'checkbox' }) {
  const chosen = Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]
  return (
    <fieldset id={question.name} aria-describedby={fault ? `${question.name}-fault` : undefined}>
      <legend>{t(question.title)}</legend>
      {choices.map(choice => (
        <label>
          <input
            type={type}
            name={question.name}
            value={String(choice.value)}
            checked={chosen.includes(String(choice.value))}
          />
          {t(choice.text)}
        </label>
      ))}
      <Fault name={question.name} fault={fault} />
    </fieldset>
  )
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

import type { Text } from '../shared/words.ts'
import { isPlainObject } from './expression-values.ts'
import { type Choice, isMet, type MatrixQuestion, type Question, type RankingQuestion } from './form.ts'
import type { Field, Refs } from './pages-field.ts'
import { formWords } from './words.ts'

interface ControlProps<Q extends Question = Question> {
  readonly question: Q
  readonly field: Field
  readonly refs: Refs
}

/** The control or controls with which a question is answered. */
export function ControlOf({ question, field, refs }: ControlProps) {
  const { say, answers, values, around } = field
  const { name } = question
  const answer = answers[name]
  const disabled = !isMet(question.enabled, values, around)
  const shared = {
    id: refs.id,
    name,
    disabled,
    required: refs.required,
    'aria-describedby': refs.describedby,
    'aria-invalid': refs.invalid,
  } as const
  switch (question.type) {
    case 'text':
      return (
        <input
          {...shared}
          type={question.inputType}
          min={question.min}
          max={question.max}
          step={question.inputType === 'number' ? (question.step ?? 'any') : undefined}
          maxlength={question.inputType === 'number' ? undefined : question.maxLength}
          placeholder={question.placeholder && say(question.placeholder)}
          value={typed(answer)}
        />
      )
    case 'comment':
      return (
        <>
          <textarea
            {...shared}
            rows={question.rows}
            maxlength={question.maxLength}
            placeholder={question.placeholder && say(question.placeholder)}
          >
            {typed(answer)}
          </textarea>
          <small class="m">{say(formWords.upTo, { max: question.maxLength })}</small>
        </>
      )
    case 'dropdown':
      return (
        <select {...shared}>
          <option value="">{say(question.placeholder ?? formWords.choose)}</option>
          {question.choices.map(choice => (
            <option value={choice.value} selected={choice.value === answer}>
              {say(choice.text)}
            </option>
          ))}
        </select>
      )
    case 'radiogroup':
    case 'rating':
    case 'boolean':
      return (
        <Options
          choices={choicesOf(question)}
          chosen={[answer]}
          kind="radio"
          name={name}
          field={field}
          disabled={disabled}
          required={refs.required}
        />
      )
    case 'checkbox':
      return (
        <Options
          choices={question.choices}
          chosen={Array.isArray(answer) ? answer : []}
          kind="checkbox"
          name={name}
          field={field}
          disabled={disabled}
          required={false}
        />
      )
    case 'matrix':
      return <Rows question={question} field={field} refs={refs} />
    case 'ranking':
      return <Places question={question} field={field} refs={refs} />
    case 'expression':
      return <output id={refs.id}>{typed(values[name])}</output>
    case 'html':
      return null
  }
}

function typed(answer: unknown): string {
  return answer === null || answer === undefined || typeof answer === 'object' ? '' : String(answer)
}

/** What one of is chosen; a scale's ends carry their descriptions. */
function choicesOf(
  question: Extract<Question, { type: 'radiogroup' | 'dropdown' | 'rating' | 'boolean' }>,
): readonly Option[] {
  if (question.type === 'boolean')
    return [
      { value: question.valueTrue, text: question.labelTrue },
      { value: question.valueFalse, text: question.labelFalse },
    ]
  if (question.type !== 'rating') return question.choices
  const { choices, minRateDescription, maxRateDescription } = question
  return choices.map((choice, index) => {
    const end =
      index === 0 ? minRateDescription : index === choices.length - 1 ? maxRateDescription : undefined
    return end ? { ...choice, text: joined(choice.text, end) } : choice
  })
}

function joined(text: Text, end: Text): Text {
  return { 'zh-CN': `${text['zh-CN']}（${end['zh-CN']}）`, en: `${text.en} (${end.en})` }
}

interface Option {
  readonly value: string | number | boolean
  readonly text: Text
}

interface OptionsProps {
  readonly choices: readonly Option[]
  readonly chosen: readonly unknown[]
  readonly kind: 'radio' | 'checkbox'
  readonly name: string
  readonly field: Field
  readonly disabled: boolean
  readonly required: boolean
}

function Options({ choices, chosen, kind, name, field, disabled, required }: OptionsProps) {
  return (
    <>
      {choices.map(({ value, text }) => (
        <label class="o">
          <input
            type={kind}
            name={name}
            value={String(value)}
            checked={chosen.includes(value)}
            disabled={disabled}
            required={required}
          />
          <span>{field.say(text)}</span>
        </label>
      ))}
    </>
  )
}

/** Row by row rather than as a table: it fits a phone. */
function Rows({ question, field, refs }: ControlProps<MatrixQuestion>) {
  const { say, answers, values, around } = field
  const answer = answers[question.name]
  const cells = isPlainObject(answer) ? answer : {}
  const disabled = !isMet(question.enabled, values, around)
  return (
    <>
      {question.rows.map(row => (
        <fieldset class="q">
          <legend class="t">{say(row.text)}</legend>
          <Options
            choices={question.columns}
            chosen={[cells[String(row.value)]]}
            kind="radio"
            name={`${question.name}[${row.value}]`}
            field={field}
            disabled={disabled}
            required={refs.required && question.eachRowRequired}
          />
        </fieldset>
      ))}
    </>
  )
}

/** Every choice gets its place from a list: an order without dragging. */
function Places({ question, field, refs }: ControlProps<RankingQuestion>) {
  const { say, answers } = field
  const order: readonly unknown[] = Array.isArray(answers[question.name])
    ? (answers[question.name] as unknown[])
    : []
  return (
    <>
      {question.choices.map((choice: Choice, index) => (
        <div class="q">
          <label for={`${refs.id}-${index}`}>{say(choice.text)}</label>
          <select id={`${refs.id}-${index}`} name={`${question.name}[${choice.value}]`}>
            <option value="">{say(formWords.rankHint)}</option>
            {question.choices.map((_, place) => (
              <option value={place + 1} selected={order.indexOf(choice.value) === place}>
                {place + 1}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  )
}

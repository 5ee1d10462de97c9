import { raw } from 'hono/html'
import { type Choice, type Container, type FormElement, isMet, type Question } from './form.ts'
import { ControlOf } from './pages.controls.tsx'
import type { Field, Refs } from './pages-field.ts'
import { plainCondition } from './pages-script.ts'
import { isSettled } from './paging.ts'
import { asksOther } from './validator.ts'
import { formWords } from './words.ts'

type Showing = { readonly shown: boolean; readonly hidden?: boolean; readonly when?: string }

/** Left out when a condition on other pages does not hold; hidden when it is settled on this page; otherwise in doubt and shown. */
function showing({ visible }: Container | FormElement, { values, around, here }: Field): Showing {
  if (!visible.expression) return { shown: visible.fixed }
  const dependsHere = visible.expression.names.some(name => here.has(name.split(/[.[]/, 1)[0] ?? name))
  const met = isMet(visible, values, around)
  if (!dependsHere) return { shown: met }
  const plain = plainCondition(visible)
  return {
    shown: true,
    hidden: !met && isSettled(visible.expression.names, here, values),
    ...(plain ? { when: JSON.stringify(plain) } : {}),
  }
}

/** A panel or a question with everything in it. */
export function ElementOf({ element, field }: { element: FormElement; field: Field }) {
  const { shown, hidden, when } = showing(element, field)
  if (!shown) return null
  if (element.kind === 'question')
    return <QuestionOf question={element} field={field} hidden={hidden ?? false} when={when} />
  const { say, errors, heading: Heading } = field
  const inside: Field = { ...field, heading: 'h3' }
  const own = errors.filter(error => error.question === element.name)
  return (
    <section data-if={when} hidden={hidden}>
      {element.title && <Heading>{say(element.title)}</Heading>}
      {element.description && <p class="h">{say(element.description)}</p>}
      {own.map(error => (
        <p class="e">{say(error.text)}</p>
      ))}
      {element.elements.map(inner => (
        <ElementOf element={inner} field={inside} />
      ))}
    </section>
  )
}

interface QuestionProps {
  readonly question: Question
  readonly field: Field
  readonly hidden: boolean
  readonly when: string | undefined
}

function QuestionOf({ question, field, hidden, when }: QuestionProps) {
  const { say, form, values, around } = field
  if (question.type === 'html')
    return (
      <div data-if={when} hidden={hidden}>
        {raw(say(question.html))}
      </div>
    )
  const id = `q${form.questions.indexOf(question)}`
  const errors = field.errors.filter(error => error.question === question.name)
  const required = isMet(question.required, values, around)
  const refs: Refs = {
    id,
    describedby:
      [question.description && `${id}h`, errors.length > 0 && `${id}e`].filter(Boolean).join(' ') ||
      undefined,
    invalid: errors.length > 0 ? 'true' : undefined,
    // Only what is asked of everybody is held up by the browser itself.
    required: required && !question.required.expression && !question.visible.expression,
  }
  const title = (
    <>
      {say(question.title)}
      {required && (
        <span class="r" title={say(formWords.required)}>
          {' *'}
        </span>
      )}
      {question.visible.expression && when === undefined && <span class="m"> {say(formWords.onlyIf)}</span>}
    </>
  )
  const rest = (
    <>
      {question.description && (
        <p class="h" id={`${id}h`}>
          {say(question.description)}
        </p>
      )}
      {errors.length > 0 && (
        <p class="e" id={`${id}e`}>
          {[...new Set(errors.map(error => say(error.text)))].join(' ')}
        </p>
      )}
      <ControlOf question={question} field={field} refs={refs} />
      <CommentOf question={question} field={field} id={id} />
    </>
  )
  const css = errors.length > 0 ? 'q bad' : 'q'
  if (isGroup(question))
    return (
      <fieldset class={css} id={id} aria-describedby={refs.describedby} data-if={when} hidden={hidden}>
        <legend class="t">{title}</legend>
        {rest}
      </fieldset>
    )
  return (
    <div class={css} data-if={when} hidden={hidden}>
      <label class="t" for={id}>
        {title}
      </label>
      {rest}
    </div>
  )
}

/** Questions of several controls are a fieldset with a legend, the others a label and its control. */
function isGroup({ type }: Question): boolean {
  return type !== 'text' && type !== 'comment' && type !== 'dropdown' && type !== 'expression'
}

function CommentOf({ question, field, id }: { question: Question; field: Field; id: string }) {
  const { say, form, answers } = field
  const other: Choice | undefined =
    asksOther(question) && 'choices' in question ? otherOf(question.choices) : undefined
  const label = other?.text ?? question.comment
  if (!label) return null
  const name = `${question.name}-Comment`
  return (
    <>
      <label class="m" for={`${id}c`}>
        {say(label)}
      </label>
      <input
        class="c"
        id={`${id}c`}
        name={name}
        maxlength={form.maxCommentLength}
        value={String(answers[name] ?? '')}
      />
    </>
  )
}

function otherOf(choices: readonly Choice[]): Choice | undefined {
  return choices.find(choice => choice.value === 'other')
}

import type { Child } from 'hono/jsx'
import type { Refusal } from '../refusal.ts'
import type { Text } from '../words.ts'
import type { View, Web } from './env.ts'
import { type Chosen, FaultList, type Faults, Field, type FormResult, type Typed } from './form.tsx'

/** One of a page's forms that was refused: it is shown open again, with what was sent and what is wrong with it. */
export interface Again {
  readonly form: string
  readonly typed: Typed
  readonly chosen: Chosen
  readonly faults: Faults
}

/** A form that was refused when it was read, or by the rule for what stands in `field`. */
export function againAs(
  c: Web,
  form: string,
  sent: FormResult<unknown>,
  refused?: { readonly refusal: Refusal; readonly field: string },
): Again {
  const { typed, chosen } = sent
  const said = refused && { [refused.field]: c.get('t')(refused.refusal.text, refused.refusal.values) }
  return { form, typed, chosen, faults: said ?? ('faults' in sent ? sent.faults : {}) }
}

interface Sent {
  readonly within: string
  readonly typed: Typed | undefined
  readonly faults: Faults | undefined
  readonly chosen: Chosen
  readonly open: boolean
}

/** What a form of the page is drawn with: of the refused one all that was sent, of the others nothing. */
export function sentTo(again: Again | undefined, form: string): Sent {
  return again?.form === form
    ? { within: form, typed: again.typed, faults: again.faults, chosen: again.chosen, open: true }
    : { within: form, typed: undefined, faults: undefined, chosen: {}, open: false }
}

/** What is wrong with the refused form, at the head of its page. */
export function AgainFaults({
  view,
  again,
  labels,
}: {
  readonly view: View
  readonly again: Again | undefined
  readonly labels: Readonly<Record<string, Text>>
}) {
  return <FaultList view={view} faults={again?.faults} labels={labels} within={again?.form} />
}

interface ReasonProps {
  readonly view: View
  readonly action: string
  /** Which of the page's forms it is. */
  readonly form: string
  readonly again: Again | undefined
  readonly label: string
  readonly hint?: string
  /** The most characters. */
  readonly most: number
  readonly optional?: boolean | 'unmarked'
  /** The first one stands out, unless `quiet`. */
  readonly buttons: readonly { readonly name?: string; readonly value?: string; readonly label: string }[]
  readonly quiet?: boolean
  /** What is asked before the reason. */
  readonly children?: Child
}

/** A form that asks for a reason and has a button for each way to decide. */
export function ReasonForm(props: ReasonProps) {
  const { view, action, form, again, label, hint, most, optional = false, buttons, quiet, children } = props
  return (
    <form method="post" action={action}>
      {children}
      <Field
        {...{ view, label, most, optional, rows: 3, ...sentTo(again, form) }}
        {...(hint ? { hint } : {})}
        name="reason"
      />
      <div class="actions">
        {buttons.map(({ name, value, label: said }, at) => (
          <button type="submit" name={name} value={value} class={quiet || at > 0 ? 'secondary' : undefined}>
            {said}
          </button>
        ))}
      </div>
    </form>
  )
}

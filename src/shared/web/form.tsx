import { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { punctuation } from '../punctuation.ts'
import type { Lang, Text } from '../words.ts'
import type { View, Web } from './env.ts'
import { words } from './words.ts'

/** What a person typed, by field; given back to the page when something is wrong with it. */
export type Typed = Readonly<Record<string, string>>

/** What is wrong, by field, already said in the person's language. */
export type Faults = Readonly<Record<string, string>>

/** What was chosen or typed, by field, for fields that may come several times. */
export type Chosen = Readonly<Record<string, readonly string[]>>

export type FormResult<T> =
  | { readonly ok: true; readonly data: T; readonly typed: Typed; readonly chosen: Chosen }
  | { readonly ok: false; readonly typed: Typed; readonly chosen: Chosen; readonly faults: Faults }

/** Reads a posted form. Repeated fields arrive as arrays; empty fields as if they were not there. Throws 400 for a body that is no form. */
export async function readForm<T>(c: Web, schema: z.ZodType<T>): Promise<FormResult<T>> {
  const body = Object.entries(await readBody(c)).filter(([, value]) => value !== '')
  const typed = Object.fromEntries(
    body.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  const chosen = Object.fromEntries(
    body.map(([name, value]) => [name, [value].flat().filter(one => typeof one === 'string')]),
  )
  const parsed = schema.safeParse(Object.fromEntries(body), { error: zodWords[c.get('lang')] })
  if (parsed.success) return { ok: true, data: parsed.data, typed, chosen }
  const faults: Record<string, string> = {}
  for (const issue of parsed.error.issues) faults[issue.path.join('.')] ??= issue.message
  return { ok: false, typed, chosen, faults }
}

/** A posted form's fields as they came; a repeated one as an array. Throws 400 for a body that is no form. */
export async function readBody(c: Web) {
  try {
    refuseManyParts(Buffer.from(await c.req.arrayBuffer()))
    return await c.req.parseBody({ all: true })
  } catch (cause) {
    if (cause instanceof HTTPException) throw cause
    throw new HTTPException(400, { message: 'the body is not a form', cause })
  }
}

/** Far more than any form of ours has. */
const mostParts = 1_000

/**
 * Reading a part takes longer than sending it: a body of 32 MB can hold half a million empty ones and keep everybody waiting. They
 * are counted by what stands before each, whatever the boundary is said to be.
 */
function refuseManyParts(body: Buffer): void {
  let parts = 0
  for (let at = body.indexOf('\r\n--'); at >= 0; at = body.indexOf('\r\n--', at + 4)) {
    parts += 1
    if (parts > mostParts) throw new HTTPException(400, { message: 'the form has too many parts' })
  }
}

/** What zod says of a field; of one that was left empty, that it must not be. */
const zodWords: Record<Lang, z.core.$ZodErrorMap> = {
  'zh-CN': saidOrMissing('zh-CN', z.locales.zhCN().localeError),
  en: saidOrMissing('en', z.locales.en().localeError),
}

function saidOrMissing(lang: Lang, said: z.core.$ZodErrorMap): z.core.$ZodErrorMap {
  return issue => (issue.input === undefined ? words.missing[lang] : said(issue))
}

interface FieldProps {
  readonly view: View
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'number' | 'date' | 'time' | 'file' | 'tel'
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
  /** Whether it may be left empty; `unmarked` where the hint says when. */
  readonly optional?: boolean | 'unmarked'
  readonly list?: string
  readonly accept?: string
  /** The keyboard that a phone shows. */
  readonly inputMode?: 'decimal' | 'numeric'
  /** Lines of a field for several sentences. */
  readonly rows?: number
  /** The most characters. */
  readonly most?: number
  /** Which of the page's forms it stands in, where fields of several have the same name: its id begins with that. */
  readonly within?: string | undefined
}

function idOf(name: string, within: string | undefined): string {
  return within ? `${within}-${name}` : name
}

/** A labelled text field with its hint and its fault. */
export function Field(props: FieldProps) {
  const { name, typed, faults = {}, type = 'text', optional, most, within } = props
  const id = idOf(name, within)
  const described = describedBy(id, props.hint, faults[name])
  const invalid = faults[name] ? 'true' : undefined
  if (props.rows)
    return (
      <Labelled {...props}>
        <textarea
          {...{ id, name, rows: props.rows, required: !optional, maxlength: most }}
          aria-describedby={described}
          aria-invalid={invalid}
        >
          {typed?.[name]}
        </textarea>
      </Labelled>
    )
  return (
    <Labelled {...props}>
      <input
        id={id}
        name={name}
        type={type}
        maxlength={most}
        value={type === 'file' ? undefined : typed?.[name]}
        required={!optional}
        list={props.list}
        accept={props.accept}
        inputmode={props.inputMode}
        aria-describedby={described}
        aria-invalid={invalid}
      />
    </Labelled>
  )
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly (readonly [value: string, label: string])[]
  /** Whether none of several is chosen beforehand: where the first one would go unnoticed and be wrong. */
  readonly mustChoose?: boolean
}

/** A labelled list to choose one from. */
export function Choice(props: ChoiceProps) {
  const { view, name, typed, faults = {}, options, optional, mustChoose, within } = props
  const id = idOf(name, within)
  return (
    <Labelled {...props}>
      <select
        id={id}
        name={name}
        required={!optional}
        aria-describedby={describedBy(id, props.hint, faults[name])}
        aria-invalid={faults[name] ? 'true' : undefined}
      >
        {mustChoose && options.length > 1 && <option value="">{view.t(words.choose)}</option>}
        {options.map(([value, label]) => (
          <option value={value} selected={typed?.[name] === value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Labelled({
  view,
  name,
  label,
  hint,
  faults = {},
  optional,
  within,
  children,
}: FieldProps & { children?: Child }) {
  const id = idOf(name, within)
  return (
    <div>
      <label for={id}>
        {label}
        {optional === true && <span class="muted">{view.t(words.optional)}</span>}
      </label>
      {children}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {faults[name] && (
        <span class="fault" id={`${id}-fault`}>
          {faults[name]}
        </span>
      )}
    </div>
  )
}

function describedBy(id: string, hint: string | undefined, fault: string | undefined): string | undefined {
  const ids = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

interface FaultListProps {
  readonly view: View
  readonly faults: Faults | undefined
  /** What the fields are called on the page, by name: for those whose fault does not say by itself what it is about. */
  readonly labels?: Readonly<Record<string, Text>>
  /** Which of the page's forms they are about, where there are several. */
  readonly within?: string | undefined
}

/** The faults of a form at its head, each a link to its field. */
export function FaultList({ view, faults, labels = {}, within }: FaultListProps) {
  const entries = Object.entries(faults ?? {})
  if (entries.length === 0) return null
  return (
    <div class="faults" role="alert">
      <strong>{view.t(words.faults)}</strong>
      <ul>
        {entries.map(([name, fault]) => (
          <li>
            <a href={`#${idOf(name, within)}`}>
              {labels[name] && view.t(labels[name]) + view.t(punctuation.colon)}
              {fault}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

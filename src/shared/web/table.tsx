import type { Child } from 'hono/jsx'

/** What stands over a column; numbers are set to the right. */
export type Heading = string | { readonly text: Child; readonly num: true }

interface StackedProps {
  readonly headings: readonly Heading[]
  /** Its lines; each cell says its heading as `data-label`, for the phone. */
  readonly children?: Child
}

/** A table whose lines become cards on a phone. */
export function StackedTable({ headings, children }: StackedProps) {
  return (
    <table class="stack">
      <thead>
        <tr>
          {headings.map(heading =>
            typeof heading === 'string' ? (
              <th scope="col">{heading}</th>
            ) : (
              <th scope="col" class="num">
                {heading.text}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

export function num(text: Child): Heading {
  return { text, num: true }
}

import type { Child } from 'hono/jsx'

/** What became of what was just sent. */
export function Done({ children }: { children?: Child }) {
  return (
    <p class="notice good" role="status">
      {children}
    </p>
  )
}

/** Stands where a list would: that there is nothing yet, and what leads on. */
export function Empty({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  )
}

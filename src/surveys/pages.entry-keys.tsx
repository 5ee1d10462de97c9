import { raw } from 'hono/html'
import { pageScript } from '../forms/pages.tsx'
import type { View } from '../shared/web/env.ts'
import { entryScript } from './entry-script.ts'
import { words } from './words.ts'

/** How a form is typed with the keyboard alone, and the script that makes it so; stands after the form `entry`. */
export function EntryKeys({ view: { t }, nonce }: { view: View; nonce: string }) {
  return (
    <>
      <p>
        <small>{t(words.entryKeys)}</small>
      </p>
      <script nonce={nonce}>{raw(pageScript)}</script>
      <script nonce={nonce}>{raw(entryScript)}</script>
    </>
  )
}

import { raw } from 'hono/html'
import { pageScript } from '../forms/pages.tsx'
import type { View } from '../shared/web/env.ts'
import { entryScript } from './entry-script.ts'
import { entryWords } from './entry-words.ts'

/** How a form is typed with the keyboard alone. */
export function EntryHint({ view: { t } }: { view: View }) {
  return (
    <p>
      <small>{t(entryWords.keys)}</small>
    </p>
  )
}

/** What makes it so; stands after the form with the id `entry`. */
export function EntryScripts({ nonce }: { nonce: string }) {
  return (
    <>
      <script nonce={nonce}>{raw(pageScript)}</script>
      <script nonce={nonce}>{raw(entryScript)}</script>
    </>
  )
}

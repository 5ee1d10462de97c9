import type { View } from '../shared/web/env.ts'
import type { Faults } from '../shared/web/form.tsx'
import { Done } from '../shared/web/notice.tsx'
import { UploadForm, UploadReport } from '../shared/web/upload.tsx'
import type { Text } from '../shared/words.ts'
import type { TableFault } from './unit-table.ts'
import { words } from './words.ts'

interface ImportProps {
  readonly view: View
  readonly year: string
  /** The table's name in the address, and where it is taken in. */
  readonly file: string
  readonly importPath: string
  readonly title: Text
  readonly hint: Text
  readonly download: Text
  /** A month of which the table can be had alone. */
  readonly month?: string | undefined
  /** Why the file as a whole was not taken, under the field `file`. */
  readonly faults?: Faults | undefined
  /** What a look at the table found: wrong lines, and how many units it is about. */
  readonly found?: { readonly faults: readonly TableFault[]; readonly units: number } | undefined
  /** How many units were updated. */
  readonly done?: number | undefined
}

export function ImportPage(props: ImportProps) {
  const { view, year, file, importPath, title, hint, download, month, faults, found, done } = props
  const { t } = view
  return (
    <>
      <h1>{t(title)}</h1>
      <p>{t(hint)}</p>
      <p class="actions">
        <a href={`/registers/${year}/${file}.xlsx`}>{t(download)} XLSX</a>
        <a href={`/registers/${year}/${file}.csv`}>{t(download)} CSV</a>
        {month && (
          <a href={`/registers/${year}/${file}.xlsx?month=${month}`}>
            {t(words.downloadMonth, { month })} XLSX
          </a>
        )}
      </p>
      {done !== undefined && <Done>{t(words.imported, { count: done })}</Done>}
      {found && (
        <UploadReport
          view={view}
          faults={found.faults.map(each => t(words.line, { line: each.line }) + t(each.text, each.values))}
          refused={t(words.importFaults, { count: found.faults.length })}
          more={[t(words.checkedMore, { count: found.units })]}
        />
      )}
      <UploadForm
        {...{ view, faults }}
        action={`/registers/${year}/${importPath}`}
        hint={t(words.fileHint)}
        step={['import', t(words.import)]}
      />
      <p>
        <a href={`/registers/${year}`}>{t(words.backToYear)}</a>
      </p>
    </>
  )
}

import type { View } from './env.ts'
import { FaultList, type Faults, Field } from './form.tsx'
import { words } from './words.ts'

interface UploadProps {
  readonly view: View
  readonly action: string
  readonly hint: string
  readonly faults?: Faults | undefined
  /** What is done with the table: the value of `step`, and what its button says. */
  readonly step: readonly [value: string, label: string]
}

/** A form that takes a table (CSV or XLSX) as `file`, to be looked at first (`check`) or to be used (`step`). */
export function UploadForm({ view, action, hint, faults, step: [step, label] }: UploadProps) {
  const { t } = view
  return (
    <>
      <FaultList view={view} faults={faults} />
      <form method="post" action={action} enctype="multipart/form-data">
        <Field
          {...{ view, hint, faults }}
          name="file"
          type="file"
          label={t(words.file)}
          accept=".csv,.xlsx"
        />
        <div class="actions">
          <button type="submit" name="step" value={step}>
            {label}
          </button>
          <button type="submit" name="step" value="check" class="secondary">
            {t(words.check)}
          </button>
        </div>
      </form>
    </>
  )
}

interface ReportProps {
  readonly view: View
  /** What is wrong with the table, a line each; nothing when there is nothing. */
  readonly faults: readonly string[]
  readonly refused: string
  /** What the table would do. */
  readonly more: readonly string[]
}

/** What a look at a table has found. */
export function UploadReport({ view, faults, refused, more }: ReportProps) {
  if (faults.length === 0) {
    return (
      <div class="notice good" role="status">
        <strong>{view.t(words.checked)}</strong>
        {more.map(text => (
          <p>{text}</p>
        ))}
        <p>{view.t(words.chooseAgain)}</p>
      </div>
    )
  }
  return (
    <div class="faults" role="alert">
      <strong>{refused}</strong>
      <ul>
        {faults.map(text => (
          <li>{text}</li>
        ))}
      </ul>
    </div>
  )
}

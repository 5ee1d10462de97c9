import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { Done } from '../shared/web/notice.tsx'
import { faultLines, type SheetPlan } from './importing.ts'
import type { Round, RoundUnit } from './round.ts'
import { sheetWords } from './sheet-words.ts'
import { words } from './words.ts'

interface ImportProps {
  readonly view: View
  readonly round: Round
  readonly units: readonly RoundUnit[]
  readonly typed?: Typed
  readonly faults?: Faults
  /** What was found in the file, and whether it was imported. */
  readonly plan?: SheetPlan
  readonly isDone?: boolean
}

export function PaperImportPage({ view, round, units, typed, faults, plan, isDone }: ImportProps) {
  const { t } = view
  const path = `/surveys/${round.id}/import`
  return (
    <>
      <h1>{t(sheetWords.title)}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      <p>{t(sheetWords.how)}</p>
      <p class="actions">
        <a class="button secondary" href={`${path}/template.xlsx`}>
          {t(sheetWords.template)}
        </a>
      </p>
      {plan && <PlanReport view={view} plan={plan} isDone={isDone ?? false} />}
      <FaultList view={view} faults={faults} />
      <form method="post" action={path} enctype="multipart/form-data">
        <Choice
          view={view}
          typed={typed}
          name="unit"
          label={t(words.unit)}
          mustChoose
          options={units.map(({ code, name }) => [code, name])}
        />
        <Field
          view={view}
          name="file"
          type="file"
          label={t(sheetWords.file)}
          hint={t(sheetWords.fileHint)}
          accept=".csv,.xlsx"
          faults={faults}
        />
        <div class="actions">
          <button type="submit" name="step" value="check" class="secondary">
            {t(sheetWords.check)}
          </button>
          <button type="submit" name="step" value="import">
            {t(sheetWords.import)}
          </button>
        </div>
      </form>
    </>
  )
}

function PlanReport({ view, plan, isDone }: { view: View; plan: SheetPlan; isDone: boolean }) {
  const { t } = view
  if (plan.faults.length === 0) {
    const counts = { added: plan.added.length, unchanged: plan.unchanged.length }
    if (counts.added + counts.unchanged === 0) return <p class="notice">{t(sheetWords.empty)}</p>
    return <Done>{t(isDone ? sheetWords.imported : sheetWords.checked, counts)}</Done>
  }
  return (
    <div class="faults" role="alert">
      <strong>{t(sheetWords.refused, { count: plan.faults.length })}</strong>
      <ul>
        {faultLines(plan, t).map(line => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  )
}

import type { View } from '../../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../../shared/web/form.tsx'
import type { Unit } from '../../units/unit.ts'
import { dayMarks } from './day.ts'
import type { HolidayYear, LocalDay } from './store.ts'
import { words } from './words.ts'

interface HolidaysProps {
  readonly view: View
  readonly years: readonly HolidayYear[]
  /** The last year that comes with the program. */
  readonly until: number
  readonly mayImport: boolean
  readonly units: readonly Unit[]
  readonly days: readonly { readonly day: LocalDay; readonly unitName: string; readonly mayRemove: boolean }[]
  /** What an import came to, or would. */
  readonly notice?: readonly string[] | undefined
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

export function HolidaysPage(props: HolidaysProps) {
  const { view, until, years, mayImport, notice, faults } = props
  const { t } = view
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p>{t(words.intro, { until })}</p>
      <FaultList view={view} faults={faults} labels={{ date: words.date, name: words.name }} />
      {notice && (
        <div class="notice good" role="status">
          {notice.map(line => (
            <p>{line}</p>
          ))}
        </div>
      )}
      <h2>{t(words.imported)}</h2>
      {years.length === 0 && <p class="muted">{t(words.importedNone)}</p>}
      {years.map(year => (
        <ImportedYear view={view} year={year} mayRemove={mayImport} />
      ))}
      {mayImport && <ImportForm view={view} faults={faults} />}
      <LocalDays {...props} />
    </>
  )
}

function ImportedYear({
  view: { t },
  year: { id, days },
  mayRemove,
}: {
  view: View
  year: HolidayYear
  mayRemove: boolean
}) {
  const off = days.filter(({ mark }) => mark === 'off').length
  return (
    <details>
      <summary>{t(words.yearLine, { year: id, off, work: days.length - off })}</summary>
      <ul>
        {days.map(({ date, mark, name }) => (
          <li>
            {date} {name} · {t(words[mark])}
          </li>
        ))}
      </ul>
      {mayRemove && (
        <form method="post" action={`/meetings/holidays/years/${id}/remove`}>
          <p>
            <small>{t(words.removeHint)}</small>
          </p>
          <button type="submit" class="secondary">
            {t(words.remove)}
          </button>
        </form>
      )}
    </details>
  )
}

function ImportForm({ view, faults }: { view: View; faults: Faults | undefined }) {
  const { t } = view
  return (
    <>
      <h2>{t(words.importTitle)}</h2>
      <form method="post" action="/meetings/holidays/import" enctype="multipart/form-data">
        <Field
          view={view}
          name="file"
          type="file"
          accept=".ics,.csv,.xlsx"
          label={t(words.file)}
          hint={t(words.fileHint)}
          faults={faults}
        />
        <label>
          <input type="checkbox" name="replace" value="yes" /> {t(words.replace)}
        </label>
        <div class="actions">
          <button type="submit" name="step" value="import">
            {t(words.import)}
          </button>
          <button type="submit" name="step" value="check" class="secondary">
            {t(words.check)}
          </button>
        </div>
      </form>
    </>
  )
}

function LocalDays({ view, units, days, typed, faults }: HolidaysProps) {
  const { t } = view
  const given = { view, typed, faults }
  return (
    <>
      <h2>{t(words.localTitle)}</h2>
      <p>
        <small>{t(words.localHint)}</small>
      </p>
      <ul>
        {days.map(({ day: { id, day }, unitName, mayRemove }) => (
          <li>
            {day.date} {day.name} · {t(words[day.mark])} · {unitName}
            {mayRemove && (
              <form method="post" action={`/meetings/holidays/days/${id}/remove`} class="actions">
                <button type="submit" class="secondary">
                  {t(words.take)}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <details open={faults?.date !== undefined}>
        <summary>{t(words.add)}</summary>
        <form method="post" action="/meetings/holidays/days">
          <Choice
            {...given}
            name="unit"
            label={t(words.unit)}
            options={units.map(unit => [unit.id, unit.name] as const)}
          />
          <Field {...given} name="date" type="date" label={t(words.date)} />
          <Choice
            {...given}
            name="mark"
            label={t(words.kind)}
            options={dayMarks.map(mark => [mark, t(words[mark])] as const)}
          />
          <Field {...given} name="name" label={t(words.name)} />
          <button type="submit">{t(words.add)}</button>
        </form>
      </details>
    </>
  )
}

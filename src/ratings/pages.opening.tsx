import { startsMonth } from '../registers/year-file.ts'
import { yearOn } from '../shared/assessment-year.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { Empty } from '../shared/web/notice.tsx'
import { words } from './words.ts'

interface OpenProps {
  readonly view: View
  readonly today: PlainDate
  readonly typed?: Typed
  readonly faults?: Faults
}

/** Opens the rating of a year. */
export function OpenForm({ view, today, typed, faults }: OpenProps) {
  const { t } = view
  return (
    <section>
      <h2>{t(words.openCycle)}</h2>
      <p>
        <small>{t(words.openHint)}</small>
      </p>
      <FaultList view={view} faults={faults} />
      <form method="post" action="/ratings">
        <Field
          view={view}
          name="year"
          type="number"
          label={t(words.year)}
          hint={t(words.yearHint)}
          typed={typed ?? { year: yearOn(today, startsMonth) }}
          {...(faults ? { faults } : {})}
        />
        <button type="submit">{t(words.openCycle)}</button>
      </form>
    </section>
  )
}

/** Before any cycle is open, and where opening one was refused. */
export function NoCyclePage(props: OpenProps & { mayOpen: boolean; none: boolean }) {
  const { t } = props.view
  return (
    <>
      <h1>{t(words.title)}</h1>
      {props.none && (
        <Empty title={t(words.noCycle)}>
          <p>{t(words.noCycleMore)}</p>
        </Empty>
      )}
      {props.mayOpen && <OpenForm {...props} />}
    </>
  )
}

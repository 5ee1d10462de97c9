import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { Empty } from '../shared/web/notice.tsx'
import { UploadForm, UploadReport } from '../shared/web/upload.tsx'
import { eventKinds, eventName, type UnitEvent } from './events.ts'
import type { ImportPlan } from './import.ts'
import { faultLines, planText } from './plan-text.ts'
import type { UnitTree } from './tree.ts'
import type { Unit } from './unit.ts'
import { words } from './words.ts'

interface UnitsProps {
  readonly view: View
  readonly tree: UnitTree
  readonly seen: readonly Unit[]
  readonly events: readonly UnitEvent[]
  readonly mayImport: boolean
}

export function UnitsPage({ view, tree, seen, events, mayImport }: UnitsProps) {
  const { t } = view
  const subdistricts = seen.filter(unit => unit.level === 'subdistrict')
  const communities = seen.filter(unit => unit.level === 'community')
  return (
    <>
      <h1>{t(words.title)}</h1>
      {seen.length === 0 ? (
        <EmptyUnits view={view} mayImport={mayImport} />
      ) : (
        <p>{t(words.counted, { subdistricts: subdistricts.length, communities: communities.length })}</p>
      )}
      {seen.length > 0 && mayImport && (
        <p class="actions">
          <a class="button secondary" href="/units/import">
            {t(words.importTitle)}
          </a>
          <a class="button secondary" href="/units/events">
            {t(words.events)}
          </a>
        </p>
      )}
      {topsOf(seen, tree).map(unit => (
        <Branch view={view} tree={tree} unit={unit} />
      ))}
      {events.length > 0 && <EventList view={view} tree={tree} events={events} />}
    </>
  )
}

/** The first page of a new installation. */
export function EmptyUnits({ view, mayImport }: { view: View; mayImport: boolean }) {
  const { t } = view
  return (
    <Empty title={t(words.none)}>
      {mayImport && (
        <>
          <p>{t(words.noneMore)}</p>
          <div class="actions">
            <a class="button" href="/units/import">
              {t(words.importTitle)}
            </a>
            <form method="post" action="/units/sample">
              <button type="submit" class="secondary">
                {t(words.loadSample)}
              </button>
            </form>
          </div>
          <small>{t(words.loadSampleHint)}</small>
        </>
      )}
    </Empty>
  )
}

function Branch({ view, tree, unit }: { view: View; tree: UnitTree; unit: Unit }) {
  const below = tree.childrenOf(unit.id)
  if (unit.level === 'district') {
    return (
      <>
        <h2>{unit.name}</h2>
        {below.map(child => (
          <Branch view={view} tree={tree} unit={child} />
        ))}
      </>
    )
  }
  return (
    <details>
      <summary>
        {unit.name} <small>{unit.id}</small> <Dates view={view} unit={unit} />{' '}
        {below.length > 0 && <span class="muted">({below.length})</span>}
      </summary>
      {below.length > 0 && (
        <ul>
          {below.map(child => (
            <li>
              {child.name} <small>{child.id}</small> <Dates view={view} unit={child} />
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

function Dates({ view: { t }, unit }: { view: View; unit: Unit }) {
  return (
    <small>
      {unit.opened && t(words.since, { date: unit.opened })}{' '}
      {unit.closed && t(words.until, { date: unit.closed })}
    </small>
  )
}

function topsOf(seen: readonly Unit[], tree: UnitTree): readonly Unit[] {
  const codes = new Set(seen.map(unit => unit.id))
  return seen.filter(unit => !tree.pathOf(unit.id).some(above => above !== unit && codes.has(above.id)))
}

export function ImportPage({
  view,
  plan,
  faults,
}: {
  view: View
  plan?: ImportPlan | undefined
  faults?: Faults | undefined
}) {
  const { t } = view
  return (
    <>
      <h1>{t(words.importTitle)}</h1>
      {plan && (
        <UploadReport
          view={view}
          more={[t(words.checkedMore), planText(plan, t)]}
          refused={t(words.refusedFile, { count: plan.faults.length })}
          faults={faultLines(plan, t)}
        />
      )}
      <UploadForm
        {...{ view, faults }}
        action="/units/import"
        hint={t(words.importHint)}
        step={['import', t(words.import)]}
      />
    </>
  )
}

interface EventsProps {
  readonly view: View
  readonly tree: UnitTree
  readonly events: readonly UnitEvent[]
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

export function EventsPage({ view, tree, events, typed, faults }: EventsProps) {
  const { t } = view
  const given = { view, typed, faults }
  return (
    <>
      <h1>{t(words.events)}</h1>
      {events.length === 0 ? (
        <p>{t(words.eventsNone)}</p>
      ) : (
        <EventList view={view} tree={tree} events={events} />
      )}
      <h2>{t(words.recordEvent)}</h2>
      <p>
        <small>{t(words.eventHint)}</small>
      </p>
      <FaultList view={view} faults={faults} />
      <form method="post" action="/units/events">
        <Choice
          {...given}
          name="kind"
          label={t(words.eventKind)}
          options={eventKinds.map(kind => [kind, t(eventName(kind))])}
        />
        <Field {...given} name="date" type="date" label={t(words.eventDate)} />
        <Field {...given} name="from" label={t(words.eventFrom)} optional />
        <Field {...given} name="to" label={t(words.eventTo)} optional />
        <button type="submit">{t(words.record)}</button>
      </form>
    </>
  )
}

function EventList({ view, tree, events }: { view: View; tree: UnitTree; events: readonly UnitEvent[] }) {
  const names = (codes: readonly string[]) =>
    codes.map(code => tree.find(code)?.name ?? code).join(view.t(punctuation.list))
  return (
    <ul>
      {events.map(event => (
        <li>
          {event.date} {view.t(eventName(event.kind))}
          {view.t(punctuation.colon)}
          {names(event.from)}
          {event.from.length > 0 && event.to.length > 0 && ' → '}
          {names(event.to)}
        </li>
      ))}
    </ul>
  )
}

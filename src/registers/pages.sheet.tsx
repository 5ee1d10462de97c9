import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { Done } from '../shared/web/notice.tsx'
import type { Opened } from './desk.ts'
import { type FieldName, fields, posts, type Section, type Field as SheetField, sections } from './fields.ts'
import { offeredFor, typedValue } from './offered.ts'
import type { Entry } from './sheet.ts'
import { saidValue } from './table.ts'
import { fieldTitle, sectionTitle, words } from './words.ts'

interface Props extends Opened {
  readonly view: View
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
  readonly saved?: boolean | undefined
  readonly timeText: (at: Entry['at']) => string
}

/** The fields that are asked of a unit: not the posts of people who are registered. */
export function askedOf({ unit, held }: Pick<Opened, 'unit' | 'held'>): readonly SheetField[] {
  return fields.filter(({ level, name }) => level === unit.level && !held.some(post => post === name))
}

/** One short page: everything that is asked of an association in a year. */
export function SheetPage(props: Props) {
  const { view, unit, year, sheet, before, faults, saved } = props
  const { t } = view
  const own = sections.filter(section =>
    fields.some(each => each.level === unit.level && each.section === section),
  )
  const offered = offeredFor(sheet, before)
  const kept = Object.fromEntries(fields.map(field => [field.name, typedValue(sheet, field)]))
  const given = Object.fromEntries(
    Object.entries({ ...kept, ...offered }).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  return (
    <>
      <h1>{unit.name}</h1>
      <p class="muted">
        {t(words.yearTitle, { year: year.id })} · {t(words.intro)}
        {t(punctuation.gap)}
        {t(words.leaveEmpty)}
      </p>
      {unit.level === 'community' && (
        <p>
          <a href={`/registers/${year.id}/${unit.id}/groups`}>{t(words.toGroups)}</a>
        </p>
      )}
      {saved && <Done>{t(words.saved)}</Done>}
      <FaultList view={view} faults={faults} />
      <form method="post" action={`/registers/${year.id}/${unit.id}`}>
        <input type="hidden" name="base" value={props.typed?.base ?? String(sheet.history.length)} />
        {own.map(section => (
          <SectionFields {...props} typed={props.typed ?? given} section={section} offered={offered} />
        ))}
        <button type="submit">{t(words.save)}</button>
      </form>
      <History {...props} />
      <p>
        <a href={`/registers/${year.id}`}>{t(words.backToYear)}</a>
      </p>
    </>
  )
}

function SectionFields(
  props: Props & { section: Section; offered: Readonly<Partial<Record<FieldName, string>>> },
) {
  const { view, section, sheet, held, offered } = props
  const { t } = view
  const asked = askedOf(props).filter(field => field.section === section)
  const updated = sheet.updated[section]
  return (
    <fieldset>
      <legend>
        <strong>{t(sectionTitle(section))}</strong>{' '}
        <small>{updated ? t(words.updated, { date: updated }) : t(words.notYet)}</small>
      </legend>
      {asked.some(field => offered[field.name] !== undefined) && (
        <p class="notice care">{t(words.offered)}</p>
      )}
      {section === 'leadership' &&
        posts
          .filter(post => held.includes(post))
          .map(post => (
            <p>
              {t(fieldTitle(post))} <strong>{t(words.yes)}</strong> <small>{t(words.fromPeople)}</small>
            </p>
          ))}
      <div class="pairs">
        {asked.map(field => (
          <OneField {...props} field={field} />
        ))}
      </div>
    </fieldset>
  )
}

function OneField({ view, field, before, typed, faults }: Props & { field: SheetField }) {
  const { t } = view
  const { name, kind } = field
  const last = before?.values[name]
  const common = {
    ...{ view, name, typed, faults, optional: 'unmarked' as const, label: t(fieldTitle(name)) },
    ...(last !== undefined && { hint: t(words.lastYear, { value: saidValue(last, t) }) }),
  }
  switch (kind) {
    case 'yesNo': {
      const options = [
        ['', t(words.empty)],
        ['yes', t(words.yes)],
        ['no', t(words.no)],
      ] as const
      return <Choice {...common} options={options} />
    }
    case 'date':
      return <Field {...common} type="date" />
    case 'yuan':
      return <Field {...common} inputMode="decimal" />
    case 'count':
      return <Field {...common} inputMode="numeric" />
  }
}

function History({ view: { t }, sheet, timeText }: Props) {
  if (sheet.history.length === 0) return null
  return (
    <details>
      <summary>{t(words.history)}</summary>
      <ul>
        {sheet.history.toReversed().map(({ at, byName, way, changes }) => (
          <li>
            {t(words.historyLine, {
              at: timeText(at),
              who: byName,
              way: way === 'form' ? words.wayForm : words.wayImport,
              changes: changes
                .map(
                  ({ field, from, to }) =>
                    `${t(fieldTitle(field))} ${saidValue(from, t)} → ${saidValue(to, t)}`,
                )
                .join(t(punctuation.semicolon)),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}

import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Text } from '../shared/words.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import { openingWords } from './opening-words.ts'
import { Provable } from './provable.tsx'
import { type Basis, bases } from './rates.ts'
import type { Standard } from './standard.ts'
import { words } from './words.ts'

interface OpenProps {
  readonly view: View
  readonly tree: UnitTree
  readonly forms: readonly { readonly name: string; readonly title: Text }[]
  /** Suggested by the first form. */
  readonly basis: Basis
  readonly standard: Standard
  readonly typed: Typed
  readonly chosen?: ReadonlySet<string>
  readonly faults?: Faults
}

export function OpenPage(props: OpenProps) {
  const { view, tree, forms, typed, faults, chosen = new Set() } = props
  const { t } = view
  const given = { view, typed, ...(faults ? { faults } : {}) }
  const communities = tree.ofLevel('community')
  const ownWindows = tree.childrenOf(tree.district?.id ?? '').filter(({ level }) => level === 'window')
  return (
    <>
      <h1>{t(openingWords.open)}</h1>
      <FaultList
        view={view}
        faults={faults}
        labels={{ opens: words.opens, closes: words.closes, typingDays: openingWords.typingDays }}
      />
      <form method="post" action="/surveys/new">
        <Choice
          {...given}
          name="form"
          label={t(openingWords.form)}
          options={forms.map(form => [form.name, t(form.title)])}
        />
        <Field {...given} name="opens" type="date" label={t(words.opens)} />
        <Field
          {...given}
          name="closes"
          type="date"
          label={t(words.closes)}
          hint={t(openingWords.closesHint)}
        />
        <Field
          {...given}
          name="typingDays"
          type="number"
          label={t(openingWords.typingDays)}
          hint={t(openingWords.typingDaysHint)}
        />
        <fieldset>
          <legend>{t(openingWords.basis)}</legend>
          {bases.map(basis => (
            <label>
              <input
                type="radio"
                name="basis"
                value={basis}
                required
                checked={(typed.basis ?? props.basis) === basis}
              />
              {t(basis === 'broad' ? words.broadLong : words.strictLong)}
            </label>
          ))}
          <small>{t(openingWords.basisHint)}</small>
        </fieldset>
        <label>
          <input type="checkbox" name="coded" value="yes" checked={typed.coded === 'yes'} />
          {t(words.coded)}
        </label>
        <small>{t(openingWords.codedHint)}</small>
        <fieldset id="unit">
          <legend>{t(words.units)}</legend>
          <label>
            <input type="radio" name="which" value="all" checked={typed.which !== 'some'} />
            {t(openingWords.allUnits, { count: communities.length })}
          </label>
          <label>
            <input type="radio" name="which" value="some" checked={typed.which === 'some'} />
            {t(openingWords.someUnits)}
          </label>
          {ownWindows.length > 0 && (
            <UnitBoxes view={view} name={tree.district?.name ?? ''} units={ownWindows} chosen={chosen} />
          )}
          {tree.ofLevel('subdistrict').map(({ id, name }) => (
            <UnitBoxes view={view} name={name} units={tree.within(id)} chosen={chosen} />
          ))}
        </fieldset>
        <Provable view={view} standard={props.standard} />
        <button type="submit">{t(openingWords.open)}</button>
      </form>
    </>
  )
}

interface UnitBoxesProps {
  readonly view: View
  readonly name: string
  readonly units: readonly Unit[]
  readonly chosen: ReadonlySet<string>
}

/** Units to tick, folded away under a name; open where one is ticked already. */
function UnitBoxes({ view, name, units, chosen }: UnitBoxesProps) {
  return (
    <details class="group" open={units.some(({ id }) => chosen.has(id))}>
      <summary>{name}</summary>
      {units.map(unit => (
        <UnitBox view={view} unit={unit} chosen={chosen.has(unit.id)} />
      ))}
    </details>
  )
}

function UnitBox({ view: { t }, unit, chosen }: { view: View; unit: Unit; chosen: boolean }) {
  return (
    <label>
      <input type="checkbox" name="unit" value={unit.id} checked={chosen} />
      {unit.level === 'subdistrict' ? t(openingWords.wholeSubdistrict, { name: unit.name }) : unit.name}
    </label>
  )
}

import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import type { Candidate } from './lagging.ts'
import { Back } from './pages.tsx'
import { words } from './words.ts'

interface NewProps {
  readonly view: View
  readonly candidate: Candidate
  readonly helpers: readonly Unit[]
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

/** The form that lists a community: why, who helps, how, and three days to look at it. */
export function NewLaggingPage({ view, candidate, helpers, typed, faults }: NewProps) {
  const { t } = view
  const given = { view, typed: typed ?? { helper: candidate.subdistrict }, faults }
  return (
    <>
      <h1>{t(words.listTitle, { name: candidate.name })}</h1>
      <p>
        <a href={`/ratings/${candidate.cycle}/${candidate.community}`}>{t(words.rating)}</a>
      </p>
      <FaultList
        view={view}
        faults={faults}
        labels={{
          ...{ reasons: words.reasons, helper: words.helper, post: words.helperPost, plan: words.plan },
          ...{ check1: words.checkDates, check2: words.checkDates, check3: words.checkDates },
        }}
      />
      <form method="post" action={`/standings/lagging/${candidate.cycle}/${candidate.community}`}>
        <Field {...given} name="reasons" label={t(words.reasons)} />
        <Choice
          {...given}
          name="helper"
          label={t(words.helper)}
          options={helpers.map(unit => [unit.id, unit.name])}
        />
        <Field {...given} name="post" label={t(words.helperPost)} hint={t(words.helperPostHint)} />
        <Field {...given} name="plan" label={t(words.plan)} hint={t(words.planHint)} />
        <div class="cards">
          {[1, 2, 3].map(n => (
            <Field
              {...given}
              name={`check${n}`}
              type="date"
              label={t(words.checkN, { n })}
              optional={n > 1}
            />
          ))}
        </div>
        <button type="submit">{t(words.list)}</button>
      </form>
      <Back t={t} />
    </>
  )
}

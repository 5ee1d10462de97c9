import type { View } from '../shared/web/env.ts'
import { openingWords } from './opening-words.ts'
import type { Standard } from './standard.ts'
import { answersNeeded, satisfiedThatMeets } from './verdict.ts'

/** What a sample can and cannot prove, said before anybody is asked. */
export function Provable({ view: { t }, standard }: { view: View; standard: Standard }) {
  const { sample, minimum } = standard
  const satisfied = satisfiedThatMeets(sample, standard)
  const least =
    satisfied === null ? t(openingWords.provableNever) : t(openingWords.provableLeast, { satisfied })
  const at = (share: number) => answersNeeded(share, 0, standard) ?? '∞'
  return (
    <p>
      <small>{t(openingWords.provable, { sample, least, minimum, at95: at(0.95), at93: at(0.93) })}</small>
    </p>
  )
}

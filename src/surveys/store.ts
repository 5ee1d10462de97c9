import { collection, factLog } from '../shared/store/declare.ts'
import type { Reading } from '../shared/store/port.ts'
import { answerSchema } from './answer.ts'
import { codeSheetSchema } from './codes.ts'
import { exclusionSchema } from './exclusion.ts'
import { paperCounters, paperFormSchema } from './paper-form.ts'
import { isPlainAnswer } from './plain-answer.ts'
import { publicationSchema } from './publication.ts'
import { receiptRootSchema } from './receipt-root.ts'
import { type Round, roundSchema } from './round.ts'
import { countersOf } from './tally.ts'
import { typistSecretSchema } from './typist-secret.ts'

export const rounds = collection({
  name: 'rounds',
  schema: roundSchema,
  queries: {
    link: round => round.units.map(unit => unit.link),
    unit: round => round.units.map(unit => unit.code),
  },
  unique: ['link'],
})

export const codeSheets = collection({
  name: 'code-sheets',
  schema: codeSheetSchema,
  queries: { unit: sheet => `${sheet.round}:${sheet.unit}` },
})

export const exclusions = collection({
  name: 'exclusions',
  schema: exclusionSchema,
  queries: { round: exclusion => exclusion.round },
})

export const receiptRoots = collection({
  name: 'receipt-roots',
  schema: receiptRootSchema,
  queries: { round: root => root.round },
})

export const publications = collection({
  name: 'publications',
  schema: publicationSchema,
  queries: { round: publication => publication.round },
})

/** One a round. */
export const typistSecrets = collection({ name: 'typist-secrets', schema: typistSecretSchema })

/** Residents' answers, one stream a round. */
export const answers = factLog({
  name: 'answers',
  schema: answerSchema,
  counts: countersOf,
  isPlain: isPlainAnswer,
})

/** What is kept of questionnaires on paper beside their answers, one stream a round. */
export const paperForms = factLog({
  name: 'paper-forms',
  schema: paperFormSchema,
  counts: paperCounters,
})

/** The round whose unit has this link. */
export function roundByLink(from: Reading, link: string): Promise<Round | undefined> {
  return from.list(rounds, 'link', link).then(found => found[0])
}

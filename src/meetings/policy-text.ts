import type { Text } from '../shared/words.ts'
import { words } from './words.ts'
import type { Policy } from './workdays.ts'

export function policyName(policy: Policy): Text {
  switch (policy) {
    case 'next':
      return words.policyNext
    case 'previous':
      return words.policyPrevious
    case 'skip':
      return words.policySkip
    case 'keep':
      return words.policyKeep
  }
}

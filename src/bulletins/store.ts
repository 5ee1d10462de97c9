import { collection } from '../shared/store/declare.ts'
import { bulletinSchema } from './bulletin.ts'

export const bulletins = collection({ name: 'bulletins', schema: bulletinSchema })

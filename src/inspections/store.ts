import { collection } from '../shared/store/declare.ts'
import { inspectionSchema } from './inspection.ts'

export const inspections = collection({
  name: 'inspections',
  schema: inspectionSchema,
  queries: { unit: inspection => inspection.unit },
})
